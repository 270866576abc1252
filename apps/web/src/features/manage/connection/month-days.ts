import type { CallSummary } from "../../../api.ts";

/** A day of the month, with what was used on it and until its end. */
export interface MonthDay {
  readonly day: number;
  readonly used: number;
  readonly failed: number;
  readonly sum: number;
}

/** `2026-09` has 30. */
export function daysIn(month: string): number {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

/** The days of a month until one of them, each with its sum; days without calls are there too. */
export function monthDays({ days }: CallSummary, until: number): MonthDay[] {
  let sum = 0;
  return Array.from({ length: until }, (_, n) => {
    const found = days.find(({ date }) => Number(date.slice(8)) === n + 1);
    sum += found?.used ?? 0;
    return { day: n + 1, used: found?.used ?? 0, failed: found?.failed ?? 0, sum };
  });
}

/** The month's calls by kind, the most first. */
export function kindSums({ days }: CallSummary): { kind: CallSummary["apis"][number]["kind"]; used: number }[] {
  const sums = new Map<CallSummary["apis"][number]["kind"], number>();
  for (const { kinds } of days) for (const { kind, used } of kinds) sums.set(kind, (sums.get(kind) ?? 0) + used);
  return [...sums].map(([kind, used]) => ({ kind, used })).sort((a, b) => b.used - a.used);
}
