import { dayNumber, type WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";

/** One person's work date. */
export interface DayKey {
  readonly personId: string;
  readonly date: WorkDate;
}

/** Whose facts came, and when. */
export interface Arrival {
  readonly companyId: string;
  readonly at: Instant;
}

const hourMs = 3_600_000;

/** A day as the queries want it: `["p1", "2026-09-14", …]`, with instants safely around it in any zone. */
export type DayValues = readonly [personId: string, date: WorkDate, after: Instant, before: Instant];

export function keysOf(days: readonly DayKey[]): DayValues[] {
  return days.map(({ personId, date }) => {
    const midnight = dayNumber(date) * 24 * hourMs;
    return [personId, date, midnight - 48 * hourMs, midnight + 72 * hourMs];
  });
}

/** One text for a day, to look it up by. */
export function keyOf(day: DayKey): string {
  return `${day.date}\n${day.personId}`;
}

/** Rows by their day. */
export function byDay<Row extends DayKey>(rows: readonly Row[]): Map<string, Row[]> {
  return groupRows(rows, keyOf);
}

/** Rows by what they have in common, in their order. */
export function groupRows<Row>(rows: readonly Row[], keyOfRow: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOfRow(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
