import { instantAt } from "@today/core/time/zone";
import { readRunning, readSettledApprovals } from "@today/db/project-approval";
import { type ProjectForm, readProjectForms } from "@today/db/project-form";
import { keepRejected } from "@today/db/rejected-row";
import { endBatch, takeBatch } from "@today/db/sync-run";
import { instanceIds } from "@today/dingtalk/approval/instance-ids";
import { DingTalkError } from "@today/dingtalk/error";
import { failBatch, mayPass } from "../batch-failure.ts";
import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { takeProjectApproval } from "../project-approvals/take.ts";
import type { ProjectFormWork } from "../run-plan/project-approvals.ts";

/** Looks through a form's approvals: new ones, and those that ran. Each is kept in a transaction of its own; a repeat reads the rest. */
export async function pullProjectApprovals(
  ctx: Context,
  job: { readonly runId: string; readonly n: number },
): Promise<void> {
  const { db, company, now } = ctx;
  const batch = await takeBatch<ProjectFormWork>(db, company.id, job);
  if (batch === null) return;
  try {
    const forms = await readProjectForms(db, company.id);
    const form = forms.find((one) => one.active && one.processCode === batch.work.processCode);
    const ids = form === undefined ? [] : await idsOf(ctx, batch.work);
    const counts = { approvals: 0, rejected: 0 };
    for (const id of form === undefined ? [] : ids) {
      const isRead = form !== undefined && (await keepOne(ctx, form, id));
      counts[isRead ? "approvals" : "rejected"] += 1;
    }
    const end = { companyId: company.id, ...job, at: now, state: "done", problem: null } as const;
    await commit(ctx, endBatch(db, end, counts));
  } catch (error) {
    await failBatch(ctx, batch, error);
  }
}

async function idsOf(
  { db, company, dingtalk, now }: Context,
  { processCode, from }: ProjectFormWork,
): Promise<string[]> {
  const began: string[] = [];
  const window = { from: instantAt(from, 0, company.zone), to: now };
  for await (const page of instanceIds(dingtalk, { processCode, ...window })) began.push(...page);
  const settled = await readSettledApprovals(db, company.id, began);
  const running = await readRunning(db, company.id, processCode);
  return [...new Set([...running, ...began.filter((id) => !settled.has(id))])];
}

/** False for one that cannot be read: it is set aside and spoils nothing. */
async function keepOne(ctx: Context, form: ProjectForm, id: string): Promise<boolean> {
  try {
    const { statements } = await takeProjectApproval(ctx, form, id);
    await commit(ctx, statements);
    return true;
  } catch (error) {
    if (!(error instanceof DingTalkError) || error.kind !== "unreadable" || mayPass(error)) throw error;
    const aside = { source: "workflow/processInstances", reason: error.code, raw: { processInstanceId: id } };
    await commit(ctx, keepRejected(ctx.db, { companyId: ctx.company.id, at: ctx.now }, [aside]));
    return false;
  }
}
