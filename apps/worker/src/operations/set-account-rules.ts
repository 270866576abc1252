import { type AccountRule, makeAccountRules } from "@today/core/account-rule";
import { writeAccountRules } from "@today/db/account-rule";
import { authorOf, demandRole } from "../author.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";

/** Says in which order accounts are matched from now on; all are matched anew. */
export async function setAccountRules(
  ctx: Context,
  wish: { readonly version: number; readonly rules: readonly AccountRule[] },
): Promise<void> {
  demandRole(ctx, "admin");
  if (!makeAccountRules(wish.rules).ok) throw new Refusal("account-rules-malformed");
  if (!(await writeAccountRules(ctx.db, authorOf(ctx), wish))) throw new Refusal("version-conflict");
  await enqueue(ctx, [{ kind: "match-accounts", people: null, after: "" }]);
}
