import { type Day, dayAt, HOUR, MINUTE, midnight } from "../company/beijing.ts";
import type { ApprovedSpan } from "./approval-effect.ts";
import { isInForce } from "./approval-effect.ts";
import { sharedMinutes } from "./leave-share.ts";
import { minutesBehind } from "./plan.ts";
import type { PointResult, Workday } from "./workday.ts";
import type { World } from "./world.ts";

/** A column of 智能统计. `alias` is the same everywhere, the id is this organisation's. */
export interface ReportColumn {
  readonly id: number;
  readonly name: string;
  readonly alias: string;
  /** What it says of a day; null is a column that says one thing of a person. */
  readonly of: ((scene: DayScene) => number) | null;
}

export interface DayScene {
  readonly workday: Workday;
  readonly spans: readonly ApprovedSpan[];
  readonly now: number;
}

const FIRST_ID = 129_339_000;
const SHOULD_KNOWN_DAYS = 15;

export const REPORT_COLUMNS: readonly ReportColumn[] = [
  column(1, "工号", "job_number", null),
  column(38, "应出勤天数", "should_attendance_days", ({ workday, now }) =>
    workday.plan.shift && workday.day > dayAt(now) - SHOULD_KNOWN_DAYS ? 1 : 0,
  ),
  column(2, "出勤天数", "attendance_days", (scene) => (isPresent(scene) ? 1 : 0)),
  column(3, "休息天数", "rest_days", ({ workday }) => (workday.plan.shift ? 0 : 1)),
  column(4, "工作时长", "attend_work_time", ({ workday }) => workedMinutes(workday)),
  column(5, "迟到次数", "late_times", ({ workday }) => timesOf(workday, "Late").length),
  column(6, "迟到时长", "late_minute", ({ workday }) => behind(timesOf(workday, "Late"))),
  column(7, "严重迟到次数", "serious_late_times", ({ workday }) => timesOf(workday, "SeriousLate").length),
  column(8, "严重迟到时长", "serious_late_minute", ({ workday }) => behind(timesOf(workday, "SeriousLate"))),
  column(9, "旷工迟到天数", "absenteeism_late_times", ({ workday }) => timesOf(workday, "Absenteeism").length),
  column(10, "早退次数", "leave_early_times", ({ workday }) => timesOf(workday, "Early").length),
  column(11, "早退时长", "leave_early_minute", ({ workday }) => -behind(timesOf(workday, "Early"))),
  column(12, "上班缺卡次数", "on_work_lack_card_times", (scene) => lacking(scene, "OnDuty")),
  column(13, "下班缺卡次数", "off_work_lack_card_times", (scene) => lacking(scene, "OffDuty")),
  column(14, "旷工天数", "absenteeism_days", (scene) => (isAbsent(scene) ? 1 : 0)),
  column(
    15,
    "补卡次数",
    "making_up_lack_times",
    ({ workday }) => workday.punches.filter(({ supply }) => supply).length,
  ),
  column(16, "加班时长", "overtime_duration", (scene) => hoursOf(scene, "overtime")),
  column(17, "出差时长", "business_trip_time", ({ workday, spans }) =>
    workday.plan.shift && spans.some((span) => span.kind === "trip") ? 1 : 0,
  ),
  column(18, "外出时长", "out_time", (scene) => hoursOf(scene, "outing")),
];

/** What a column says of a person's day, with the difference that was asked for. */
export function columnValue(world: World, { alias, of }: ReportColumn, scene: DayScene): number {
  const { person, day } = scene.workday;
  const wrong = world.reportDifferences.filter(
    (one) => one.userId === person.userId && one.alias === alias && one.day === day,
  );
  return rounded((of?.(scene) ?? 0) + wrong.reduce((sum, { add }) => sum + add, 0));
}

/** A person's day as the columns see it. */
export function daySceneOf(world: World, userId: string, { day, now }: { day: Day; now: number }): DayScene | null {
  const person = world.person(userId);
  if (!person) return null;
  const spans = world.spans(person, midnight(day), midnight(day + 1)).filter((span) => isInForce(span, now));
  return { workday: world.workday(person, day, now), spans, now };
}

function column(number: number, name: string, alias: string, of: ReportColumn["of"]): ReportColumn {
  return { id: FIRST_ID + number, name, alias, of };
}

function timesOf({ results }: Workday, result: string): PointResult[] {
  return results.filter(({ punch }) => punch?.timeResult === result);
}

function behind(results: readonly PointResult[]): number {
  return results.reduce((sum, { point, punch }) => sum + (punch ? minutesBehind(punch.at, point.base) : 0), 0);
}

function isPresent({ workday, spans }: DayScene): boolean {
  const travels = workday.plan.shift !== null && spans.some(({ kind }) => kind === "trip" || kind === "outing");
  return travels || workday.punches.some(({ invalid }) => invalid === null);
}

/** Nothing was punched, nothing excuses it, and the day is over. */
function isAbsent(scene: DayScene): boolean {
  const { results, plan } = scene.workday;
  const due = results.filter(({ leave }) => leave === null);
  return due.length > 0 && results.length === plan.points.length && !isPresent(scene);
}

/** A whole absent day is 旷工, not 缺卡. */
function lacking(scene: DayScene, type: string): number {
  if (isAbsent(scene) || scene.spans.some(({ kind }) => kind === "trip")) return 0;
  return scene.workday.results.filter(({ point, punch, leave }) => point.type === type && !punch && !leave).length;
}

function hoursOf({ workday, spans }: DayScene, kind: ApprovedSpan["kind"]): number {
  const own = spans.filter((span) => span.kind === kind && dayAt(span.start) === workday.day);
  return own.reduce((sum, { amount }) => sum + amount, 0);
}

/** From on to off of each section, without the rest; nothing while a punch is missing. */
function workedMinutes({ results, plan, day }: Workday): number {
  const { shift } = plan;
  const pairs = Array.from({ length: Math.floor(results.length / 2) }, (_, index) => [
    results[index * 2],
    results[index * 2 + 1],
  ]);
  return pairs.reduce((sum, [on, off]) => {
    if (!on?.punch || !off?.punch) return sum;
    const [start, end] = [on.punch.at, off.punch.at];
    const whole = (end - start) / MINUTE;
    const rest = shift?.rest ? restWithin(midnight(day), shift.rest, { start, end }) : 0;
    return sum + Math.max(0, Math.floor(whole - rest));
  }, 0);
}

function restWithin(
  from: number,
  rest: { start: number; end: number },
  { start, end }: { start: number; end: number },
): number {
  const [restStart, restEnd] = [from + rest.start * MINUTE, from + rest.end * MINUTE];
  return Math.max(0, Math.min(end, restEnd) - Math.max(start, restStart)) / MINUTE;
}

/** What a leave takes of a day, in its own unit: hours, or days by halves. */
export function leaveOn(
  world: World,
  { userId, type, start, end }: { userId: string; type: { unit: string }; start: number; end: number },
  { day, now }: { day: Day; now: number },
): number {
  const person = world.person(userId);
  const shift = person ? world.workday(person, day, now).plan.shift : null;
  if (!shift) return 0;
  const minutes = sharedMinutes(day, shift, { start, end });
  return type.unit === "hour" ? rounded((minutes * MINUTE) / HOUR) : Math.round((minutes / shift.workMinutes) * 2) / 2;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
