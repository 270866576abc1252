import type { Arrival } from "./arrival.ts";
import type { Database } from "./database.ts";
import { digestOf } from "./digest.ts";
import { jsonChunks } from "./json-rows.ts";

/** A row that could not be read, as received. */
export interface Rejected {
  /** The API it came from. */
  readonly source: string;
  readonly reason: string;
  readonly raw: unknown;
}

const mostRaw = 20_000;
/** DingTalk's names for where somebody was. */
const place = /latitude|longitude|accuracy|ssid|mac_?addr|device_?sn|address|place|location/i;

/** Statements that set rows aside for the admin, without what says where somebody was; one set aside before stays as it is. */
export function keepRejected(db: Database, arrival: Arrival, rows: readonly Rejected[]): D1PreparedStatement[] {
  const values = rows.map(({ source, reason, raw }) => {
    const text = (JSON.stringify(raw, withoutPlace) ?? "null").slice(0, mostRaw);
    return [source, digestOf(text), reason, text];
  });
  return jsonChunks(values).map((chunk) =>
    db.prepare(
      `insert into rejected_row (company_id, source, digest, received_at, reason, raw)
       select ?1, value ->> 0, value ->> 1, ?3, value ->> 2, value ->> 3 from json_each(?2) where true
       on conflict do nothing`,
      ...[arrival.companyId, chunk, arrival.at],
    ),
  );
}

function withoutPlace(key: string, value: unknown): unknown {
  return place.test(key) ? undefined : value;
}

/** How many rows were set aside. */
export async function countRejected(db: Database, companyId: string): Promise<number> {
  const rows = await db.all<{ n: number }>("select count(*) as n from rejected_row where company_id = ?1", companyId);
  return rows[0]?.n ?? 0;
}
