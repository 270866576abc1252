import type { Instant } from "@today/core/time/minutes";
import type { Arrival } from "./arrival.ts";
import type { Database } from "./database.ts";
import { digestOf } from "./digest.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { jsonChunks } from "./json-rows.ts";
import { holds, type Reader, readerValues } from "./role.ts";

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

/** How many rows are set aside and wait for an admin. */
export async function countRejected(db: Database, companyId: string): Promise<number> {
  const rows = await db.all<{ n: number }>(
    "select count(*) as n from rejected_row where company_id = ?1 and dismissed_at is null",
    companyId,
  );
  return rows[0]?.n ?? 0;
}

/** A row set aside, as an admin sees it. */
export interface RejectedEntry {
  /** Of its content. */
  readonly id: string;
  readonly source: string;
  readonly reason: string;
  readonly receivedAt: Instant;
  /** JSON as received, its first 20,000 characters. */
  readonly raw: string;
}

/** Where a page of rows ended. */
export type RejectedPlace = readonly [receivedAt: Instant, id: string];

const pageSize = 50;
const columns = "digest as id, source, reason, received_at as receivedAt, raw";

/** Fifty rows at most that wait for an admin, the latest first; none for whoever is no admin. */
export async function readRejected(
  db: Database,
  reader: Reader,
  after: RejectedPlace | null,
): Promise<{ readonly rows: readonly RejectedEntry[]; readonly next: RejectedPlace | null }> {
  const found = await db.all<RejectedEntry>(
    `select ${columns} from rejected_row where company_id = ?1 and ?3 = ?3 and ${holds("admin")}
       and dismissed_at is null and (received_at, digest) < (?4, ?5)
     order by received_at desc, digest desc limit ${pageSize + 1}`,
    ...[...readerValues(reader), ...(after ?? ([Number.MAX_SAFE_INTEGER, ""] as const))],
  );
  const rows = found.slice(0, pageSize);
  const last = rows.at(-1);
  return { rows, next: found.length > pageSize && last !== undefined ? [last.receivedAt, last.id] : null };
}

/** A row by its id, dismissed or not; null for whoever is no admin. */
export async function findRejected(db: Database, reader: Reader, id: string): Promise<RejectedEntry | null> {
  const rows = await db.all<RejectedEntry>(
    `select ${columns} from rejected_row where company_id = ?1 and ?3 = ?3 and ${holds("admin")} and digest = ?4 limit 1`,
    ...[...readerValues(reader), id],
  );
  return rows[0] ?? null;
}

/** Statements that put a row aside for good (`dismiss`), or remove it because it could be read after all (`retry`). */
export function endRejected(
  db: Database,
  author: Author,
  { id, action }: { readonly id: string; readonly action: "dismiss" | "retry" },
): D1PreparedStatement[] {
  const waits = `company_id = ?1 and digest = ?6 and (dismissed_at is null or '${action}' = 'retry') and ${holds("admin")}`;
  const history = intoHistory({
    subject: "'rejected-row'",
    id: "digest",
    action: `'${action}'`,
    before: "json_object('source', source, 'reason', reason)",
    after: "null",
  });
  const change =
    action === "dismiss" ? "update rejected_row set dismissed_at = ?4 where" : "delete from rejected_row where";
  const values = [...authorValues(author), id];
  return [
    db.prepare(`${history} from rejected_row where ${waits}`, ...values),
    db.prepare(`${change} ?3 = ?3 and ?4 = ?4 and ?5 = ?5 and ${waits}`, ...values),
  ];
}
