import type { Instant } from "@today/core/time/minutes";
import { type CallPause, pauseColumns } from "./call-pause.ts";
import type { Database } from "./database.ts";
import { parseStored } from "./json-rows.ts";

/** Slots for calls of one API, `spacing` milliseconds apart. */
export interface SlotWish {
  readonly companyId: string;
  readonly api: string;
  /** What a pause may be called by that is one of this API too. */
  readonly scopes: readonly string[];
  readonly now: Instant;
  readonly slots: number;
  readonly spacing: number;
}

/** When the first of the slots is, and the pauses of the API, over or not. */
export interface Slots {
  readonly from: Instant;
  readonly pauses: readonly CallPause[];
}

// A queue of calls is never so long: a clock has jumped.
const farthest = 600_000;

/** Reserves slots after all reserved before, whoever reserved them. */
export async function reserveSlots(
  db: Database,
  { companyId, api, scopes, now, slots, spacing }: SlotWish,
): Promise<Slots> {
  const [row] = await db.all<{ free: number; pauses: string }>(
    `insert into call_pace (company_id, api, free_at) values (?1, ?2, ?3 + ?4)
     on conflict do update set free_at = iif(free_at between ?3 and ?3 + ${farthest}, free_at, ?3) + ?4
     returning free_at as free, (select json_group_array(json_object(${pauseColumns})) from call_pause
       where company_id = ?1 and api in (select value from json_each(?5))) as pauses`,
    ...[companyId, api, now, slots * spacing, JSON.stringify(scopes)],
  );
  return { from: (row?.free ?? now) - slots * spacing, pauses: parseStored(row?.pauses ?? null, []) };
}
