import { keepLeaveOutcome } from "../approvals/keep-leaves.ts";
import { leavesOfList } from "../approvals/leave-standing.ts";
import type { Context } from "../context.ts";
import type { Answers } from "./ask.ts";
import type { PullWork } from "./work.ts";

/** Statements that keep the leaves of a batch's answers, and that those which DingTalk no longer reports are gone. */
export async function leavesOf(
  ctx: Context,
  work: PullWork,
  answers: Answers,
): Promise<{ readonly mark: readonly D1PreparedStatement[]; readonly insert: readonly D1PreparedStatement[] }> {
  if (work.leaves === null) return { mark: [], insert: [] };
  const reported = answers.leaves.map((leave) => ({
    personId: leave.userId,
    fromAt: leave.from,
    toAt: leave.to,
    unit: leave.unit ?? "unknown",
    amount: Math.round(leave.amountHundredths ?? 0),
    leaveCode: leave.leaveCode,
    present: true,
  }));
  const outcome = await leavesOfList(ctx, { personIds: work.people, ...work.leaves }, reported);
  // A leave whose row could not be read is still reported.
  const leaves = answers.rejected.length > 0 ? outcome.leaves.filter(({ present }) => present) : outcome.leaves;
  return keepLeaveOutcome(ctx, { ...outcome, leaves });
}
