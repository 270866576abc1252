import type { Allocation, LinePart } from "./allocation.ts";
import type { Policy } from "./policy.ts";
import { addDays, type DayKind, isWorkingDay, type WorkDate } from "./time/date.ts";
import type { Instant, Minutes } from "./time/minutes.ts";
import { instantAt } from "./time/zone.ts";
import type { WarningName } from "./warning.ts";
import type { SettledDay } from "./workday.ts";

/** The stable names of why an allocation does not pass by itself; `changed-since` is found when decisions are read. */
export type ReviewReason = "changed-late" | "changed-since" | "odd-day" | "off-plan" | "off-site" | "overtime-unasked";

/** How far a day may be from its plan, and how many days after it a choice may still be made, without anybody asking. */
export interface Tolerance {
  readonly minutes: Minutes;
  readonly lateDays: number;
}

/** Half an hour, and the day after. */
export const defaultTolerance: Tolerance = { minutes: 30, lateDays: 1 };

/** When a pick or a split was made, and whether somebody other than the person made it. */
export interface Choice {
  /** The id of the pick, or `split`. */
  readonly fact: string;
  readonly madeAt: Instant;
  readonly byOther: boolean;
}

/** A settled day and what its allocations are judged by. */
export interface ReviewedDay {
  readonly day: Pick<
    SettledDay,
    "date" | "planned" | "leave" | "counted" | "overtimeApproved" | "warnings" | "allocations" | "line" | "over"
  >;
  readonly dayKind: DayKind;
  readonly choices: readonly Choice[];
  readonly tolerance: Tolerance;
  readonly policy: Pick<Policy, "zone" | "overtime">;
}

/** Why an allocation waits for somebody: sorted, each once; without reasons it passes by itself. */
export interface Review {
  readonly reasons: readonly ReviewReason[];
}

const oddWarnings: readonly WarningName[] = [
  "long-day",
  "missing-in",
  "missing-out",
  "split-overflow",
  "worked-on-leave",
];

/** One review for each allocation, in the day's order; null while the day is not over, which judges nothing. */
export function reviewDay(facts: ReviewedDay): readonly Review[] | null {
  const { day, policy } = facts;
  if (!day.over) return null;
  const late = lateFacts(facts);
  const ofDay: ReviewReason[] = [];
  if (day.warnings.some((name) => oddWarnings.includes(name))) ofDay.push("odd-day");
  if (isOffPlan(facts)) ofDay.push("off-plan");
  return day.allocations.map((allocation) => {
    const reasons = [...ofDay];
    if (day.line.some((part) => late.has(choiceOf(part)) && isBehind(part, allocation))) reasons.push("changed-late");
    if (allocation.place === "mobile" && allocation.basis === "pick") reasons.push("off-site");
    if (allocation.overtime !== null && policy.overtime === "all") reasons.push("overtime-unasked");
    return { reasons: reasons.sort() };
  });
}

function isOffPlan({ day, dayKind, tolerance }: ReviewedDay): boolean {
  if (!isWorkingDay(dayKind) || day.planned === 0) return false;
  const due = Math.max(0, day.planned - day.leave);
  return Math.abs(day.counted - day.overtimeApproved - due) > tolerance.minutes;
}

function lateFacts({ day, choices, tolerance, policy }: ReviewedDay): ReadonlySet<string | null> {
  const until = endOfDate(addDays(day.date, tolerance.lateDays), policy.zone);
  return new Set(choices.filter(({ madeAt, byOther }) => !byOther && madeAt >= until).map(({ fact }) => fact));
}

function endOfDate(date: WorkDate, zone: string): Instant {
  return instantAt(addDays(date, 1), 0, zone);
}

/** The choice a part stands on; the parts of a split are one choice. */
function choiceOf({ basis, fact }: LinePart): string | null {
  if (basis === "split") return "split";
  return basis === "pick" ? fact : null;
}

function isBehind(part: LinePart, allocation: Allocation): boolean {
  return (
    part.project === allocation.project &&
    part.task === allocation.task &&
    part.basis === allocation.basis &&
    part.place === allocation.place &&
    part.overtime === allocation.overtime
  );
}
