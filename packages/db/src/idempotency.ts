import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";

/** Which request it is: whose key, under which idempotency key. */
export interface OnceKey {
  readonly company: string;
  readonly keyId: string;
  readonly idempotencyKey: string;
}

/** An answer as it is kept. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What became of a claim: it is ours to answer, somebody answers it now, another request has the key, or here is the answer. */
type Claimed = "ours" | "running" | "other" | KeptAnswer;

const keptMs = 24 * 60 * 60 * 1000;
const runningMs = 60_000;

interface Row {
  readonly digest: string;
  readonly status: number | null;
  readonly headers: string | null;
  readonly body: string | null;
}

/**
 * Claims a request for a minute; one whose worker died without an answer is claimed anew after it. Answers of the day before are
 * forgotten.
 */
export async function claimOnce(
  db: Database,
  { company, keyId, idempotencyKey }: OnceKey,
  { digest, at }: { readonly digest: string; readonly at: Instant },
): Promise<Claimed> {
  const key = [company, keyId, idempotencyKey] as const;
  const [, claimed, found] = await db.batch([
    db.prepare("delete from idempotency where company_id = ?1 and at < ?2", company, at - keptMs),
    db.prepare(
      `insert into idempotency (company_id, key_id, idempotency_key, digest, at, running_until)
       values (?1, ?2, ?3, ?4, ?5, ?6)
       on conflict do update set running_until = excluded.running_until
         where status is null and running_until <= ?5 and digest = excluded.digest`,
      ...[...key, digest, at, at + runningMs],
    ),
    db.prepare(
      `select digest, status, headers, body from idempotency
       where company_id = ?1 and key_id = ?2 and idempotency_key = ?3`,
      ...key,
    ),
  ]);
  if (claimed?.meta.changes === 1) return "ours";
  const row = found?.results[0] as unknown as Row;
  if (row.digest !== digest) return "other";
  if (row.status === null) return "running";
  return { status: row.status, headers: JSON.parse(row.headers ?? "{}"), body: row.body ?? "" };
}

/** Keeps the answer of a claimed request. */
export async function keepAnswer(db: Database, key: OnceKey, { status, headers, body }: KeptAnswer): Promise<void> {
  await db.all(
    `update idempotency set status = ?4, headers = ?5, body = ?6
     where company_id = ?1 and key_id = ?2 and idempotency_key = ?3 and status is null`,
    ...[key.company, key.keyId, key.idempotencyKey, status, JSON.stringify(headers), body],
  );
}

/** Lets a claimed request be sent anew, also with another body. */
export async function releaseClaim(db: Database, key: OnceKey): Promise<void> {
  await db.all(
    `delete from idempotency where company_id = ?1 and key_id = ?2 and idempotency_key = ?3 and status is null`,
    ...[key.company, key.keyId, key.idempotencyKey],
  );
}
