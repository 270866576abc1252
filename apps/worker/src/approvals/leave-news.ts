import { leaveChanges } from "@today/core/leave-match";
import type { Shift } from "@today/core/shift";
import { dayRange, type WorkDate } from "@today/core/time/date";
import { intersect, subtract, total } from "@today/core/time/interval";
import type { Minutes } from "@today/core/time/minutes";
import { minuteOf, workDateOf } from "@today/core/time/zone";
import { keyOf } from "@today/db/arrival";
import type { KeptLeave, ReceivedLeave } from "@today/db/leave";
import type { LeaveNews } from "@today/db/leave-notice";
import { readShifts } from "@today/db/schedule";
import type { Context } from "../context.ts";

const mostDays = 62;

/** Leaves before and after; `kept` are all that were ever kept, to tell the first time from the second. */
export interface LeaveTurn {
  readonly kept: readonly KeptLeave[];
  readonly before: readonly ReceivedLeave[];
  readonly after: readonly ReceivedLeave[];
}

/** What is new of leaves that are not over. That the same hours are told by another door is no news. */
export async function leaveNewsOf(ctx: Context, { kept, before, after }: LeaveTurn): Promise<LeaveNews[]> {
  const { now, company } = ctx;
  const changes = leaveChanges(before, after);
  const ahead = changes.filter((one) => Math.max(one.after?.toAt ?? 0, one.before?.toAt ?? 0) > now);
  if (ahead.length === 0) return [];
  const leaves = ahead.flatMap((one) => [one.before, one.after]).filter((leave) => leave !== null);
  const minutesOf = await plannedMinutes(ctx, leaves);
  const timesOf = (leave: ReceivedLeave) => kept.find((one) => sameKey(one, leave))?.versions ?? 0;
  return ahead.flatMap(({ before: was, after: is }) => {
    const leave = is ?? was;
    if (leave === null) return [];
    const { personId, fromAt, toAt } = leave;
    const dates = datesOf(leave, company.zone);
    const minutes = minutesOf(leave);
    const isSame = was !== null && is !== null && minutesOf(was) === minutes && same(datesOf(was, company.zone), dates);
    if (isSame) return [];
    const kind = is === null ? "leave-withdrawn" : was === null ? "leave" : "leave-changed";
    return [{ kind, personId, fromAt, toAt, minutes, dates, times: timesOf(leave) } as const];
  });
}

/** The planned minutes that a leave takes; null while the shift of one of its days is not known. */
async function plannedMinutes(
  { db, company }: Context,
  leaves: readonly ReceivedLeave[],
): Promise<(leave: ReceivedLeave) => Minutes | null> {
  const { zone } = company;
  const days = leaves.flatMap((leave) => datesOf(leave, zone).map((date) => ({ personId: leave.personId, date })));
  const known = await readShifts(db, company.id, [...new Map(days.map((day) => [keyOf(day), day])).values()]);
  const shifts = new Map(known.map((day) => [keyOf(day), day.shift]));
  return (leave) => {
    const each = datesOf(leave, zone).map((date) =>
      minutesOn(leave, date, { zone, shift: shifts.get(keyOf({ personId: leave.personId, date })) }),
    );
    return each.reduce<Minutes | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0);
  };
}

function minutesOn(
  { fromAt, toAt }: ReceivedLeave,
  date: WorkDate,
  { zone, shift }: { readonly zone: string; readonly shift: Shift | null | undefined },
): Minutes | null {
  if (shift === undefined) return null;
  const planned = shift === null ? [] : subtract(shift.sections, shift.breaks);
  return total(intersect(planned, [{ start: minuteOf(fromAt, date, zone), end: minuteOf(toAt, date, zone) }]));
}

function datesOf({ fromAt, toAt }: ReceivedLeave, zone: string): readonly WorkDate[] {
  return dayRange(workDateOf(fromAt, zone), workDateOf(toAt - 1, zone)).slice(0, mostDays);
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.join() === b.join();
}

/** Whether two rows speak of the same leave. */
export function sameKey(a: ReceivedLeave, b: Pick<ReceivedLeave, "personId" | "fromAt" | "toAt">): boolean {
  return a.personId === b.personId && a.fromAt === b.fromAt && a.toAt === b.toAt;
}
