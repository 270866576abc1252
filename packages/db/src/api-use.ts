import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";

/** A key as the door meets it. */
export interface PresentedKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt: Instant | null;
  readonly expired: boolean;
  /** Requests of the window that runs, this one included; above the limit where this one was one too many. */
  readonly used: number;
}

/** How many requests a key has in a window that began at an instant. */
export interface UseWindow {
  readonly at: Instant;
  readonly windowAt: Instant;
  readonly limit: number;
}

interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly scopes: string;
  readonly expiresAt: Instant | null;
  readonly expired: number;
  readonly used: number;
}

/**
 * The key of that digest, unless it was revoked, and counts its use: one row is written, none for a key that is over or has used up
 * its window. The row is when it was used last, too.
 */
export async function useApiKey(
  db: Database,
  company: string,
  { digest, at, windowAt, limit }: UseWindow & { readonly digest: string },
): Promise<PresentedKey | null> {
  const values = [company, digest, at, windowAt] as const;
  const known = "k.company_id = ?1 and k.digest = ?2 and k.revoked_at is null";
  const [found] = await db.batch([
    db.prepare(
      `select k.id, k.name, k.scopes, k.expires_at as expiresAt, coalesce(k.expires_at <= ?3, 0) as expired,
         iif(u.window_at = ?4, u.used, 0) + 1 as used
       from api_key k left join api_use u on u.company_id = k.company_id and u.key_id = k.id where ${known}`,
      ...values,
    ),
    db.prepare(
      `insert into api_use (company_id, key_id, window_at, used, used_at)
       select k.company_id, k.id, ?4, 1, ?3 from api_key k where ${known} and (k.expires_at is null or k.expires_at > ?3)
       on conflict do update set used = iif(window_at = excluded.window_at, used + 1, 1),
         window_at = excluded.window_at, used_at = excluded.used_at
         where window_at <> excluded.window_at or used < ?5`,
      ...[...values, limit],
    ),
  ]);
  const row = found?.results[0] as unknown as KeyRow | undefined;
  if (row === undefined) return null;
  return { ...row, scopes: JSON.parse(row.scopes), expired: row.expired === 1 };
}
