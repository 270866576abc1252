import { type Day, dayText, parseDay, weekday } from "./beijing.ts";

/** `festival` is a statutory day, `rest` one of a holiday's other days off, `overtime` a swapped workday (补班). */
export interface Holiday {
  readonly name: string;
  readonly type: "festival" | "rest" | "overtime";
  /** The day off that a swapped workday pays for. */
  readonly realDay: Day | null;
}

interface Break {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** The statutory days among them. */
  readonly festival: readonly string[];
  /** Days that are worked for it. */
  readonly worked: readonly string[];
}

/** The State Council's arrangements for 2025 and 2026. */
const BREAKS: readonly Break[] = [
  holiday("元旦", "2025-01-01", "2025-01-01", ["2025-01-01"]),
  holiday("春节", "2025-01-28", "2025-02-04", days("2025-01-28", 4), ["2025-01-26", "2025-02-08"]),
  holiday("清明节", "2025-04-04", "2025-04-06", ["2025-04-04"]),
  holiday("劳动节", "2025-05-01", "2025-05-05", days("2025-05-01", 2), ["2025-04-27"]),
  holiday("端午节", "2025-05-31", "2025-06-02", ["2025-05-31"]),
  holiday("国庆节", "2025-10-01", "2025-10-08", [...days("2025-10-01", 3), "2025-10-06"], ["2025-09-28", "2025-10-11"]),
  holiday("元旦", "2026-01-01", "2026-01-03", ["2026-01-01"], ["2026-01-04"]),
  holiday("春节", "2026-02-15", "2026-02-23", days("2026-02-16", 4), ["2026-02-14", "2026-02-28"]),
  holiday("清明节", "2026-04-04", "2026-04-06", ["2026-04-05"]),
  holiday("劳动节", "2026-05-01", "2026-05-05", days("2026-05-01", 2), ["2026-05-09"]),
  holiday("端午节", "2026-06-19", "2026-06-21", ["2026-06-19"]),
  holiday("中秋节", "2026-09-25", "2026-09-27", ["2026-09-25"]),
  holiday("国庆节", "2026-10-01", "2026-10-07", days("2026-10-01", 3), ["2026-09-20", "2026-10-10"]),
];

const HOLIDAYS: ReadonlyMap<Day, Holiday> = new Map(BREAKS.flatMap(entries));

/** What the holiday arrangements say of a day; null for an ordinary one. */
export function holidayOn(day: Day): Holiday | null {
  return HOLIDAYS.get(day) ?? null;
}

/** Is it a day on which people with a fixed week work? */
export function isWorkingDay(day: Day): boolean {
  const found = HOLIDAYS.get(day);
  if (found) return found.type === "overtime";
  return weekday(day) !== 0 && weekday(day) !== 6;
}

/** The first working day after `day`, or before it when `step` is -1. */
export function workingDayFrom(day: Day, step: 1 | -1): Day {
  let found = day + step;
  while (!isWorkingDay(found)) found += step;
  return found;
}

function holiday(...[name, from, to, festival, worked = []]: [string, string, string, string[], string[]?]): Break {
  return { name, from, to, festival, worked };
}

function days(from: string, count: number): string[] {
  return Array.from({ length: count }, (_, offset) => dayText(dayOf(from) + offset));
}

function dayOf(text: string): Day {
  return parseDay(text) ?? 0;
}

function entries({ name, from, to, festival, worked }: Break): [Day, Holiday][] {
  const first = dayOf(from);
  const off = Array.from({ length: dayOf(to) - first + 1 }, (_, offset): [Day, Holiday] => {
    const type = festival.includes(dayText(first + offset)) ? "festival" : "rest";
    return [first + offset, { name, type, realDay: null }];
  });
  const on = worked.map((text): [Day, Holiday] => [dayOf(text), { name, type: "overtime", realDay: first }]);
  return [...off, ...on];
}
