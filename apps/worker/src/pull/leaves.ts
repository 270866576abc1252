import { addDays, dayRange, type WorkDate } from "@today/core/time/date";
import { workDateOf } from "@today/core/time/zone";
import { type ReceivedLeave, readLeavesWithin } from "@today/db/leave";
import type { Context } from "../context.ts";
import type { Answers } from "./ask.ts";
import type { PullWork } from "./work.ts";

const longest = 400;

/** The leaves of a batch's answers, and those within the asked window that DingTalk no longer reports. */
export async function leavesOf(ctx: Context, work: PullWork, answers: Answers): Promise<ReceivedLeave[]> {
  if (work.leaves === null) return [];
  const reported = answers.leaves.map((leave) => ({
    personId: leave.userId,
    fromAt: leave.from,
    toAt: leave.to,
    unit: leave.unit ?? "unknown",
    amount: Math.round(leave.amountHundredths ?? 0),
    leaveCode: leave.leaveCode,
    present: true,
  }));
  // A leave whose row could not be read is still reported.
  if (answers.rejected.length > 0) return reported;
  const seen = new Set(reported.map(leaveKey));
  const kept = await readLeavesWithin(ctx.db, ctx.company.id, { personIds: work.people, ...work.leaves });
  const gone = kept.filter((leave) => !seen.has(leaveKey(leave)));
  return [...reported, ...gone.map((leave) => ({ ...leave, present: false }))];
}

/** The work dates a leave may touch: a night shift's last hours are on the next day. */
export function datesOfLeave({ fromAt, toAt }: ReceivedLeave, zone: string): readonly WorkDate[] {
  return dayRange(addDays(workDateOf(fromAt, zone), -1), workDateOf(toAt, zone)).slice(0, longest);
}

function leaveKey({ personId, fromAt, toAt }: ReceivedLeave): string {
  return `${personId}\n${fromAt}\n${toAt}`;
}
