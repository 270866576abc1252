/** Months that a page shows: one, a quarter, a year, or from one to another. Both ends are included. */
export interface MonthRange {
  readonly kind: "month" | "quarter" | "year" | "own";
  /** `2026-07` */
  readonly from: string;
  readonly to: string;
}

const lengths = { month: 1, quarter: 3, year: 12 } as const;
const most = 36;

/** The month, quarter or year that holds a month. */
export function rangeAround(month: string, kind: keyof typeof lengths): MonthRange {
  const length = lengths[kind];
  const first = Math.floor(numberOf(month) / length) * length;
  return { kind, from: monthOf(first), to: monthOf(first + length - 1) };
}

/** The months just before (-1) or after (1), as many. */
export function besides({ kind, from, to }: MonthRange, step: -1 | 1): MonthRange {
  const length = numberOf(to) - numberOf(from) + 1;
  return { kind, from: monthOf(numberOf(from) + step * length), to: monthOf(numberOf(to) + step * length) };
}

/** Any months, put in order if they come reversed; the first 36 of them at most. */
export function ownRange(one: string, other: string): MonthRange {
  const [from, to] = one <= other ? [one, other] : [other, one];
  return { kind: "own", from, to: numberOf(to) - numberOf(from) < most ? to : monthOf(numberOf(from) + most - 1) };
}

/** Whether a month lies in the range. */
export function holdsMonth({ from, to }: MonthRange, month: string): boolean {
  return from <= month && month <= to;
}

/** 3 of `2026-07`. */
export function quarterOf(month: string): number {
  return Math.floor((Number(month.slice(5, 7)) - 1) / 3) + 1;
}

function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthOf(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`;
}
