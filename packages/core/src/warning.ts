import type { Minutes } from "./time/minutes.ts";

/** The stable names of what looks odd in a day. */
export type WarningName =
  | "absent"
  | "early-leave"
  | "late"
  | "long-day"
  | "missing-in"
  | "missing-out"
  | "pick-off-site"
  | "running"
  | "split-overflow"
  | "unassigned"
  | "worked-on-leave";

/** A warning with its figures: minutes on the line, lengths, metres. Sentences are made by the web app. */
export interface Warning {
  readonly name: WarningName;
  /** Minute of the line it speaks of: the odd punch, the expected start or end. */
  readonly at: Minutes | null;
  /** Where the line expected it: the section start for `late`, the section end for `early-leave`. */
  readonly expected: Minutes | null;
  /** Length it speaks of. */
  readonly minutes: Minutes | null;
  readonly metres: number | null;
}
