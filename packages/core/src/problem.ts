/** The stable names of what the core refuses. Codes travel; the web app owns the sentences. */
export type Problem =
  | "account-rules-malformed"
  | "calendar-file-malformed"
  | "calendar-year-missing"
  | "cycle-missing"
  | "cycle-unexpected"
  | "daily-minutes-out-of-range"
  | "interval-ends-before-start"
  | "mark-malformed"
  | "name-missing"
  | "not-a-member"
  | "period-approvers-only"
  | "period-closed"
  | "period-move-unknown"
  | "period-not-over"
  | "positions-malformed"
  | "project-closed"
  | "rounding-unknown"
  | "shift-sections-overlap"
  | "short-name-too-long"
  | "split-part-not-positive";

/** A value, or the name of why there is none: `{ ok: false, problem: "split-part-not-positive" }`. */
export type Result<T> = { readonly ok: true; readonly value: T } | Refusal;

/** An expected refusal; nothing was changed. */
export interface Refusal {
  readonly ok: false;
  readonly problem: Problem;
}

/** Wraps a value that may exist. */
export function accept<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Refuses with a name: `refuse("period-closed")`. */
export function refuse(problem: Problem): Refusal {
  return { ok: false, problem };
}
