import { minuteMs, minutesPerDay } from "@today/core/time/minutes";
import { readDecidedIds, type StoredApproval } from "@today/db/approval-instance";
import { keepWatches, readWatches } from "@today/db/approval-watch";
import { keepRejected } from "@today/db/rejected-row";
import { instanceIds } from "@today/dingtalk/approval/instance-ids";
import { restated } from "../approvals/gone.ts";
import { type KeptApprovals, keepApprovalFacts } from "../approvals/keep-approvals.ts";
import { readApprovals, type Sought } from "../approvals/read.ts";
import type { Context } from "../context.ts";
import type { Span } from "./work.ts";

/** What one batch asks: the approvals of one form that began in a window, the running ones beside. */
export interface ApprovalWork {
  readonly form: string;
  readonly kind: StoredApproval["kind"];
  readonly window: Span<number>;
}

/** A batch of approvals: those of a form, or (`lay`) those already kept, laid out again on shifts that came or changed since. */
export type ApprovalBatch = ApprovalWork | { readonly lay: true };

/** From so many on it is cheaper to ask which still run than to read each. */
const manyOpen = 3;
const longestMs = 119 * minutesPerDay * minuteMs;

/**
 * The approvals of a form that are to be read now: new ones and those that ran. At most `1 + ⌊n/20⌋` counted calls for a window of n;
 * with three or more open ones as much again for the list of those that still run, so that each approval is read once, when it is decided.
 */
export async function soughtOf(
  ctx: Context,
  { form, kind, window }: ApprovalWork,
): Promise<{ readonly sought: readonly Sought[]; readonly running: readonly Sought[] }> {
  const { db, company, dingtalk, now } = ctx;
  const began = await idsOf(instanceIds(dingtalk, { processCode: form, ...window }));
  const watched = (await readWatches(db, company.id, "running")).filter(({ processCode }) => processCode === form);
  const decided = await readDecidedIds(db, company.id, began);
  const ids = [...new Set([...watched.map(({ id }) => id), ...began.filter((id) => !decided.has(id))])];
  const open = ids.map((id): Sought => ({ id, kind, processCode: form }));
  if (open.length < manyOpen) return { sought: open, running: [] };
  const query = { processCode: form, from: now - longestMs, to: window.to, statuses: ["RUNNING"] as const };
  const running = new Set(await idsOf(instanceIds(dingtalk, query)));
  return { sought: open.filter(({ id }) => !running.has(id)), running: open.filter(({ id }) => running.has(id)) };
}

/** Reads approvals and gives what they come to; those that are no more at DingTalk are taken back. */
export async function pullApprovals(
  ctx: Context,
  sought: readonly Sought[],
): Promise<KeptApprovals & { readonly rejected: number }> {
  const { db, company, now } = ctx;
  const { fresh, missing, others, rejected } = await readApprovals(ctx, sought);
  const gone = await restated(ctx, missing, "deleted");
  const kept = await keepApprovalFacts(ctx, { fresh: [...fresh, ...gone], ids: [] });
  const arrival = { companyId: company.id, at: now };
  const forget = [...missing, ...others.map(({ id }) => id)];
  return {
    statements: [
      ...kept.statements,
      ...keepRejected(db, arrival, rejected),
      ...(forget.length === 0 ? [] : keepWatches(db, arrival, { watch: [], forget })),
    ],
    people: kept.people,
    rejected: rejected.length,
  };
}

async function idsOf(pages: AsyncGenerator<string[]>): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of pages) ids.push(...page);
  return ids;
}
