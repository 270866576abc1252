import type { Interval } from "./time/interval.ts";

/** What was due on a work date: sections to be worked and the breaks inside them, on that date's time line. */
export interface Shift {
  readonly sections: readonly Interval[];
  readonly breaks: readonly Interval[];
}
