import { DAY, type Day, dayAt, midnight, wallText } from "../company/beijing.ts";
import type { Person } from "../company/person.ts";
import { type ApiRoute, countedTop, type Ground } from "../wire/api.ts";
import { type Call, commaList, numberOf, textOf } from "../wire/call.ts";
import { OldRefusal } from "../wire/refusal.ts";
import { pointNamed } from "../world/plan.ts";
import type { PointResult, Workday } from "../world/workday.ts";
import { operatorOf } from "./operator.ts";

const READ = "qyapi_attendance_group_read";
const MANAGE = "qyapi_attendance_group_manage";
const MOST_SPAN = 7 * DAY;

/** Schedules seen by day, by point and by person. */
export const scheduleDayRoutes: readonly ApiRoute[] = [
  countedTop("attendance/schedule/listbyday", READ, (call, ground) => {
    operatorOf(call, ground);
    const person = ground.world.person(textOf(call, "user_id"));
    if (!person) throw new OldRefusal(33012, "无效的USERID");
    const day = dayAt(numberOf(call, "date_time"));
    const workday = ground.world.workday(person, day, ground.clock.now());
    return { result: workday.plan.points.map((point) => dayRow(point, workday)) };
  }),
  countedTop("attendance/schedule/result/listbyids", READ, (call, ground) => {
    operatorOf(call, ground);
    const ids = commaList(call, "schedule_ids", 100).map(Number);
    return { result: ids.flatMap((id) => resultOf(id, ground)) };
  }),
  countedTop("attendance/schedule/shift/listbydays", MANAGE, (call, ground) => {
    operatorOf(call, ground);
    const ids = commaList(call, "userids", 20);
    const days = daysOf(call);
    const people = ids.flatMap((id) => ground.world.person(id) ?? []);
    return { result: people.flatMap((person) => days.map((day) => summaryOf(person, day, ground))) };
  }),
];

function dayRow(point: Workday["plan"]["points"][number], { plan, results, day }: Workday): object {
  const { shift } = plan;
  const result = results.find((one) => one.point.slot === point.slot);
  const status = result?.punch ? "Checked" : result ? "Timeout" : "Init";
  const features = { flexMinutes: shift?.flexMinutes ?? 0, punchId: (shift?.id ?? 0) * 100 + point.slot };
  return {
    id: point.planId,
    check_type: point.type,
    check_date_time: wallText(point.at),
    real_plan_time: wallText(point.base),
    check_begin_time: wallText(midnight(day)),
    check_end_time: wallText(point.missedAt),
    check_status: status,
    class_id: shift?.id,
    class_name: shift?.name,
    class_setting_id: shift?.version,
    is_rest: "N",
    features: JSON.stringify(features),
    ...(point.covered
      ? { approve_id: point.covered.procInstId, approve_type: 1, approve_biz_type: 3, approve_tag_name: "请假" }
      : {}),
  };
}

function resultOf(planId: number, { world, clock }: Ground): object[] {
  const { index, day, slot } = pointNamed(planId);
  const person = world.people().find((one) => one.index === index);
  if (!person) return [];
  const { results } = world.workday(person, day, clock.now());
  return results.filter(({ point }) => point.slot === slot).map((result) => resultRow(result, person, day));
}

function resultRow({ point, punch }: PointResult, { userId }: Person, day: Day): object {
  return {
    schedule_id: point.planId,
    id: point.planId,
    ...(punch ? { record_id: punch.id } : {}),
    user_id: userId,
    user_check_time: wallText(punch?.at ?? point.base),
    base_check_time: wallText(point.base),
    plan_check_time: wallText(point.at),
    time_result: punch?.timeResult ?? "NotSigned",
    location_result: punch?.locationResult ?? "NotSigned",
    work_date: wallText(midnight(day)),
    is_legal: punch?.timeResult === "Normal" && punch.locationResult === "Normal" ? "Y" : "N",
  };
}

function summaryOf(person: Person, day: Day, { world, clock }: Ground): object {
  const { shift } = world.workday(person, day, clock.now()).plan;
  return {
    work_date: wallText(midnight(day)),
    shift_ids: shift ? [shift.id] : [],
    shift_names: shift ? [shift.name] : [],
    shift_versions: shift ? [shift.version] : [],
    group_id: person.group.id,
    userid: person.userId,
  };
}

function daysOf(call: Call): Day[] {
  const [from, to] = [numberOf(call, "from_date_time"), numberOf(call, "to_date_time")];
  if (to < from || to - from > MOST_SPAN) throw new OldRefusal(41041, "时间跨度太大");
  return Array.from({ length: dayAt(to) - dayAt(from) + 1 }, (_, offset) => dayAt(from) + offset);
}
