import { datesOf, type Row } from "./check.ts";
import type { Mends } from "./mending.ts";

interface Going {
  readonly mends: Mends;
  /** Lines that were just answered. */
  readonly leaving: ReadonlySet<string>;
}

/** How many of the listed things are settled already, though the checks may still list them. */
export function goneCount(rows: readonly Row[], { mends, leaving }: Going): number {
  const gone = rows.filter(({ key }) => leaving.has(key) || mends.get(key)?.saving.state === "saved");
  return gone.reduce((sum, { items }) => sum + items.length, 0);
}

/** The lines to show: what is left, and what was mended a moment ago where it was. */
export function shownRows(rows: readonly Row[], { mends, leaving }: Going, kind: Row["kind"]): Row[] {
  const left = rows.filter(({ key }) => !leaving.has(key));
  const known = new Set(left.map(({ key }) => key));
  const kept = [...mends.values()].flatMap(({ row }) => (row.kind === kind && !known.has(row.key) ? [row] : []));
  return [...left, ...kept].sort((a, b) => compare(placeOf(a), placeOf(b)));
}

function placeOf(row: Row): string {
  return `${datesOf(row)[0] ?? ""} ${row.person.id}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
