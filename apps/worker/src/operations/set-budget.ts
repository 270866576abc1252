import { type BudgetRecord, readBudget, updateBudget } from "@today/db/budget";
import { readStanding } from "@today/db/role";
import { authorOf, demand } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { budgetView } from "../views/budget.ts";

/**
 * Replaces a project's budget; a repeat changes nothing. Money is finance's alone: from others it may not come, and stays as
 * it is. Refuses `version-conflict` with the current budget.
 */
export async function setBudget(
  ctx: Context,
  wish: {
    readonly project: string;
    readonly version: number;
    readonly budget: Omit<BudgetRecord, "version" | "fen"> & { readonly fen?: number | null | undefined };
  },
): Promise<BudgetRecord> {
  const { db, company, actor } = ctx;
  const { project, version, budget } = wish;
  demand(await readStanding(db, authorOf(ctx), project), "manager", "admin", "finance");
  if (budget.fen !== undefined && !actor.roles.includes("finance")) throw new Refusal("forbidden");
  const before = await readBudget(db, company.id, project);
  const after = { ...budget, fen: budget.fen === undefined ? before.fen : budget.fen };
  if (isSame(before, after)) return before;
  const conflict = (current: BudgetRecord) =>
    new Refusal("version-conflict", { current: budgetView(current, actor.roles) });
  if (before.version !== version) throw conflict(before);
  const { written } = await updateBudget(db, authorOf(ctx), { project, before, after });
  const current = await readBudget(db, company.id, project);
  if (!written) throw conflict(current);
  await ctx.queue.sendBatch([{ body: { kind: "tally" } }]);
  return current;
}

function isSame(a: BudgetRecord, b: Omit<BudgetRecord, "version">): boolean {
  return a.version > 0 && a.minutes === b.minutes && a.fen === b.fen && a.endsOn === b.endsOn;
}
