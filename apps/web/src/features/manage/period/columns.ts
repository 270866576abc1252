import type { PeriodSheet } from "../../../api.ts";
import { duration } from "../../../format.ts";
import { isMeant, type PinyinMatch, wordsOf } from "../../../project-search.ts";

/** One person's line of the sheet. */
export type SheetRow = PeriodSheet["rows"][number];

/** What stands in a row beside the name, in the order of the table. */
export const columns = [
  ...(["days", "attended", "overtime", "counted", "approved", "rejected", "waiting", "unassigned"] as const),
  ...(["workday", "rest", "statutory"] as const),
];

export type Column = (typeof columns)[number];

/** The figure of a column; null where there is nothing. Days are a count, everything else a length: `8h05`. */
export function cellText(row: SheetRow, column: Column): string | null {
  if (column === "days") return row.days === 0 ? null : String(row.days);
  const minutes = minutesOf(row, column);
  return minutes === 0 ? null : duration(minutes);
}

// Names of one sound stand together, as in a Chinese telephone book.
const order = new Intl.Collator("zh-Hans-CN-u-co-pinyin");

/** The rows by name as it is pronounced. */
export function byName(rows: readonly SheetRow[]): SheetRow[] {
  return [...rows].sort((a, b) => order.compare(a.person.name, b.person.name));
}

/** The people whose name or title has every word of the query. */
export function findRows(rows: readonly SheetRow[], query: string, pinyin: PinyinMatch | null): SheetRow[] {
  const words = wordsOf(query);
  return rows.filter(({ person: { id, name, title } }) =>
    words.every((word) => [id, name, title ?? ""].some((text) => isMeant(text, word, pinyin))),
  );
}

function minutesOf(row: SheetRow, column: Exclude<Column, "days">): number {
  if (column === "workday" || column === "rest" || column === "statutory") return row.overtime[column];
  return column === "overtime" ? row.overtimeApproved : row[column];
}
