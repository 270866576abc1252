import { type DayKind, isWorkDate, type WorkDate } from "@today/core/time/date";
import type { CalendarYear } from "../../../api.ts";
import { daysOfYear, kindOfWeekday } from "./year-days.ts";

/** A region's year as a file has it. */
export interface YearFile {
  readonly source: string;
  readonly days: Readonly<Record<WorkDate, DayKind>>;
}

/** What is wrong with a file, with the value that is. */
export type FileFault =
  | { readonly name: "too-big" | "not-json" | "no-days" | "no-source" | "long-source" }
  | { readonly name: "other-year" | "no-date" | "date-of-other-year"; readonly value: string }
  | { readonly name: "no-kind"; readonly value: string; readonly date: string };

/** A file that can be used, or everything that is wrong with it. */
export type ReadFile = { readonly file: YearFile } | { readonly faults: readonly FileFault[] };

const kinds: readonly unknown[] = [
  ...(["workday", "rest", "statutory", "swapped-workday", "in-lieu-rest"] satisfies DayKind[]),
];
const longestSource = 100;
const mostCharacters = 100_000;

/** Reads the text of a file for a year, `{ "year": 2027, "source": "…", "days": { "2027-01-01": "statutory" } }`. */
export function readYearFile(text: string, year: number): ReadFile {
  if (text.length > mostCharacters) return { faults: [{ name: "too-big" }] };
  const value = parse(text);
  if (!isRecord(value)) return { faults: [{ name: "not-json" }] };
  const source = typeof value.source === "string" ? value.source.trim() : "";
  const faults: FileFault[] = [];
  if (value.year !== undefined && value.year !== year) faults.push({ name: "other-year", value: String(value.year) });
  if (source === "") faults.push({ name: "no-source" });
  if (source.length > longestSource) faults.push({ name: "long-source" });
  if (!isRecord(value.days)) return { faults: [...faults, { name: "no-days" }] };
  const entries = Object.entries(value.days);
  faults.push(...entries.flatMap(([date, kind]) => faultsOf(date, kind, year)));
  return faults.length > 0 ? { faults } : { file: { source, days: Object.fromEntries(entries) as YearFile["days"] } };
}

/** The days that a file would make another kind, in order; the company's own words stay over it. */
export function changedBy({ days }: YearFile, view: CalendarYear): { date: WorkDate; isClosed: boolean }[] {
  const isUnknown = view.source === null;
  return daysOfYear(view)
    .filter(({ date, kind, override }) => {
      if (override !== null) return false;
      return isUnknown || (days[date] ?? kindOfWeekday(date)) !== kind;
    })
    .map(({ date, isClosed }) => ({ date, isClosed }));
}

/** A file to begin with, as its text. */
export function exampleOf(year: number, source: string): string {
  const days: Record<string, DayKind> = {
    [`${year}-01-01`]: "statutory",
    [`${year}-05-01`]: "statutory",
    [`${year}-05-04`]: "in-lieu-rest",
    [`${year}-05-09`]: "swapped-workday",
  };
  return `${JSON.stringify({ year, source, days }, null, 2)}\n`;
}

function faultsOf(date: string, kind: unknown, year: number): FileFault[] {
  if (!isWorkDate(date)) return [{ name: "no-date", value: date }];
  if (!date.startsWith(`${year}-`)) return [{ name: "date-of-other-year", value: date }];
  return kinds.includes(kind) ? [] : [{ name: "no-kind", date, value: String(kind) }];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
