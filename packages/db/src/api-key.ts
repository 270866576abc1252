import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { holds } from "./role.ts";

/** A key as the admin sees it; the key itself is known to nobody any more. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  /** Its first characters, `today_key_ab12`. */
  readonly prefix: string;
  readonly scopes: readonly string[];
  readonly createdAt: Instant;
  readonly expiresAt: Instant | null;
  readonly lastUsedAt: Instant | null;
}

/** The keys that were not revoked, the newest first. */
export async function listApiKeys(db: Database, company: string): Promise<ApiKey[]> {
  const rows = await db.all<Omit<ApiKey, "scopes"> & { readonly scopes: string }>(
    `select k.id, k.name, k.prefix, k.scopes, k.created_at as createdAt, k.expires_at as expiresAt, u.used_at as lastUsedAt
     from api_key k left join api_use u on u.company_id = k.company_id and u.key_id = k.id
     where k.company_id = ?1 and k.revoked_at is null order by k.created_at desc, k.id`,
    company,
  );
  return rows.map((row) => ({ ...row, scopes: JSON.parse(row.scopes) }));
}

/** Keeps the digest of a new key; false when there is one with its id. */
export async function insertApiKey(
  db: Database,
  author: Author,
  key: Omit<ApiKey, "createdAt" | "lastUsedAt"> & { readonly digest: string },
): Promise<boolean> {
  const { id, name, prefix, scopes, expiresAt, digest } = key;
  const values = [...authorValues(author), id, name, prefix, JSON.stringify(scopes), expiresAt] as const;
  const history = intoHistory({
    ...{ subject: "'api-key'", id: "?6", action: "'create'", before: "null" },
    after: "json_object('name', ?7, 'prefix', ?8, 'scopes', json(?9), 'expiresAt', ?10)",
  });
  const known = "exists (select 1 from api_key o where o.company_id = ?1 and o.id = ?6)";
  const free = `not ${known} and ${holds("admin")}`;
  const [found] = await db.batch([
    db.prepare(`select ${known} as known`, ...values.slice(0, 6)),
    db.prepare(`${history} where ${free}`, ...values),
    db.prepare(
      `insert into api_key (company_id, id, name, prefix, scopes, expires_at, digest, created_at, created_by)
       select ?1, ?6, ?7, ?8, ?9, ?10, ?11, ?4, ?2 where ${free}`,
      ...[...values, digest],
    ),
  ]);
  return found?.results[0]?.known === 0;
}

/** Ends a key; false for one that never was. A repeat changes nothing. */
export async function revokeApiKey(db: Database, author: Author, id: string): Promise<boolean> {
  const values = [...authorValues(author), id] as const;
  const open = `k.company_id = ?1 and k.id = ?6 and k.revoked_at is null and ${holds("admin")}`;
  const history = intoHistory({
    ...{ subject: "'api-key'", id: "?6", action: "'revoke'" },
    before: "json_object('name', k.name, 'prefix', k.prefix, 'scopes', json(k.scopes))",
    after: "null",
  });
  const [found] = await db.batch([
    db.prepare("select 1 from api_key where company_id = ?1 and id = ?2", author.company, id),
    db.prepare(`${history} from api_key k where ${open}`, ...values),
    db.prepare(`update api_key as k set revoked_at = ?4, revoked_by = ?2 where ${open}`, ...values),
  ]);
  return found?.results.length === 1;
}

/** The names of the keys among some ids of authors. */
export async function findKeyNames(
  db: Database,
  company: string,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly name: string }[]> {
  return db.all(
    `select k.id, k.name from json_each(?2) wanted cross join api_key k on k.company_id = ?1 and k.id = wanted.value`,
    company,
    JSON.stringify(ids),
  );
}
