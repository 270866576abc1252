import { keepForms, readForms } from "@today/db/approval-form";
import { readDecidedIds, type StoredApproval } from "@today/db/approval-instance";
import { keepWatches } from "@today/db/approval-watch";
import type { ApprovalChange } from "@today/dingtalk/callback/approval-event";
import { restated } from "../approvals/gone.ts";
import { keepApprovalFacts } from "../approvals/keep-approvals.ts";
import type { Context } from "../context.ts";
import type { EventVerb, Taken } from "../event-taking.ts";
import { pullApprovals } from "../pull/approvals.ts";

const nothing: Taken = { statements: [] };

/**
 * An approval began, was decided, withdrawn or deleted. One that was agreed is read, one call and once, whichever of the two events
 * comes first; one that begins is watched, and of any other what is kept of it is taken back. A leave that came to nothing is read too:
 * whether DingTalk's list still tells of it is unconfirmed (查询请假状态).
 */
export const takeApproval: EventVerb<"bpms_instance_change" | "attendance_approve_status_change"> = async (
  ctx,
  { approval },
) => {
  const { processInstanceId: id, processCode, change, result } = approval;
  const { forms } = await readForms(ctx.db, ctx.company.id);
  const form = forms.find((one) => one.processCode === processCode);
  const kind = approval.kind ?? form?.kind ?? null;
  // A form that is known and is none of attendance.
  if (kind === null && form !== undefined) return nothing;
  const learnt = kind !== null && form === undefined && processCode !== null;
  const along = learnt
    ? [keepForms(ctx.db, { companyId: ctx.company.id, at: 0 }, [{ processCode, title: "", kind }])]
    : [];
  const isDecided = (await readDecidedIds(ctx.db, ctx.company.id, [id])).has(id);
  const cameToNothing = change === "withdrawn" || result === "refused";
  const isRead = kind === "leave" && cameToNothing;
  if (change === "deleted" || (change === "withdrawn" && !isDecided && !isRead)) return takeBack(ctx, id, change);
  if (isDecided && change !== "withdrawn") return { statements: along };
  if (change === "started") return { statements: [...along, ...(kind === null ? [] : watch(ctx, approval))] };
  if (result === "refused" && !isRead) return takeBack(ctx, id, "refused");
  const { statements, people } = await ctx.dingtalk.once(`approval ${id}`, () =>
    pullApprovals(ctx, [{ id, processCode, kind }]),
  );
  return { statements: [...along, ...statements], people };
};

async function takeBack(ctx: Context, id: string, state: StoredApproval["state"]): Promise<Taken> {
  const fresh = await restated(ctx, [id], state);
  const forget = keepWatches(ctx.db, { companyId: ctx.company.id, at: ctx.now }, { watch: [], forget: [id] });
  if (fresh.length === 0) return { statements: forget };
  const { statements, people } = await keepApprovalFacts(ctx, { fresh, ids: [] });
  return { statements: [...statements, ...forget], people };
}

function watch({ db, company, now }: Context, { processInstanceId: id, processCode }: ApprovalChange) {
  return keepWatches(
    db,
    { companyId: company.id, at: now },
    { watch: [{ id, processCode, reason: "running", until: null }], forget: [] },
  );
}
