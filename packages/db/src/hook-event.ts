import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import type { ClaimedDelivery } from "./hook-delivery.ts";
import { holds } from "./role.ts";

/** A delivery as the admin sees it. */
export interface DeliveryRow {
  readonly eventId: string;
  readonly type: string;
  readonly at: Instant;
  readonly state: "waiting" | "sending" | "done" | "failed";
  readonly attempts: number;
  readonly nextAt: Instant;
  readonly sentAt: Instant | null;
  readonly status: number | null;
  readonly problem: string | null;
}

/** The deliveries of a hook, the newest first, those before an event. */
export async function listDeliveries(
  db: Database,
  company: string,
  page: {
    readonly hookId: string;
    readonly before: string | null;
    readonly state: string | null;
    readonly most: number;
  },
): Promise<DeliveryRow[]> {
  return db.all<DeliveryRow>(
    `select d.event_id as eventId, e.type, e.at, d.state, d.attempts, d.next_at as nextAt, d.sent_at as sentAt, d.status,
       d.problem
     from hook_delivery d cross join hook_event e on e.company_id = ?1 and e.id = d.event_id
     where d.company_id = ?1 and d.hook_id = ?2 and (?3 is null or d.event_id < ?3) and (?4 is null or d.state = ?4)
     order by d.event_id desc limit ?5`,
    ...[company, page.hookId, page.before, page.state, page.most],
  );
}

/** Which deliveries are to go again: one, or all that failed since an instant. */
export type ReplayWish = { readonly eventId: string } | { readonly since: Instant };

/** Lets deliveries that ended go again, as if for the first time, under the same id; how many. */
export async function replayDeliveries(
  db: Database,
  author: Author,
  { hookId, ...wish }: ReplayWish & { readonly hookId: string },
): Promise<number> {
  const one = "eventId" in wish ? wish.eventId : null;
  const since = "since" in wish ? firstIdOf(wish.since) : "";
  const values = [...authorValues(author), hookId, one, since] as const;
  const asked = `d.company_id = ?1 and d.hook_id = ?6 and ${holds("admin")} and iif(?7 is null,
    d.state = 'failed' and d.event_id >= ?8, d.event_id = ?7 and d.state in ('done', 'failed'))`;
  const history = intoHistory({
    ...{ subject: "'hook'", id: "?6", action: "'replay'", before: "null" },
    after: "json_object('event', ?7, 'since', ?8)",
  });
  const results = await db.batch([
    db.prepare(`${history} where exists (select 1 from hook_delivery d where ${asked})`, ...values),
    db.prepare(
      `update hook_delivery as d set state = 'waiting', attempts = 0, next_at = 0, problem = null where ${asked}`,
      ...values,
    ),
  ]);
  return results[1]?.meta.changes ?? 0;
}

/** Begins a delivery that tells nothing but that the hook was tested; it counts as sent. Null for a hook that is not there. */
export async function insertTestDelivery(
  db: Database,
  author: Author,
  hookId: string,
): Promise<ClaimedDelivery | null> {
  const id = `${firstIdOf(author.at)}${crypto.randomUUID().replaceAll("-", "").slice(0, 16)}`;
  const type = "hook.tested";
  const data = JSON.stringify({ hookId });
  const there = `exists (select 1 from hook h where h.company_id = ?1 and h.id = ?2)`;
  const results = await db.batch([
    db.prepare(
      `insert into hook_event (company_id, id, type, subject, at, data, unsent)
       select ?1, ?3, ?4, ?2 || '/' || ?3, ?5, ?6, 0 where ${there}`,
      ...[author.company, hookId, id, type, author.at, data],
    ),
    db.prepare(
      `insert into hook_delivery (company_id, hook_id, event_id, state, attempts, sent_at)
       select ?1, ?2, ?3, 'sending', 1, ?4 where ${there} on conflict do update set state = 'sending', attempts = 1`,
      ...[author.company, hookId, id, author.at],
    ),
  ]);
  return (results[0]?.meta.changes ?? 0) > 0 ? { eventId: id, attempt: 1, type, at: author.at, data } : null;
}

/** The newest events of a type. */
export async function readLatestEvents(
  db: Database,
  company: string,
  { type, most }: { readonly type: string; readonly most: number },
): Promise<Omit<ClaimedDelivery, "attempt">[]> {
  return db.all(
    `select id as eventId, type, at, data from hook_event where company_id = ?1 and type = ?2 order by id desc limit ?3`,
    ...[company, type, most],
  );
}

/** Removes the oldest events from before an instant with their deliveries, so many at most; how many. */
export async function forgetHookEvents(
  db: Database,
  company: string,
  { before, most }: { readonly before: Instant; readonly most: number },
): Promise<number> {
  const old = "select e.id from hook_event e where e.company_id = ?1 and e.id < ?2 order by e.id limit ?3";
  const values = [company, firstIdOf(before), most] as const;
  const results = await db.batch([
    db.prepare(`delete from hook_delivery where company_id = ?1 and event_id in (${old})`, ...values),
    db.prepare(`delete from hook_event where company_id = ?1 and id in (${old})`, ...values),
  ]);
  return results[1]?.meta.changes ?? 0;
}

/** No event of that instant or later has a smaller id. */
function firstIdOf(instant: Instant): string {
  return `evt_${Math.max(0, instant).toString(16).padStart(12, "0")}`;
}
