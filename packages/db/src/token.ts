import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";

/** An app token that isolates share. */
export interface KeptToken {
  readonly value: string;
  readonly usableUntil: Instant;
}

/** The place where a company's DingTalk token is kept. `drop` removes it only if it is still the refused one. */
export function openTokens(db: Database, companyId: string) {
  return {
    async get(): Promise<KeptToken | null> {
      const rows = await db.all<KeptToken>(
        "select token as value, expires_at as usableUntil from dingtalk_token where company_id = ?1",
        companyId,
      );
      return rows[0] ?? null;
    },
    async set({ value, usableUntil }: KeptToken): Promise<void> {
      await db.all(
        `insert into dingtalk_token (company_id, token, expires_at) values (?1, ?2, ?3)
         on conflict do update set token = excluded.token, expires_at = excluded.expires_at`,
        ...[companyId, value, usableUntil],
      );
    },
    async drop(refused: string): Promise<void> {
      await db.all("delete from dingtalk_token where company_id = ?1 and token = ?2", companyId, refused);
    },
  };
}
