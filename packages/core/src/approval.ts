import type { Allocation } from "./allocation.ts";
import type { Review, ReviewReason } from "./review.ts";
import type { Instant, Minutes } from "./time/minutes.ts";

/** Where an allocation stands: its day still runs, it passed by itself, it waits, or somebody decided. */
export type ApprovalState = "running" | "automatic" | "waiting" | "approved" | "rejected";

/** What somebody said of an allocation as it was then; `withdrawn` takes back what the same batch said. */
export interface Decision {
  /** The action it was made in, one for many allocations. */
  readonly batch: string;
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
 * latest decision that is not withdrawn stands as long as the minutes are those it was made on; other minutes reopen that
 * allocation alone, with `changed-since`.
 */
export function stateOf(allocation: Allocation, review: Review | null, decisions: readonly Decision[]): Approval {
  if (review === null) return { state: "running", reasons: [] };
  const { reasons } = review;
  const latest = latestOn(allocation, decisions);
  if (latest === null) return { state: reasons.length > 0 ? "waiting" : "automatic", reasons };
  if (latest.minutes === allocation.minutes) return { state: latest.verdict, reasons };
  return { state: "waiting", reasons: withChanged(reasons) };
}

interface Standing extends Decision {
  readonly verdict: Exclude<Decision["verdict"], "withdrawn">;
}

function latestOn(allocation: Allocation, decisions: readonly Decision[]): Standing | null {
  const key = allocationKey(allocation);
  const own = decisions.filter((one) => one.project === allocation.project && one.key === key);
  const withdrawn = new Set(own.filter(({ verdict }) => verdict === "withdrawn").map(({ batch }) => batch));
  let latest: Standing | null = null;
  for (const one of own) {
    if (isStanding(one, withdrawn) && (latest === null || one.at >= latest.at)) latest = one;
  }
  return latest;
}

/** A withdrawal bears the batch that it takes back, so it never stands itself. */
function isStanding(decision: Decision, withdrawn: ReadonlySet<string>): decision is Standing {
  return !withdrawn.has(decision.batch);
}

function withChanged(reasons: readonly ReviewReason[]): readonly ReviewReason[] {
  return [...new Set([...reasons, "changed-since" as const])].sort();
}
