import { makeShift, type Shift } from "@today/core/shift";
import { dayRange, type WorkDate } from "@today/core/time/date";
import { minuteOf } from "@today/core/time/zone";
import { groupRows } from "@today/db/arrival";
import type { ReceivedSchedule } from "@today/db/schedule";
import { readShiftVersions, type StoredShift } from "@today/db/shift";
import type { ScheduleRow } from "@today/dingtalk/attendance/schedule";
import { intervalsOf, shift } from "@today/dingtalk/attendance/shift";
import { DingTalkError } from "@today/dingtalk/error";
import type { Context } from "../context.ts";
import type { Answers } from "./ask.ts";
import { operatorOf } from "./operator.ts";
import type { PullWork } from "./work.ts";

/** The schedules of a batch's answers, and the shifts that were not kept yet. */
export async function schedulesOf(
  ctx: Context,
  work: PullWork,
  answers: Answers,
): Promise<{ readonly schedules: ReceivedSchedule[]; readonly shifts: StoredShift[] }> {
  if (work.schedules === null) return { schedules: [], shifts: [] };
  const days = groupRows(answers.schedules, ({ userId, workDate }) => dayKey(userId, workDate));
  const { known, fresh } = await shiftsOf(ctx, answers.schedules);
  const mentioned = [...days.values()].flatMap((rows) => scheduleOf(rows, known, ctx.company.zone));
  // A day whose row could not be read was mentioned all the same.
  const silent = answers.rejected.length > 0 ? [] : silentDays(work, days);
  return { schedules: [...mentioned, ...silent], shifts: fresh };
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

/** Each (shift, version) is asked once and kept for good. */
async function shiftsOf(
  ctx: Context,
  rows: readonly ScheduleRow[],
): Promise<{ known: ReadonlyMap<string, StoredShift>; fresh: StoredShift[] }> {
  const wanted = new Map(
    rows.flatMap(({ shiftId, shiftVersion }) =>
      shiftId === null
        ? []
        : [[shiftKey(shiftId, shiftVersion), { id: shiftId, version: shiftVersion ?? "" }] as const],
    ),
  );
  const ids = [...new Set([...wanted.values()].map(({ id }) => id))];
  const stored = ids.length === 0 ? [] : await readShiftVersions(ctx.db, ctx.company.id, ids);
  const known = new Map(stored.map((one) => [shiftKey(one.id, one.version), one]));
  const missing = [...wanted].filter(([key]) => !known.has(key)).map(([, one]) => one);
  const fresh = (await Promise.all(missing.map((one) => askShift(ctx, one)))).flatMap((one) => one ?? []);
  for (const one of fresh) known.set(shiftKey(one.id, one.version), one);
  return { known, fresh };
}

function askShift(ctx: Context, wanted: { id: string; version: string }): Promise<StoredShift | null> {
  return ctx.dingtalk.once(`shift ${wanted.id} ${wanted.version}`, async () => {
    try {
      const opUserId = await operatorOf(ctx);
      const { name, sections, breaks } = await shift(ctx.dingtalk, { opUserId, shiftId: wanted.id });
      return { ...wanted, name, sections, breaks };
    } catch (error) {
      if (error instanceof DingTalkError && (error.kind === "not-found" || error.kind === "bad-request")) return null;
      throw error;
    }
  });
}
