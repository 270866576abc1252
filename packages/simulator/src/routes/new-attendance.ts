import { isoText } from "../company/beijing.ts";
import { ALL_GROUPS } from "../company/group.ts";
import { SITES } from "../company/site.ts";
import type { ApiRoute } from "../wire/api.ts";
import type { Call } from "../wire/call.ts";
import { NewRefusal } from "../wire/refusal.ts";
import { type ApprovedSpan, isInForce } from "../world/approval-effect.ts";
import { LEAVE_TYPES } from "../world/leave.ts";
import { groupMembers } from "./operator.ts";

const READ = { host: "new", token: "app", counted: true, scope: "qyapi_attendance_group_read" } as const;
const MOST_RECORDS = 200;

/** Calls of the new host that the vendor's package has besides holidays. */
export const newAttendanceRoutes: readonly ApiRoute[] = [
  {
    ...READ,
    method: "GET",
    path: "/v1.0/attendance/groupDetails",
    vendorOnly: true,
    answer({ query }, ground) {
      const from = Number(query.get("nextToken") ?? 0);
      const size = Number(query.get("maxResults") ?? 10);
      const groups = ALL_GROUPS.slice(from, from + size).map((group) => {
        const members = groupMembers(group, ground).map(({ userId }) => userId);
        const own = { groupId: group.id, groupName: group.name, type: group.type, ownerUserId: group.owner };
        return { ...own, managerList: group.managers, memberCount: members.length, userIds: members };
      });
      return { result: { groups, hasMore: from + size < ALL_GROUPS.length } };
    },
  },
  {
    ...READ,
    method: "POST",
    path: "/v1.0/attendance/approvals/query",
    vendorOnly: true,
    answer(call, { world, clock }) {
      const { from, to, ids } = windowOf(call);
      const people = ids.flatMap((id) => world.person(id) ?? []);
      const leaves = people.flatMap((person) => world.leaves(person, from, to));
      const approved = leaves.filter((leave) => isInForce(leave, clock.now()));
      const rows = approved.map(({ procInstId, userId, type, unit, start, end }) => ({
        approveId: procInstId,
        userId,
        bizType: 3,
        tagName: "请假",
        subType: type.name,
        beginTime: isoText(start),
        endTime: isoText(end),
        durationUnit: unit === "percent_hour" ? "hour" : "day",
        calculateModel: 1,
      }));
      const spans = people.flatMap((person) => world.spans(person, from, to));
      const others = spans.filter((span) => isInForce(span, clock.now())).map(spanRow);
      const kinds = Array.isArray(call.body.bizTypes) ? call.body.bizTypes.map(Number) : [3];
      return { result: [...rows, ...others].filter(({ bizType }) => kinds.includes(bizType)) };
    },
  },
  {
    ...READ,
    method: "POST",
    path: "/v1.0/attendance/vacations/records/query",
    scope: "qyapi_holiday_readonly",
    answer({ body }, { world, clock }) {
      const size = Number(body.pageSize);
      if (!(size >= 1 && size <= MOST_RECORDS)) throw new NewRefusal(400, "pageSizeIllegal", "分页大小不合法");
      if (!LEAVE_TYPES.some(({ code }) => code === body.leaveCode)) {
        throw new NewRefusal(400, "leaveTypeNotFound", "假期类型不存在");
      }
      const operator = world.person(String(body.opUserId));
      if (!operator || operator.sysLevel === 0)
        throw new NewRefusal(400, "leaveOpuserIdIsNotAdmin", "操作人不是管理员");
      const now = clock.now();
      const people = (Array.isArray(body.userIds) ? body.userIds : []).flatMap((id) => world.person(String(id)) ?? []);
      const rows = people
        .flatMap((person) => world.leaves(person, now - 180 * 86_400_000, now + 60 * 86_400_000))
        .filter(({ type, approvedAt }) => type.code === body.leaveCode && approvedAt <= now);
      const from = Number(body.pageNumber ?? 0) * size;
      const leaveRecords = rows.slice(from, from + size).map((leave) => ({
        userId: leave.userId,
        leaveCode: leave.type.code,
        recordId: leave.procInstId,
        startTime: leave.start,
        endTime: leave.end,
        leaveViewUnit: leave.type.unit,
        leaveRecordType: "leave",
        leaveStatus: isInForce(leave, now) ? "success" : "revoke",
        [leave.unit === "percent_hour" ? "recordNumPerHour" : "recordNumPerDay"]: leave.percent,
        gmtCreate: leave.approvedAt,
        gmtModified: leave.approvedAt,
      }));
      return { result: { hasMore: from + size < rows.length, leaveRecords }, success: true };
    },
  },
  {
    ...READ,
    method: "GET",
    path: "/v1.0/attendance/machines/:devId",
    answer({ params }) {
      const place = SITES.find(({ machines }) => machines.some(({ sn }) => sn === params.devId));
      const machine = place?.machines.find(({ sn }) => sn === params.devId);
      if (!place || !machine) throw new NewRefusal(400, "invalidParameter", "考勤机不存在");
      const machineBluetoothVO = { address: place.address, latitude: place.lat, longitude: place.lng };
      return { result: { deviceSn: machine.sn, deviceName: machine.name, netStatus: "3", machineBluetoothVO } };
    },
  },
];

const TAGS = { overtime: "加班", trip: "出差", outing: "外出" } as const;

function spanRow({ kind, procInstId, userId, start, end, unit }: ApprovedSpan) {
  return {
    approveId: procInstId,
    userId,
    bizType: kind === "overtime" ? 1 : 2,
    tagName: TAGS[kind],
    subType: "",
    beginTime: isoText(start),
    endTime: isoText(end),
    durationUnit: unit,
    calculateModel: 0,
  };
}

function windowOf({ body }: Call): { from: number; to: number; ids: string[] } {
  const from = Number(body.fromDateTime);
  const to = Number(body.toDateTime);
  if (!(from <= to) || typeof body.userIds !== "string") throw new NewRefusal(400, "invalidParameter", "参数不合法");
  return { from, to, ids: body.userIds.split(",") };
}
