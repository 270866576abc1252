import type { Interval } from "./time/interval.ts";
import type { Instant, Minutes } from "./time/minutes.ts";

/** Why minutes are on a project. */
export type Basis = "split" | "pick" | "site" | "default";

/** Where the minutes of an allocation were worked; `mobile` is 移动办公. */
export type Place = "onsite" | "mobile" | "trip" | "unknown";

/** The legal kind of overtime: `workday` 150 %, `rest` 200 %, `statutory` 300 %. */
export type OvertimeKind = "workday" | "rest" | "statutory";

/** What a person said a day belongs to, from a minute on, or the whole day when `from` is null. */
export interface Pick {
  readonly id: string;
  readonly project: string;
  readonly task: string | null;
  readonly from: Minutes | null;
  readonly madeAt: Instant;
}

/** One part of a split, in order. Minutes are above 0. */
export interface SplitPart {
  readonly project: string;
  readonly task: string | null;
  readonly minutes: Minutes;
}

/** Minutes of one day on one project for one reason. */
export interface Allocation {
  readonly project: string;
  readonly task: string | null;
  readonly minutes: Minutes;
  readonly basis: Basis;
  readonly place: Place;
  readonly overtime: OvertimeKind | null;
}

/** A stretch of the day's line as the screens draw it; `fact` is the id of the pick, site or punch behind it. */
export interface LinePart extends Interval {
  readonly kind: "counted" | "uncounted" | "break" | "leave";
  readonly project: string | null;
  readonly task: string | null;
  readonly basis: Basis | null;
  readonly place: Place | null;
  readonly overtime: OvertimeKind | null;
  readonly fact: string | null;
}
