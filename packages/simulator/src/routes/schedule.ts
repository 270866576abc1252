import { DAY, type Day, dayAt, midnight, parseDay, wallText } from "../company/beijing.ts";
import type { Person } from "../company/person.ts";
import { type ApiRoute, countedTop, type Ground } from "../wire/api.ts";
import { commaList, numberOf, numberOr, textOf } from "../wire/call.ts";
import { OldRefusal } from "../wire/refusal.ts";
import { planId } from "../world/plan.ts";
import { operatorOf } from "./operator.ts";

const READ = "qyapi_attendance_group_read";
const MOST_FUTURE = 15;
const MOST_PEOPLE = 10_000;
const REST_SLOT = 7;

export const scheduleRoutes: readonly ApiRoute[] = [
  countedTop("attendance/schedule/listbyusers", READ, (call, ground) => {
    operatorOf(call, ground);
    const ids = commaList(call, "userids", 50);
    const from = numberOf(call, "from_date_time");
    const to = numberOf(call, "to_date_time");
    if (to < from || to - from > 7 * DAY) throw new OldRefusal(41041, "时间跨度太大");
    if (from < ground.clock.now() - 180 * DAY) throw new OldRefusal(850002, "禁止查询180天以前的数据");
    const people = ids.flatMap((id) => ground.world.person(id) ?? []);
    const days = Array.from({ length: dayAt(to) - dayAt(from) + 1 }, (_, offset) => dayAt(from) + offset);
    return { result: people.flatMap((person) => days.flatMap((day) => rowsOf(person, day, ground))) };
  }),
  countedTop("attendance/listschedule", "qyapi_base", (call, ground) => {
    const day = parseDay(textOf(call, "workDate").slice(0, 10));
    if (day === null) throw new OldRefusal(41100, "时间格式不合法");
    const offset = numberOr(call, "offset", 0);
    const size = numberOr(call, "size", 200);
    if (size < 1 || size > 200) throw new OldRefusal(40069, "不合法的分页大小");
    const people = ground.world.people();
    if (people.length >= MOST_PEOPLE) throw new OldRefusal(400002, "参数错误，企业人数超过一万");
    const isFar = day > dayAt(ground.clock.now()) + MOST_FUTURE;
    const seen = people.filter(({ group }) => !isFar || group.type !== "FIXED");
    const rows = seen.flatMap((person) => pointsOf(person, day, ground));
    return { result: { has_more: offset + size < rows.length, schedules: rows.slice(offset, offset + size) } };
  }),
];

function rowsOf(person: Person, day: Day, { world, clock }: Ground): object[] {
  const { plan } = world.workday(person, day, clock.now());
  const own = { userid: person.userId, group_id: person.group.id, work_date: wallText(midnight(day)) };
  if (person.group.type === "NONE" || day < person.hiredOn) return [];
  if (plan.shift === null) return [{ id: planId(person, day, REST_SLOT), ...own, shift_id: 0, is_rest: "Y" }];
  const { id, version } = plan.shift;
  return plan.points.map(({ planId: pointId, type, at, covered }) => ({
    id: pointId,
    ...own,
    check_type: type,
    plan_check_time: wallText(at),
    shift_id: id,
    shift_version: version,
    is_rest: "N",
    ...(covered ? { approve_id: covered.procInstId } : {}),
  }));
}

function pointsOf(person: Person, day: Day, { world, clock }: Ground): object[] {
  const { plan } = world.workday(person, day, clock.now());
  return plan.points.map(({ planId: pointId, type, at, base, covered }) => ({
    plan_id: pointId,
    check_type: type,
    userid: person.userId,
    class_id: plan.shift?.id,
    class_setting_id: plan.shift?.version,
    plan_check_time: wallText(at),
    ...(base === at ? {} : { changed_check_time: wallText(base) }),
    group_id: person.group.id,
    ...(covered ? { approve_id: covered.procInstId } : {}),
  }));
}
