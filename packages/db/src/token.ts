import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";

/** An app token that isolates share. */
export interface KeptToken {
  readonly value: string;
  readonly usableUntil: Instant;
}

/** The place where a company's DingTalk token is kept. `drop` removes it only if it is still the refused one. */
export function openTokens(db: Database, companyId: string) {
  return placeIn({ table: "dingtalk_token", column: "token" }, db, companyId);
}

/** The place where the ticket is kept that pages are signed with. */
export function openTickets(db: Database, companyId: string) {
  return placeIn({ table: "jsapi_ticket", column: "ticket" }, db, companyId);
}

interface Place {
  readonly table: "dingtalk_token" | "jsapi_ticket";
  readonly column: "token" | "ticket";
}

function placeIn({ table, column }: Place, db: Database, companyId: string) {
  return {
    async get(): Promise<KeptToken | null> {
      const rows = await db.all<KeptToken>(
        `select ${column} as value, expires_at as usableUntil from ${table} where company_id = ?1`,
        companyId,
      );
      return rows[0] ?? null;
    },
    async set({ value, usableUntil }: KeptToken): Promise<void> {
      await db.all(
        `insert into ${table} (company_id, ${column}, expires_at) values (?1, ?2, ?3)
         on conflict do update set ${column} = excluded.${column}, expires_at = excluded.expires_at`,
        ...[companyId, value, usableUntil],
      );
    },
    async drop(refused: string): Promise<void> {
      await db.all(`delete from ${table} where company_id = ?1 and ${column} = ?2`, companyId, refused);
    },
  };
}
