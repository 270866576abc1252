import type { RemotePerson } from "@today/connectors/connector";
import { findByKeys } from "@today/db/account-match";
import { keepToldAccounts, sourceOf, type ToldAccount } from "@today/db/account-told";
import type { TargetRun } from "@today/db/target-run";
import { type Matching, readMatching, storedMatch, toldKeys } from "../../account-keys.ts";
import { authorOf } from "../../author.ts";
import type { Context } from "../../context.ts";

/** Statements of a step that write down people of a target as accounts, each with whose it seems to be. */
export async function keepPeople(
  ctx: Context,
  run: TargetRun,
  people: readonly RemotePerson[],
): Promise<D1PreparedStatement[]> {
  const { db, company } = ctx;
  const matching = await readMatching(ctx);
  const accounts = await Promise.all(people.map((person) => accountOf(ctx, matching, { run, person })));
  const found = await findByKeys(db, company.id, accounts);
  const told = accounts.map(
    (account): ToldAccount => ({
      ...account,
      match: storedMatch(
        matching.rules,
        found.filter((one) => one.account === account.id),
      ),
    }),
  );
  return keepToldAccounts(db, { author: authorOf(ctx), run, keyedBy: matching.keyedBy }, told);
}

async function accountOf(
  { company }: Context,
  { rules }: Matching,
  { run, person }: { readonly run: TargetRun; readonly person: RemotePerson },
): Promise<Omit<ToldAccount, "match">> {
  const { id, name, active, login, keys } = person;
  const userName = (login ?? id).slice(0, 256);
  return {
    ...{ id: await accountIdOf(run.targetId, id), externalId: id, userName, active },
    resource: JSON.stringify({ ...(login === null ? {} : { userName }), displayName: name.slice(0, 256), active }),
    isGone: !active && login === null && keys.length === 0,
    keys: await toldKeys(company.digest, rules, { login, keys }),
  };
}

/** The same person of a target has the same account, whenever they are told. */
export async function accountIdOf(targetId: string, remoteId: string): Promise<string> {
  const text = `${sourceOf(targetId)} ${remoteId}`;
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes.slice(0, 16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
