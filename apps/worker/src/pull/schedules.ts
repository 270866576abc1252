import { makeShift, type Shift } from "@today/core/shift";
import { dayRange, type WorkDate } from "@today/core/time/date";
import type { Interval } from "@today/core/time/interval";
import { minuteOf } from "@today/core/time/zone";
import { groupRows } from "@today/db/arrival";
import type { ReceivedSchedule } from "@today/db/schedule";
import type { StoredShift } from "@today/db/shift";
import type { ScheduleRow } from "@today/dingtalk/attendance/schedule";
import { intervalsOf } from "@today/dingtalk/attendance/shift";
import type { Context } from "../context.ts";
import type { Answers } from "./ask.ts";
import { findShift, shiftKey, shiftToday } from "./shifts.ts";
import type { PullWork } from "./work.ts";

/** The schedules of a batch's answers, with their shifts. */
export async function schedulesOf(ctx: Context, work: PullWork, answers: Answers): Promise<ReceivedSchedule[]> {
  if (work.schedules === null) return [];
  const days = groupRows(answers.schedules, ({ userId, workDate }) => dayKey(userId, workDate));
  const shifts = await shiftsOf(ctx, answers.schedules);
  const mentioned = [...days.values()].flatMap((rows) => scheduleOf(rows, shifts, ctx.company.zone));
  // A day whose row could not be read was mentioned all the same.
  return answers.rejected.length > 0 ? mentioned : [...mentioned, ...silentDays(work, days)];
}

function dayKey(personId: string, date: WorkDate): string {
  return `${personId}\n${date}`;
}

function silentDays({ people, schedules }: PullWork, days: ReadonlyMap<string, unknown>): ReceivedSchedule[] {
  if (schedules === null) return [];
  const dates = dayRange(schedules.from, schedules.to);
  return people.flatMap((personId) =>
    dates
      .filter((date) => !days.has(dayKey(personId, date)))
      .map((date) => ({
        personId,
        date,
        shiftId: null,
        version: null,
        shiftName: null,
        shift: null,
        mentioned: false,
      })),
  );
}

function scheduleOf(rows: readonly ScheduleRow[], { versions, breaks }: KnownShifts, zone: string): ReceivedSchedule[] {
  const first = rows.find(({ rest }) => !rest) ?? rows[0];
  if (first === undefined) return [];
  const { userId: personId, workDate: date, shiftId, shiftVersion: version } = first;
  const day = { personId, date, shiftId, version, mentioned: true };
  if (first.rest || shiftId === null) return [{ ...day, shiftName: null, shift: null }];
  const key = shiftKey(shiftId, version);
  const found = versions.get(key);
  const shift = shiftFrom(found ?? plannedShift(sectionsOf(rows, date, zone), breaks.get(key) ?? []));
  return [{ ...day, shiftName: found?.name ?? null, shift }];
}

/** A shift of which only the points of that day are known; today's breaks count where they lie inside. */
function plannedShift(sections: readonly Interval[], breaks: readonly Interval[]): Shift {
  const isInside = ({ start, end }: Interval) => sections.some((one) => one.start <= start && end <= one.end);
  return { sections, breaks: breaks.filter(isInside) };
}

function sectionsOf(rows: readonly ScheduleRow[], date: WorkDate, zone: string): Interval[] {
  const points = rows
    .flatMap(({ type, plannedAt }) =>
      type === null || plannedAt === null ? [] : [{ type, at: minuteOf(plannedAt, date, zone) }],
    )
    .sort((a, b) => a.at - b.at);
  return intervalsOf(points);
}

function shiftFrom({ sections, breaks }: Shift): Shift | null {
  const made = makeShift(sections, breaks);
  return made.ok ? made.value : null;
}

/** The shifts of schedules by version, and the breaks that those without a known version have today. */
interface KnownShifts {
  readonly versions: ReadonlyMap<string, StoredShift>;
  readonly breaks: ReadonlyMap<string, Shift["breaks"]>;
}

/** Each (shift, version) is looked up once, however many people have it. */
async function shiftsOf(ctx: Context, rows: readonly ScheduleRow[]): Promise<KnownShifts> {
  const wanted = new Map<string, { id: string; version: string }>();
  for (const { shiftId: id, shiftVersion } of rows) {
    if (id !== null) wanted.set(shiftKey(id, shiftVersion), { id, version: shiftVersion ?? "" });
  }
  const versions = new Map<string, StoredShift>();
  const breaks = new Map<string, Shift["breaks"]>();
  await Promise.all(
    [...wanted].map(async ([key, one]) => {
      const found = await ctx.dingtalk.once(`shift ${key}`, () => findShift(ctx, one));
      if (found === null) breaks.set(key, (await shiftToday(ctx, one.id))?.breaks ?? []);
      else versions.set(key, found);
    }),
  );
  return { versions, breaks };
}
