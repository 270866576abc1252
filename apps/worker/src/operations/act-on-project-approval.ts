import { dismissProjectApproval, findProjectApproval } from "@today/db/project-approval";
import { readProjectForms } from "@today/db/project-form";
import { DingTalkError } from "@today/dingtalk/error";
import { authorOf } from "../author.ts";
import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { takeProjectApproval } from "../project-approvals/take.ts";

/** Reads an approval that waits for a human once more with today's form and people, or puts it aside; refuses `not-found`. */
export async function actOnProjectApproval(
  ctx: Context,
  { id, act }: { readonly id: string; readonly act: "retry" | "dismiss" },
): Promise<void> {
  const { db, company } = ctx;
  if (act === "dismiss") {
    if (!(await dismissProjectApproval(db, authorOf(ctx), id))) throw new Refusal("not-found");
    return;
  }
  const known = await findProjectApproval(db, company.id, id);
  const form = (await readProjectForms(db, company.id)).find((one) => one.processCode === known?.processCode);
  if (known === null || form === undefined || known.state !== "misfit") throw new Refusal("not-found");
  try {
    const { statements } = await takeProjectApproval(ctx, form, id);
    await commit(ctx, statements);
  } catch (error) {
    throw error instanceof DingTalkError ? new Refusal("dingtalk-unavailable") : error;
  }
}
