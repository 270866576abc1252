import type { AdjustmentView, PeriodSheet } from "../../../api.ts";

/** What was booked late, by the side from which it is seen. */
export interface Late {
  /** Booked in this period, about days that were closed. */
  readonly here: readonly AdjustmentView[];
  /** About days of this period, booked in later ones. */
  readonly about: readonly AdjustmentView[];
}

/** Parts a period's adjustments: what is booked in it, and what is only about its days. */
export function lateOf({ period, adjustments }: Pick<PeriodSheet, "period" | "adjustments">): Late {
  const isHere = ({ bookedOn }: AdjustmentView) => period.first <= bookedOn && bookedOn <= period.last;
  return { here: adjustments.filter(isHere), about: adjustments.filter((one) => !isHere(one)) };
}

/** Counted minutes of adjustments together, signed. */
export function lateSum(adjustments: readonly AdjustmentView[]): number {
  return adjustments.reduce((sum, { counted }) => sum + counted, 0);
}
