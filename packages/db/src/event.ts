import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import type { Arrival } from "./arrival.ts";
import type { Database } from "./database.ts";
import { jsonChunks } from "./json-rows.ts";
import { addPush } from "./push-count.ts";

/** A push as kept; `body` is JSON. */
export interface EventRow {
  readonly id: string;
  readonly type: string;
  readonly body: string;
}

/** When a push came; `date` is the day in the company's zone. */
interface PushArrival extends Arrival {
  readonly date: WorkDate;
}

/** What DingTalk calls a push, and whether it uses up the month's. */
interface PushName {
  readonly name: string;
  readonly counted: boolean;
}

/** Counts a push by DingTalk's `name` of it and keeps its event; false when the event came before: then only the count changes. */
export async function keepPush(
  db: Database,
  arrival: PushArrival,
  { name, counted, ...event }: EventRow & PushName,
): Promise<boolean> {
  const { companyId, date } = arrival;
  const results = await db.batch([
    addPush(db, { companyId, date }, { eventId: event.id, type: name, counted }),
    ...insertEvents(db, arrival, [event]),
  ]);
  return results[1]?.meta.changes === 1;
}

/** Statements that keep events that were missed; those that came before stay as they are. */
export function insertEvents(db: Database, arrival: Arrival, events: readonly EventRow[]): D1PreparedStatement[] {
  return jsonChunks(events.map(({ id, type, body }) => [id, type, body])).map((chunk) =>
    db.prepare(
      `insert into event (company_id, id, type, body, received_at)
       select ?1, value ->> 0, value ->> 1, value ->> 2, ?3 from json_each(?2) where true on conflict do nothing`,
      ...[arrival.companyId, chunk, arrival.at],
    ),
  );
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

/** A statement that marks events done and drops their bodies, which may say where somebody was; one already done stays as it is. */
export function endEvents(
  db: Database,
  end: { readonly companyId: string; readonly at: Instant },
  ids: readonly string[],
): D1PreparedStatement {
  return db.prepare(
    `update event set done_at = ?3, body = null where company_id = ?1 and done_at is null
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
