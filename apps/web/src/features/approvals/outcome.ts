import type { DecisionInput, DecisionResult } from "../../api.ts";
import type { Words } from "./words.ts";

const whys = ["changed", "not-yours", "period-closed"] as const satisfies DecisionResult["skipped"][number]["why"][];

/** `3 件已同意`; null when nothing was done. */
export function doneText(m: Words, verdict: DecisionInput["verdict"], { done }: DecisionResult): string | null {
  if (done.length === 0) return null;
  return m[verdict === "approve" ? "approvals.approved" : "approvals.returned"](done.length);
}

/** `2 件已同意，1 件刚被改过，再看一下`; null when everything was done. */
export function partlyText(m: Words, verdict: DecisionInput["verdict"], result: DecisionResult): string | null {
  if (result.skipped.length === 0) return null;
  const skipped = whys.flatMap((why) => {
    const count = result.skipped.filter((one) => one.why === why).length;
    return count === 0 ? [] : [m[`approvals.skipped.${why}`](count)];
  });
  const done = doneText(m, verdict, result);
  return [...(done === null ? [] : [done]), ...skipped].join(m["approvals.join"]);
}
