import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { keyHolds } from "./hook.ts";

/** An event on its way to a hook; `attempt` is 1 for the first time it is sent. */
export interface ClaimedDelivery {
  readonly eventId: string;
  readonly attempt: number;
  readonly type: string;
  readonly at: Instant;
  /** JSON: ids, dates and minutes. */
  readonly data: string;
}

/** How an attempt ended. */
export interface DeliveryEnd {
  readonly eventId: string;
  readonly attempt: number;
  /** False for one that was left for later; then the attempt does not count. */
  readonly sent: boolean;
  readonly state: "done" | "waiting" | "failed";
  readonly nextAt: Instant;
  readonly status: number | null;
  readonly problem: string | null;
}

/** What a run of deliveries says of its hook. */
export interface HookEnd {
  readonly id: string;
  readonly state: "on" | "failing" | "gone" | null;
  readonly problem: string | null;
  readonly quietUntil: Instant;
  readonly delivered: boolean;
}

interface At {
  readonly hookId: string;
  readonly now: Instant;
}

// A paused hook, one that is gone and one whose key ended are left alone.
const open = `h.state in ('on', 'failing') and h.quiet_until <= ?2 and ${keyHolds("?2")}`;

const isDue = `exists (select 1 from hook_delivery d indexed by hook_delivery_waiting where d.company_id = ?1
  and d.hook_id = h.id and d.state = 'waiting' and d.next_at <= ?2)`;

/** The hooks with deliveries that are due. */
export async function readDueHooks(db: Database, company: string, now: Instant): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    `select h.id from hook h where h.company_id = ?1 and ${open} and ${isDue} order by h.id`,
    ...[company, now],
  );
  return rows.map(({ id }) => id);
}

/** Whether deliveries are due, or were sent before `lost` without an end. */
export async function hasHookWork(
  db: Database,
  company: string,
  { now, lost }: { readonly now: Instant; readonly lost: Instant },
): Promise<boolean> {
  const [row] = await db.all<{ work: number }>(
    `select exists (select 1 from hook h where h.company_id = ?1 and ${open} and ${isDue})
       or exists (select 1 from hook_delivery s indexed by hook_delivery_sending where s.company_id = ?1
         and s.state = 'sending' and s.sent_at < ?3) as work`,
    ...[company, now, lost],
  );
  return row?.work === 1;
}

/**
 * Takes the next due deliveries of a hook, so that nobody else sends them; they count as sent from now on. None while somebody
 * sends others of it since `lost` or later.
 */
export async function claimDeliveries(
  db: Database,
  company: string,
  { hookId, now, most, lost }: At & { readonly most: number; readonly lost: Instant },
): Promise<ClaimedDelivery[]> {
  const claimed = await db.all<{ id: string; attempt: number }>(
    `update hook_delivery set state = 'sending', attempts = attempts + 1, sent_at = ?2
     where company_id = ?1 and hook_id = ?3 and event_id in (
       select d.event_id from hook h cross join hook_delivery d indexed by hook_delivery_waiting
         on d.company_id = ?1 and d.hook_id = h.id and d.state = 'waiting' and d.next_at <= ?2
       where h.company_id = ?1 and h.id = ?3 and ${open} and not exists (select 1 from hook_delivery s
         indexed by hook_delivery_sending where s.company_id = ?1 and s.state = 'sending' and s.sent_at > ?5 and s.hook_id = h.id)
       order by d.next_at, d.event_id limit ?4)
     returning event_id as id, attempts as attempt`,
    ...[company, now, hookId, most, lost],
  );
  if (claimed.length === 0) return [];
  const attempts = new Map(claimed.map(({ id, attempt }) => [id, attempt]));
  const events = await db.all<Omit<ClaimedDelivery, "attempt">>(
    `select e.id as eventId, e.type, e.at, e.data from json_each(?2) v cross join hook_event e
       on e.company_id = ?1 and e.id = v.value order by e.id`,
    ...[company, JSON.stringify(claimed.map(({ id }) => id))],
  );
  return events.map((event) => ({ ...event, attempt: attempts.get(event.eventId) ?? 1 }));
}

/** Statements that write down how attempts ended; one that was taken anew meanwhile is left as it is. */
export function endDeliveries(
  db: Database,
  company: string,
  { hook, ends, now }: { readonly hook: HookEnd; readonly ends: readonly DeliveryEnd[]; readonly now: Instant },
): D1PreparedStatement[] {
  const rows = ends.map((end) => [
    end.eventId,
    end.attempt,
    end.state,
    end.nextAt,
    end.status,
    end.problem,
    end.sent ? 0 : 1,
  ]);
  return [
    db.prepare(
      `update hook_delivery as d set state = v.value ->> 2, next_at = v.value ->> 3, status = v.value ->> 4,
         problem = v.value ->> 5, attempts = d.attempts - (v.value ->> 6)
       from json_each(?3) v where d.company_id = ?1 and d.hook_id = ?2 and d.event_id = v.value ->> 0
         and d.attempts = v.value ->> 1 and d.state = 'sending'`,
      ...[company, hook.id, JSON.stringify(rows)],
    ),
    db.prepare(
      `update hook set state = iif(state in ('on', 'failing'), coalesce(?3, state), state),
         problem = iif(?6 = 1 and ?4 is null, null, coalesce(?4, problem)), problem_at = iif(?4 is null, problem_at, ?7),
         quiet_until = max(quiet_until, ?5), delivered_at = iif(?6 = 1, ?7, delivered_at)
       where company_id = ?1 and id = ?2`,
      ...[company, hook.id, hook.state, hook.problem, hook.quietUntil, hook.delivered ? 1 : 0, now],
    ),
    ...(hook.state === "gone" ? [giveUp(db, company, hook.id)] : []),
  ];
}

function giveUp(db: Database, company: string, hookId: string): D1PreparedStatement {
  return db.prepare(
    "update hook_delivery set state = 'failed', problem = 'gone' where company_id = ?1 and hook_id = ?2 and state = 'waiting'",
    ...[company, hookId],
  );
}

/**
 * A statement for deliveries that were sent before an instant and whose end was never written down: the receiver knows an event by
 * its id, so that it is sent again; IFTTT knows nothing, so that its delivery is left as failed.
 */
export function takeBackLost(db: Database, company: string, { before }: { readonly before: Instant }) {
  return db.prepare(
    `update hook_delivery as d set state = iif(h.kind = 'ifttt', 'failed', 'waiting'), problem = 'unknown'
     from hook h where d.company_id = ?1 and d.state = 'sending' and d.sent_at < ?2
       and h.company_id = d.company_id and h.id = d.hook_id`,
    ...[company, before],
  );
}

/** When the next delivery of a hook is due; null when none waits. */
export async function nextDue(db: Database, company: string, hookId: string): Promise<Instant | null> {
  const [row] = await db.all<{ at: Instant | null }>(
    `select min(max(d.next_at, h.quiet_until)) as at from hook h cross join hook_delivery d indexed by hook_delivery_waiting
       on d.company_id = ?1 and d.hook_id = h.id and d.state = 'waiting'
     where h.company_id = ?1 and h.id = ?2 and h.state in ('on', 'failing')`,
    ...[company, hookId],
  );
  return row?.at ?? null;
}
