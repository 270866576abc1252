import { addDays, daysBetween, type WorkDate } from "@today/core/time/date";
import { type Instant, minuteMs, minutesPerDay } from "@today/core/time/minutes";
import { instantAt, workDateOf } from "@today/core/time/zone";

/** Two instants or two dates, both included. */
export interface Span<T> {
  readonly from: T;
  readonly to: T;
}

/** What one batch asks DingTalk for, at most 100 people; null is not asked. */
export interface PullWork {
  readonly people: readonly string[];
  readonly records: Span<Instant> | null;
  readonly schedules: Span<WorkDate> | null;
  readonly leaves: Span<Instant> | null;
  readonly results: Span<WorkDate> | null;
}

/** Who is to be pulled, when and where it is. */
export interface PullTime {
  readonly people: readonly string[];
  readonly now: Instant;
  readonly zone: string;
}

/** The people of one date whose day lacks a punch. */
export interface OpenDay {
  readonly date: WorkDate;
  readonly people: readonly string[];
}

const peopleABatch = 100;
const dayMs = minutesPerDay * minuteMs;
/** DingTalk answers for so many days in one call. */
const windowDays = 7;
const asksNothing = { records: null, schedules: null, leaves: null, results: null };

/** The batches that pull a range of dates: punches until the last night shift is over, schedules, leaves. */
export function planRange({ people, now, zone }: PullTime, { from, to }: Span<WorkDate>): PullWork[] {
  const begin = instantAt(from, 0, zone);
  const end = instantAt(to, 0, zone) + dayMs;
  const records = windowsOf(begin, Math.min(now, end + dayMs / 2));
  const days = Math.ceil((daysBetween(from, to) + 1) / windowDays);
  return Array.from({ length: Math.max(records.length, days) }, (_, n) => n).flatMap((n) => {
    const first = addDays(from, n * windowDays);
    const last = addDays(first, windowDays - 1);
    return batchesOf(people, {
      ...asksNothing,
      records: records[n] ?? null,
      schedules: n < days ? { from: first, to: last < to ? last : to } : null,
      leaves: n === 0 ? { from: begin, to: end } : null,
    });
  });
}

/** Whom a night asks more about: those never pulled before, and those whose days lack a punch. */
export interface NightExtras {
  readonly newcomers: readonly string[];
  readonly openDays: readonly OpenDay[];
}

/** What a night asks beside punches: schedules, leaves, and results of so many days up to yesterday. */
export interface NightAsks {
  readonly schedules: boolean;
  readonly leaves: boolean;
  readonly resultDays: number;
}

const asksAll: NightAsks = { schedules: true, leaves: true, resultDays: 1 };

/**
 * The night's batches: a week of punches, yesterday's results, schedules and leaves to come, and once more the results of open
 * days. Of newcomers punches and schedules of the same days are asked, so that no punch of theirs is without its shift.
 */
export function planNight(
  { people, now, zone }: PullTime,
  { newcomers, openDays }: NightExtras,
  asks: NightAsks = asksAll,
): PullWork[] {
  const today = workDateOf(now, zone);
  const yesterday = addDays(today, -1);
  const midnight = instantAt(today, 0, zone);
  const isNew = new Set(newcomers);
  const asked = addDays(today, -asks.resultDays);
  const around = {
    leaves: asks.leaves ? { from: midnight - windowDays * dayMs, to: midnight + 30 * dayMs } : null,
    results: asks.resultDays > 0 ? { from: asked, to: yesterday } : null,
  };
  const days = (from: WorkDate, to: WorkDate) => (asks.schedules ? { from, to } : null);
  const known = people.filter((person) => !isNew.has(person));
  const fresh = people.filter((person) => isNew.has(person));
  return [
    ...batchesOf(known, {
      ...around,
      records: { from: now - windowDays * dayMs, to: now },
      schedules: days(yesterday, addDays(today, windowDays - 2)),
    }),
    ...batchesOf(fresh, {
      ...around,
      records: { from: midnight - (windowDays - 2) * dayMs, to: now },
      schedules: days(addDays(today, 2 - windowDays), addDays(today, 1)),
    }),
    ...openDays
      .filter(({ date }) => date < asked)
      .flatMap((day) => batchesOf(day.people, { ...asksNothing, results: { from: day.date, to: day.date } })),
  ];
}

/** The batches that ask once more for a month's records, until its last night shift is over, and for its results. */
export function planClose({ people, now, zone }: PullTime, { from, to }: Span<WorkDate>, results: boolean): PullWork[] {
  const end = Math.min(now, instantAt(to, 0, zone) + dayMs + dayMs / 2);
  return windowsOf(instantAt(from, 0, zone), end).flatMap((records, n) => {
    const first = addDays(from, n * windowDays);
    const last = addDays(first, windowDays - 1);
    const span = first <= to && results ? { from: first, to: last < to ? last : to } : null;
    return batchesOf(people, { ...asksNothing, records, results: span });
  });
}

/** The batches that pull today's punches, and those of yesterday's night shifts. */
export function planDay({ people, now, zone }: PullTime): PullWork[] {
  const from = instantAt(workDateOf(now, zone), 0, zone) - dayMs / 2;
  return batchesOf(people, { ...asksNothing, records: { from, to: now } });
}

/** Lists of at most so many. */
export function groupsOf<T>(list: readonly T[], most: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / most) }, (_, n) => list.slice(n * most, (n + 1) * most));
}

function batchesOf(people: readonly string[], work: Omit<PullWork, "people">): PullWork[] {
  return groupsOf(people, peopleABatch).map((group) => ({ people: group, ...work }));
}

function windowsOf(from: Instant, to: Instant): Span<Instant>[] {
  const length = windowDays * dayMs;
  return Array.from({ length: Math.max(0, Math.ceil((to - from) / length)) }, (_, n) => {
    const start = from + n * length;
    return { from: start, to: Math.min(to, start + length - 1000) };
  });
}
