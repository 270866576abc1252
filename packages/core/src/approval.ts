import type { Allocation } from "./allocation.ts";
import type { Review, ReviewReason } from "./review.ts";
import type { Instant, Minutes } from "./time/minutes.ts";

/** Where an allocation stands: its day still runs, it passed by itself, it waits, or somebody decided. */
export type ApprovalState = "running" | "automatic" | "waiting" | "approved" | "rejected";

/** What somebody said of an allocation as it was then; `withdrawn` takes what was said before back. */
export interface Decision {
  readonly project: string;
  /** The `allocationKey` it was made on. */
  readonly key: string;
  readonly minutes: Minutes;
  readonly verdict: "approved" | "rejected" | "withdrawn";
  readonly at: Instant;
}

/** A state, and why the allocation waits or waited. */
export interface Approval extends Review {
  readonly state: ApprovalState;
}

/** What tells the allocations of one project on one day apart: `T-1|pick|onsite|workday`, empty where there is none. */
export function allocationKey({ task, basis, place, overtime }: Omit<Allocation, "project" | "minutes">): string {
  return `${task ?? ""}|${basis}|${place}|${overtime ?? ""}`;
}

/**
 * The state of an allocation under the decisions of its person's day; `review` is null while the day is not over. The
 * latest decision stands as long as the minutes are those it was made on; other minutes reopen that allocation alone,
 * with `changed-since`.
 */
export function stateOf(allocation: Allocation, review: Review | null, decisions: readonly Decision[]): Approval {
  if (review === null) return { state: "running", reasons: [] };
  const { reasons } = review;
  const latest = latestOn(allocation, decisions);
  if (latest === null || latest.verdict === "withdrawn") {
    return { state: reasons.length > 0 ? "waiting" : "automatic", reasons };
  }
  if (latest.minutes === allocation.minutes) return { state: latest.verdict, reasons };
  return { state: "waiting", reasons: withChanged(reasons) };
}

function latestOn(allocation: Allocation, decisions: readonly Decision[]): Decision | null {
  const key = allocationKey(allocation);
  let latest: Decision | null = null;
  for (const decision of decisions) {
    if (decision.project !== allocation.project || decision.key !== key) continue;
    if (latest === null || decision.at >= latest.at) latest = decision;
  }
  return latest;
}

function withChanged(reasons: readonly ReviewReason[]): readonly ReviewReason[] {
  return [...new Set([...reasons, "changed-since" as const])].sort();
}
