import { keepOperator, readCompany } from "@today/db/company";
import { listAdmins } from "@today/dingtalk/directory";
import type { Context } from "../context.ts";

/** Why a pull cannot go on although DingTalk answers: `no-administrator`. */
export class PullProblem extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.name = "PullProblem";
    this.code = code;
  }
}

/** The administrator on whose behalf schedules and shifts are asked; throws `PullProblem` when there is none. */
export function operatorOf(ctx: Context): Promise<string> {
  return ctx.dingtalk.once("operator", async () => {
    const company = await readCompany(ctx.db, ctx.company.id);
    if (company !== null && company.operator !== null) return company.operator;
    const { admins } = await listAdmins(ctx.dingtalk);
    const chosen = admins.find(({ main }) => main) ?? admins[0];
    if (chosen === undefined) throw new PullProblem("no-administrator");
    await ctx.db.batch([keepOperator(ctx.db, ctx.company.id, chosen.userId)]);
    return chosen.userId;
  });
}
