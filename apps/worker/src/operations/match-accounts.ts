import { findByKeys, keepAccountKeys, keepMatches, readMatched } from "@today/db/account-match";
import { groupRows } from "@today/db/arrival";
import { keysAnew, type Matching, readMatching, storedMatch } from "../account-keys.ts";
import { authorOf } from "../author.ts";
import { commit, enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { userOf } from "../scim/user.ts";
import { askForPlan } from "../targets/plan/ask.ts";

const atOnce = 200;

/** Which accounts: those after an id, of some people only or, with null, all. */
interface Matched {
  readonly people: readonly string[] | null;
  readonly after: string;
}

/**
 * Says anew whose accounts are, some hundreds a message, after people or rules have changed. Keys that were made with another
 * secret or other rules of the company's own are made anew. What was said by hand stays.
 */
export async function matchAccounts(ctx: Context, { people, after }: Matched): Promise<void> {
  const { db, company } = ctx;
  const matching = await readMatching(ctx);
  const { keyedBy, rules } = matching;
  const page = await readMatched(db, company.id, { after, people, keyedBy, limit: atOnce });
  const accounts = await Promise.all(page.map((account) => withKeys(ctx, matching, account)));
  const found = groupRows(await findByKeys(db, company.id, accounts), ({ account }) => account);
  const matches = accounts.map(({ id }) => ({ id, ...storedMatch(rules, found.get(id) ?? []) }));
  const anew = accounts.filter(({ stale }) => stale);
  await commit(ctx, [
    ...keepAccountKeys(db, company.id, { keyedBy, accounts: anew }),
    ...keepMatches(db, authorOf(ctx), matches),
  ]);
  const last = page.at(-1);
  if (page.length === atOnce && last !== undefined)
    await enqueue(ctx, [{ kind: "match-accounts", people, after: last.id }]);
  await askForPlan(ctx);
}

async function withKeys(
  { company }: Context,
  { rules }: Matching,
  { id, resource, keys }: Awaited<ReturnType<typeof readMatched>>[number],
) {
  if (resource === null) return { id, keys, stale: false };
  return { id, keys: await keysAnew(company.digest, rules, { user: userOf(resource, id), told: keys }), stale: true };
}
