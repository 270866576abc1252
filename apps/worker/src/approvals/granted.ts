import { addDays, dayRange, type WorkDate } from "@today/core/time/date";
import type { Interval } from "@today/core/time/interval";
import { minutesPerDay } from "@today/core/time/minutes";
import { minuteOf, workDateOf } from "@today/core/time/zone";
import type { GrantedTime } from "@today/db/approved-time";
import type { ApprovedFact } from "@today/dingtalk/approval/fact";
import type { FactDay } from "@today/dingtalk/approval/resolve";

const mostDays = 400;

/** The times of trips and overtime that stand, day by day for everybody they are for; nothing for a day that cannot be laid out yet. */
export function grantedBy(fact: ApprovedFact, zone: string): GrantedTime[] {
  if (fact.state !== "agreed" || (fact.kind !== "trip" && fact.kind !== "overtime")) return [];
  const { kind, lieu, processInstanceId, part } = fact;
  const days = daysOf(fact, zone).flatMap((day) => {
    const on = intervalOn(day, fact, zone);
    return on === null ? [] : [{ date: day.date, start: on.start, end: on.end }];
  });
  const id = `${processInstanceId}/${part}`;
  return fact.userIds.flatMap((personId) => days.map((day) => ({ ...day, personId, id, kind, lieu })));
}

/** The last date on which a trip still hangs on shifts that may not be known yet or may change; null for anything else. */
export function openUntil(fact: ApprovedFact, zone: string): WorkDate | null {
  return fact.state === "agreed" && fact.kind === "trip" ? workDateOf(fact.to - 1, zone) : null;
}

/** Overtime of several days of which nothing says how it lies on them is granted on each; a trip waits for its shifts. */
function daysOf(fact: ApprovedFact, zone: string): readonly FactDay[] {
  if (fact.kind === "trip") return fact.days.filter(({ minutes }) => minutes !== null);
  if (fact.days.length > 0) return fact.days;
  const dates = dayRange(workDateOf(fact.from, zone), workDateOf(fact.to - 1, zone)).slice(0, mostDays);
  return dates.map((date) => ({ date, from: fact.from, to: fact.to, minutes: null }));
}

function intervalOn(day: FactDay, { from }: ApprovedFact, zone: string): Interval | null {
  if (day.from === null || day.to === null) return day.minutes === null ? null : fromTheClock(day.minutes, from, zone);
  const start = Math.max(-minutesPerDay, minuteOf(day.from, day.date, zone));
  const end = Math.min(2 * minutesPerDay, minuteOf(day.to, day.date, zone));
  return start < end ? { start, end } : null;
}

/** Of overtime told as hours a day each day begins at the clock time at which the first one does. */
function fromTheClock(minutes: number, from: number, zone: string): Interval | null {
  const start = minuteOf(from, workDateOf(from, zone), zone);
  return minutes > 0 ? { start, end: start + minutes } : null;
}

/** The dates whose shifts a fact needs, the night shift of the day before included. */
export function datesOf(fact: ApprovedFact, zone: string): readonly WorkDate[] {
  return dayRange(addDays(workDateOf(fact.from, zone), -1), workDateOf(fact.to, zone)).slice(0, mostDays);
}
