import { type HandWish, readAccountKeys, writeHand } from "@today/db/account-hand";
import { findByKeys } from "@today/db/account-match";
import { keysAnew, readMatching, storedMatch } from "../account-keys.ts";
import { authorOf, demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { userOf } from "../scim/user.ts";
import { askForPlan } from "../targets/plan/ask.ts";

/** Says by hand whose an account is, null for nobody's; no rule says otherwise any more. */
export async function setAccountPerson(ctx: Context, id: string, person: string | null): Promise<void> {
  demandRole(ctx, "hr", "admin");
  await write(ctx, id, { person });
}

/** Takes back what was said by hand: the rules decide again. */
export async function freeAccount(ctx: Context, id: string): Promise<void> {
  demandRole(ctx, "hr", "admin");
  const { db, company } = ctx;
  const account = await readAccountKeys(db, company.id, id);
  if (account === null) throw new Refusal("not-found");
  const { rules, keyedBy } = await readMatching(ctx);
  const fresh = account.keyedBy === keyedBy;
  const told = account.source.startsWith("target:") ? account.keys : [];
  const anew = () => keysAnew(company.digest, rules, { user: userOf(account.resource, id), told });
  const keys = fresh ? account.keys : await anew();
  await write(ctx, id, { rules: storedMatch(rules, await findByKeys(db, company.id, [{ id, keys }])) });
}

async function write(ctx: Context, id: string, wish: HandWish): Promise<void> {
  if ((await writeHand(ctx.db, authorOf(ctx), id, wish)) === "unknown") throw new Refusal("not-found");
  await askForPlan(ctx);
}
