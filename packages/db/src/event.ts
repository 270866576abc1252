import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";

/** A push as kept; `body` is JSON. */
export interface EventRow {
  readonly id: string;
  readonly type: string;
  readonly body: string;
}

/** Keeps an event; false, and nothing changed, when it came before. */
export async function keepEvent(
  db: Database,
  arrival: { readonly companyId: string; readonly at: Instant },
  event: EventRow,
): Promise<boolean> {
  const [kept] = await db.batch([
    db.prepare(
      `insert into event (company_id, id, type, body, received_at) values (?1, ?2, ?3, ?4, ?5) on conflict do nothing`,
      ...[arrival.companyId, event.id, event.type, event.body, arrival.at],
    ),
  ]);
  return kept?.meta.changes === 1;
}

/** An event that waits; null when it is done or unknown. */
export async function readWaitingEvent(db: Database, companyId: string, id: string): Promise<EventRow | null> {
  const rows = await db.all<EventRow>(
    "select id, type, body from event where company_id = ?1 and id = ?2 and done_at is null",
    ...[companyId, id],
  );
  return rows[0] ?? null;
}

/** Up to 100 events that wait since an instant or longer, oldest first. */
export function readWaitingEvents(db: Database, companyId: string, receivedBefore: Instant): Promise<EventRow[]> {
  return db.all<EventRow>(
    `select id, type, body from event where company_id = ?1 and done_at is null and received_at <= ?2
      order by received_at limit 100`,
    ...[companyId, receivedBefore],
  );
}

/** Up to 50 other events of punches that wait, oldest first. */
export function readWaitingPunchEvents(db: Database, companyId: string, exceptId: string): Promise<EventRow[]> {
  return db.all<EventRow>(
    `select id, type, body from event where company_id = ?1 and done_at is null and type = 'attendance_check_record'
      and id <> ?2 order by received_at limit 50`,
    ...[companyId, exceptId],
  );
}

/** A statement that marks events done; one already done stays as it is. */
export function endEvents(
  db: Database,
  end: { readonly companyId: string; readonly at: Instant },
  ids: readonly string[],
): D1PreparedStatement {
  return db.prepare(
    `update event set done_at = ?3 where company_id = ?1 and done_at is null
      and id in (select value from json_each(?2))`,
    ...[end.companyId, JSON.stringify(ids), end.at],
  );
}

/** How many events wait. */
export async function countWaitingEvents(db: Database, companyId: string): Promise<number> {
  const rows = await db.all<{ n: number }>(
    "select count(*) as n from event where company_id = ?1 and done_at is null",
    companyId,
  );
  return rows[0]?.n ?? 0;
}
