import type { Instant } from "@today/core/time/minutes";
import type { Origin } from "./account.ts";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { holds } from "./role.ts";

/** A door for a directory as the admin sees it; the token itself is known to nobody any more. */
export interface ScimToken {
  readonly id: string;
  readonly name: string;
  readonly source: "scim" | "ldap";
  readonly createdAt: Instant;
  readonly expiresAt: Instant | null;
  /** To about five minutes. */
  readonly lastUsedAt: Instant | null;
}

const usedAgainMs = 300_000;

/** The tokens that were not revoked, the newest first. */
export async function listScimTokens(db: Database, company: string): Promise<ScimToken[]> {
  return db.all<ScimToken>(
    `select id, name, source, created_at as createdAt, expires_at as expiresAt, last_used_at as lastUsedAt
     from scim_token where company_id = ?1 and revoked_at is null order by created_at desc, id`,
    company,
  );
}

/** Keeps the digest of a new token; false when there is one with its id. */
export async function insertScimToken(
  db: Database,
  author: Author,
  token: Pick<ScimToken, "id" | "name" | "source" | "expiresAt"> & { readonly digest: string },
): Promise<boolean> {
  const values = [...authorValues(author), token.id, token.name, token.source, token.expiresAt] as const;
  const history = intoHistory({
    ...{ subject: "'scim-token'", id: "?6", action: "'create'", before: "null" },
    after: "json_object('name', ?7, 'source', ?8, 'expiresAt', ?9)",
  });
  const known = "exists (select 1 from scim_token o where o.company_id = ?1 and o.id = ?6)";
  const free = `not ${known} and ${holds("admin")}`;
  const [found] = await db.batch([
    db.prepare(`select ${known} as known`, ...values.slice(0, 6)),
    db.prepare(`${history} where ${free}`, ...values),
    db.prepare(
      `insert into scim_token (company_id, id, name, source, expires_at, digest, created_at, created_by)
       select ?1, ?6, ?7, ?8, ?9, ?10, ?4, ?2 where ${free}`,
      ...[...values, token.digest],
    ),
  ]);
  return found?.results[0]?.known === 0;
}

/** Ends a token; false for one that never was. A repeat changes nothing. */
export async function revokeScimToken(db: Database, author: Author, id: string): Promise<boolean> {
  const values = [...authorValues(author), id] as const;
  const open = `t.company_id = ?1 and t.id = ?6 and t.revoked_at is null and ${holds("admin")}`;
  const history = intoHistory({
    ...{ subject: "'scim-token'", id: "?6", action: "'revoke'" },
    before: "json_object('name', t.name, 'source', t.source)",
    after: "null",
  });
  const [found] = await db.batch([
    db.prepare("select 1 from scim_token where company_id = ?1 and id = ?2", author.company, id),
    db.prepare(`${history} from scim_token t where ${open}`, ...values),
    db.prepare(`update scim_token as t set revoked_at = ?4 where ${open}`, ...values),
  ]);
  return found?.results.length === 1;
}

/** The token with that digest while it holds, and says that it was used. */
export async function useScimToken(
  db: Database,
  company: string,
  { digest, at }: { readonly digest: string; readonly at: Instant },
): Promise<(Origin & { readonly id: string }) | null> {
  const [row] = await db.all<Origin & { id: string; lastUsedAt: Instant | null }>(
    `select company_id as company, id, source, last_used_at as lastUsedAt from scim_token
     where company_id = ?1 and digest = ?2 and revoked_at is null and (expires_at is null or expires_at > ?3)`,
    ...[company, digest, at],
  );
  if (row === undefined) return null;
  const { lastUsedAt, ...token } = row;
  if (lastUsedAt === null || at - lastUsedAt > usedAgainMs) {
    await db.batch([
      db.prepare("update scim_token set last_used_at = ?3 where company_id = ?1 and id = ?2", company, token.id, at),
    ]);
  }
  return token;
}
