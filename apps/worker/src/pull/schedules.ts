import { makeShift, type Shift } from "@today/core/shift";
import { dayRange, type WorkDate } from "@today/core/time/date";
import { minuteOf } from "@today/core/time/zone";
import { groupRows } from "@today/db/arrival";
import type { ReceivedSchedule } from "@today/db/schedule";
import { keepShift, readShiftVersions, type StoredShift } from "@today/db/shift";
import type { ScheduleRow } from "@today/dingtalk/attendance/schedule";
import { intervalsOf, shift } from "@today/dingtalk/attendance/shift";
import { DingTalkError } from "@today/dingtalk/error";
import type { Context } from "../context.ts";
import type { Answers } from "./ask.ts";
import { operatorOf } from "./operator.ts";
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

function scheduleOf(
  rows: readonly ScheduleRow[],
  known: ReadonlyMap<string, StoredShift>,
  zone: string,
): ReceivedSchedule[] {
  const first = rows.find(({ rest }) => !rest) ?? rows[0];
  if (first === undefined) return [];
  const { userId: personId, workDate: date, shiftId, shiftVersion: version } = first;
  const day = { personId, date, shiftId, version, mentioned: true };
  if (first.rest || shiftId === null) return [{ ...day, shiftName: null, shift: null }];
  const found = known.get(shiftKey(shiftId, version));
  const shift = found === undefined ? plannedPoints(rows, date, zone) : shiftFrom(found);
  return [{ ...day, shiftName: found?.name ?? null, shift }];
}

/** The shift as its points were planned that day, when DingTalk no longer knows the shift itself. */
function plannedPoints(rows: readonly ScheduleRow[], date: WorkDate, zone: string): Shift | null {
  const points = rows
    .flatMap(({ type, plannedAt }) =>
      type === null || plannedAt === null ? [] : [{ type, at: minuteOf(plannedAt, date, zone) }],
    )
    .sort((a, b) => a.at - b.at);
  return shiftFrom({ sections: intervalsOf(points), breaks: [] });
}

function shiftFrom({ sections, breaks }: Shift): Shift | null {
  const made = makeShift(sections, breaks);
  return made.ok ? made.value : null;
}

function shiftKey(id: string, version: string | null): string {
  return `${id}\n${version ?? ""}`;
}

/** Each (shift, version) is looked up once, and asked and kept when it is new; it never changes. */
async function shiftsOf(ctx: Context, rows: readonly ScheduleRow[]): Promise<ReadonlyMap<string, StoredShift>> {
  const wanted = new Map<string, { id: string; version: string }>();
  for (const { shiftId: id, shiftVersion } of rows) {
    if (id !== null) wanted.set(shiftKey(id, shiftVersion), { id, version: shiftVersion ?? "" });
  }
  const found = await Promise.all(
    [...wanted].map(
      async ([key, one]) => [key, await ctx.dingtalk.once(`shift ${key}`, () => findShift(ctx, one))] as const,
    ),
  );
  return new Map(found.flatMap(([key, one]) => (one === null ? [] : [[key, one] as const])));
}

async function findShift(ctx: Context, wanted: { id: string; version: string }): Promise<StoredShift | null> {
  const stored = await readShiftVersions(ctx.db, ctx.company.id, [wanted.id]);
  const known = stored.find(({ version }) => version === wanted.version);
  if (known !== undefined) return known;
  const asked = await askShift(ctx, wanted);
  if (asked !== null) await ctx.db.batch([keepShift(ctx.db, ctx.company.id, asked)]);
  return asked;
}

async function askShift(ctx: Context, wanted: { id: string; version: string }): Promise<StoredShift | null> {
  try {
    const opUserId = await operatorOf(ctx);
    const { name, sections, breaks } = await shift(ctx.dingtalk, { opUserId, shiftId: wanted.id });
    return { ...wanted, name, sections, breaks };
  } catch (error) {
    if (error instanceof DingTalkError && (error.kind === "not-found" || error.kind === "bad-request")) return null;
    throw error;
  }
}
