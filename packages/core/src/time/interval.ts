import type { Minutes } from "./minutes.ts";

/** A half-open stretch of a work date's time line: `{ start: 540, end: 720 }` is 09:00–12:00, 180 minutes. */
export interface Interval {
  readonly start: Minutes;
  readonly end: Minutes;
}
