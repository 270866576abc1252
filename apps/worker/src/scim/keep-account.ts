import type { Origin } from "@today/db/account";
import { findByKeys } from "@today/db/account-match";
import { type AccountAnswer, findDeletedAccount, writeAccount } from "@today/db/account-write";
import type { Author } from "@today/db/history";
import { accountKeys, readMatching, storedMatch } from "../account-keys.ts";
import type { Context } from "../context.ts";
import type { ScimUser } from "./user.ts";

/** The account of a directory as it is to be; `version` is the one it had. */
interface KeptAccount {
  readonly id: string;
  readonly version: number;
  readonly user: ScimUser;
}

/** Who tells, of which source. */
export interface Teller {
  readonly origin: Origin;
  readonly author: Author;
}

/** Keeps what a directory tells of somebody, and says whose account it is taken to be. */
export async function keepAccount(ctx: Context, teller: Teller, wish: KeptAccount): Promise<AccountAnswer> {
  const { db, company } = ctx;
  const { id, version, user } = wish;
  const { rules, keyedBy } = await readMatching(ctx);
  const keys = await accountKeys(company.digest, rules, user);
  const match = storedMatch(rules, await findByKeys(db, company.id, [{ id, keys }]));
  const { userName, active } = user;
  return writeAccount(db, teller.author, teller.origin.source, {
    ...{ id, version, userName, active, keyedBy, keys, match },
    externalId: user.externalId ?? null,
    resource: JSON.stringify(user),
  });
}

/** Keeps somebody new, or who was deleted and comes back; gives the id, null when the name or outside id is taken. */
export async function addAccount(ctx: Context, teller: Teller, user: ScimUser): Promise<string | null> {
  const { userName, externalId = null } = user;
  const deleted = await findDeletedAccount(ctx.db, teller.origin, { userName, externalId });
  const { id, version } = deleted ?? { id: crypto.randomUUID(), version: 0 };
  return (await keepAccount(ctx, teller, { id, version, user })) === "written" ? id : null;
}
