import type { NoticeRules } from "@today/core/rules";
import { createRulesReader } from "@today/db/policy";
import { readPolicies } from "@today/db/policy-change";
import { todayOf } from "./author.ts";
import type { Context } from "./context.ts";

/** Of which things people are told by 工作通知, as the company has laid down for today. */
export async function noticeRules(ctx: Context): Promise<NoticeRules> {
  return createRulesReader(await readPolicies(ctx.db, ctx.company.id))(todayOf(ctx)).notices;
}
