import { type DayKind, dayRange, type WorkDate, weekdayOf } from "@today/core/time/date";
import type { CalendarYear } from "../../../api.ts";

/** One day of a year as the picture draws it. */
export interface YearDay {
  readonly date: WorkDate;
  readonly kind: DayKind;
  /** What holds without the company's own word: the notice's, else the weekday's. */
  readonly given: DayKind;
  /** Whether the notice names the day. */
  readonly isNamed: boolean;
  readonly override: CalendarYear["days"][number]["override"];
  readonly isClosed: boolean;
}

/** 休, 班 or 节 where a day is not like its weekday; a free weekend has none. */
export type Letter = "rest" | "swapped" | "statutory" | null;

/** Every day of a year in order. */
export function daysOfYear({ year, days, openFrom }: CalendarYear): YearDay[] {
  const named = new Map(days.map((day) => [day.date, day]));
  return dayRange(`${year}-01-01`, `${year}-12-31`).map((date) => {
    const day = named.get(date);
    const given = day?.published ?? kindOfWeekday(date);
    return {
      ...{ date, given, kind: day?.kind ?? given, override: day?.override ?? null },
      ...{ isNamed: day?.published != null, isClosed: openFrom !== null && date < openFrom },
    };
  });
}

/** What a day is where nobody says anything. */
export function kindOfWeekday(date: WorkDate): DayKind {
  return weekdayOf(date) >= 6 ? "rest" : "workday";
}

/** The letter on a day. */
export function letterOf({ date, kind }: Pick<YearDay, "date" | "kind">): Letter {
  if (kind === "statutory") return "statutory";
  if (isWorked(kind)) return kindOfWeekday(date) === "workday" ? null : "swapped";
  return kind === "in-lieu-rest" || kindOfWeekday(date) === "workday" ? "rest" : null;
}

/** How a day is drawn: by its letter, else as a weekend or a workday. */
export function lookOf(day: Pick<YearDay, "date" | "kind">): NonNullable<Letter> | "weekend" | "workday" {
  return letterOf(day) ?? (isWorked(day.kind) ? "workday" : "weekend");
}

/** Whether people are due to work. */
function isWorked(kind: DayKind): boolean {
  return kind === "workday" || kind === "swapped-workday";
}

/** How many days there are of what one looks for in a year. */
export function countDays(days: readonly Pick<YearDay, "kind">[]): Record<DayKind, number> {
  const counts = { workday: 0, rest: 0, statutory: 0, "swapped-workday": 0, "in-lieu-rest": 0 };
  for (const { kind } of days) counts[kind] += 1;
  return counts;
}

/** The kinds that make sense for a day, what it is now among them: nobody swaps a Wednesday for a Wednesday. */
export function kindsFor({ date, kind, given }: YearDay): DayKind[] {
  const usual: DayKind[] =
    kindOfWeekday(date) === "workday"
      ? ["workday", "in-lieu-rest", "statutory", "rest"]
      : ["rest", "swapped-workday", "statutory"];
  return [...new Set([...usual, given, kind])];
}

/** What is to be sent so that a day becomes of a kind: null takes the company's word back. */
export function wishFor({ given }: Pick<YearDay, "given">, kind: DayKind): DayKind | null {
  return kind === given ? null : kind;
}

/** The company's own word on a day, null for none: what brings it back after a change. */
export function saidOf({ override, kind }: YearDay): DayKind | null {
  return override === null ? null : kind;
}
