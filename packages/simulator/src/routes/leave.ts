import { DAY, type Day, dayAt, midnight } from "../company/beijing.ts";
import { holidayOn } from "../company/calendar.ts";
import type { Person } from "../company/person.ts";
import { type ApiRoute, countedTop } from "../wire/api.ts";
import { commaList, numberOf } from "../wire/call.ts";
import { NewRefusal, OldRefusal } from "../wire/refusal.ts";
import { isInForce, leaveAsked } from "../world/approval-effect.ts";
import { LEAVE_TYPES, type Leave } from "../world/leave.ts";
import type { World } from "../world/world.ts";
import { operatorOf } from "./operator.ts";

const MOST_SPAN = 180 * DAY;

export const leaveRoutes: readonly ApiRoute[] = [
  countedTop("attendance/getleavestatus", "qyapi_get_attendance_data", (call, { world, clock }) => {
    const ids = commaList(call, "userid_list", 100);
    const from = numberOf(call, "start_time");
    const to = numberOf(call, "end_time");
    const offset = numberOf(call, "offset");
    const size = numberOf(call, "size");
    if (to < from || to - from > MOST_SPAN) throw new OldRefusal(41041, "时间跨度太大");
    if (size < 1 || size > 20) throw new OldRefusal(40069, "不合法的分页大小");
    const now = clock.now();
    const rows = ids
      .flatMap((id) => world.person(id) ?? [])
      .flatMap((person) => shownLeaves(world, person, { from, to, now }));
    const status = rows.slice(offset, offset + size).map((leave) => ({
      userid: leave.userId,
      duration_unit: leave.unit,
      duration_percent: leave.percent,
      start_time: leave.start,
      end_time: leave.end,
      leave_code: leave.type.code,
    }));
    return { result: { has_more: offset + size < rows.length, leave_status: status } };
  }),
  countedTop("attendance/vacation/type/list", "qyapi_holiday_readonly", (call, ground) => {
    operatorOf(call, ground, "op_userid");
    const all = call.body.vacation_source === "all";
    return { result: all ? LEAVE_TYPES.map(leaveType) : [] };
  }),
  {
    method: "POST",
    path: "/v1.0/attendance/holidays",
    host: "new",
    token: "app",
    counted: true,
    scope: "qyapi_attendance_group_read",
    answer({ body }, { world }) {
      const { userIds } = body;
      const from = Number(body.workDateFrom);
      const to = Number(body.workDateTo);
      if (!Array.isArray(userIds) || !(from <= to)) throw new NewRefusal(400, "invalidParameter", "参数不合法");
      const holidays = holidaysBetween(dayAt(from), dayAt(to));
      const known = userIds.map(String).filter((id) => world.person(id));
      return { result: known.map((userId) => ({ userId, holidays })) };
    },
  },
];

type Asked = { readonly from: number; readonly to: number; readonly now: number };

/** Leave in force. attendance.md 4.1 does not say whether pending and withdrawn leave is left out: a switch brings it in. */
function shownLeaves(world: World, person: Person, { from, to, now }: Asked): Leave[] {
  const inForce = world.leaves(person, from, to).filter((leave) => isInForce(leave, now));
  if (!world.switches.unsettledLeaveShows) return inForce;
  const asked = world.approvals().flatMap((approval) => {
    const { content, userId, result } = approval;
    const isOwn = userId === person.userId && result !== "refuse";
    return isOwn && content.kind === "leave" && approval.action !== "REVOKE" ? [leaveAsked(approval, content)] : [];
  });
  const known = new Set(inForce.map(({ procInstId }) => procInstId));
  const others = asked.filter(({ procInstId, start, end }) => !known.has(procInstId) && start < to && end > from);
  return [...inForce, ...others].toSorted((a, b) => a.start - b.start);
}

function holidaysBetween(first: Day, last: Day): object[] {
  const days = Array.from({ length: Math.min(last - first + 1, 400) }, (_, offset) => first + offset);
  return days.flatMap((day) => {
    const holiday = holidayOn(day);
    if (!holiday) return [];
    const real = holiday.realDay === null ? {} : { realWorkDate: midnight(holiday.realDay) };
    return [{ workDate: midnight(day), holidayName: holiday.name, holidayType: holiday.type, ...real }];
  });
}

function leaveType({ code, name, unit }: (typeof LEAVE_TYPES)[number]): object {
  return {
    leave_code: code,
    leave_name: name,
    leave_view_unit: unit,
    hours_in_per_day: 800,
    biz_type: name === "调休" ? "lieu_leave" : "general_leave",
    natural_day_leave: "false",
    source: "inner",
  };
}
