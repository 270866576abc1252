import { addDays, type WorkDate } from "@today/core/time/date";
import { weekOf } from "../../period.ts";
import type { Visit } from "../../visits.ts";

/** The days whose check-ins are shown: one, or its week from Monday; both ends are included. */
export interface Span {
  readonly kind: "day" | "week";
  readonly first: WorkDate;
  readonly last: WorkDate;
}

/** A day, or the week it lies in. */
export function spanOf(kind: Span["kind"], date: WorkDate): Span {
  if (kind === "day") return { kind, first: date, last: date };
  const { first, last } = weekOf(date);
  return { kind, first, last };
}

/** The day or week before (-1) or after (1). */
export function spanBeside({ kind, first, last }: Span, step: -1 | 1): Span {
  return spanOf(kind, step === 1 ? addDays(last, 1) : addDays(first, -1));
}

/** Check-ins in order, grouped by their days in order. */
export function byDay(visits: readonly Visit[]): readonly { readonly date: WorkDate; readonly visits: Visit[] }[] {
  const dates = [...new Set(visits.map(({ date }) => date))];
  return dates.map((date) => ({ date, visits: visits.filter((visit) => visit.date === date) }));
}
