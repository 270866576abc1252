import type { WorkDate } from "@today/core/time/date";
import type { Instant, Minutes } from "@today/core/time/minutes";
import type { Standing } from "@today/core/worklog-step";
import type { Database } from "./database.ts";

/** Who may send to a target, until when; nobody else has the same `until`. */
export interface Lease {
  readonly companyId: string;
  readonly targetId: string;
  readonly until: Instant;
}

/** A worklog that was taken to be sent. */
export interface ClaimedWorklog extends Omit<Standing, "isSure" | "extra"> {
  readonly key: string;
  readonly marker: string;
  readonly serial: string;
  readonly personId: string;
  readonly date: WorkDate;
  readonly remotePerson: string | null;
  readonly remoteProject: string | null;
  readonly remoteTask: string | null;
  /** `{"note","personName","start",…}` */
  readonly body: string;
  readonly attempts: number;
  readonly sendingAt: Instant;
}

/** A call that was made for a worklog. */
export interface WorklogCall {
  readonly at: Instant;
  readonly act: "create" | "change" | "remove" | "find";
  readonly minutes: Minutes;
  readonly outcome: "applied" | "unknown" | "failed";
  readonly problem: string | null;
}

/** How a claim ended. */
export interface WorklogEnd extends Pick<Standing, "remoteId" | "sentMinutes" | "sentDigest"> {
  readonly key: string;
  /** Of the claim. */
  readonly sendingAt: Instant;
  /** For which content: when another is wanted by now, it is sent next. */
  readonly digest: string;
  readonly state: "due" | "unknown" | "failed" | "done";
  readonly problem: string | null;
  readonly field: string | null;
  readonly attempts: number;
  readonly nextAt: Instant;
  /** Null when nothing was written. */
  readonly sentAt: Instant | null;
  readonly calls: readonly WorklogCall[];
}

/** As the index of what is open says it; otherwise the database does not see that it may be used. */
const isOpen = "state in ('due', 'sending', 'unknown')";
const mayGo = "t.state = 'on' and t.problem is null";

/** Takes a target that is on, has no problem and is not to be left alone, for whoever sends alone; null when it cannot be had. */
export async function takeLease(db: Database, lease: Lease, now: Instant): Promise<Lease | null> {
  const rows = await db.all<{ until: number }>(
    `update target as t set sending_until = ?3 where t.company_id = ?1 and t.id = ?2 and t.sending_until <= ?4
       and t.quiet_until <= ?4 and ${mayGo} returning sending_until as "until"`,
    ...[lease.companyId, lease.targetId, lease.until, now],
  );
  return rows.length > 0 ? lease : null;
}

/** A statement that keeps the target for longer, if it is still ours. */
export function extendLease(db: Database, { companyId, targetId, until }: Lease, longer: Instant): D1PreparedStatement {
  return db.prepare(
    "update target set sending_until = ?4 where company_id = ?1 and id = ?2 and sending_until = ?3",
    ...[companyId, targetId, until, longer],
  );
}

/** A statement that makes unknown what was taken long ago and never came back; what did so many times over is set aside. */
export function releaseStale(
  db: Database,
  { companyId, targetId }: Omit<Lease, "until">,
  stale: { readonly before: Instant; readonly mostAttempts: number },
): D1PreparedStatement {
  return db.prepare(
    `update worklog indexed by worklog_open set state = iif(attempts >= ?4, 'failed', 'unknown'), next_at = 0,
       problem = iif(attempts >= ?4, 'outcome-unknown', problem), sent_digest = '?'
      where company_id = ?1 and target_id = ?2 and ${isOpen} and state = 'sending' and sending_at < ?3`,
    ...[companyId, targetId, stale.before, stale.mostAttempts],
  );
}

/** So many of what is due are looked at, so that a long queue is not sorted again and again. */
const lookedAt = 1000;
/** Of rows that wait for one another, so many are taken at once. */
const mostOfSerial = 20;

const columns = `key, marker, serial, person_id as personId, date, minutes, digest, remote_id as remoteId,
  remote_person as remotePerson, remote_project as remoteProject, remote_task as remoteTask, body,
  sent_minutes as sentMinutes, sent_digest as sentDigest, attempts, sending_at as sendingAt`;

/**
 * A statement that takes up to `limit` worklogs to be sent, rows of one person together: none whose serial is being written to, and
 * none that adds to a day of which something is still to be taken away. A row whose last write is not known comes with a digest
 * that begins with `?`.
 */
export function claimWorklogs(
  db: Database,
  { companyId, targetId, until }: Lease,
  claim: { readonly now: Instant; readonly limit: number },
): D1PreparedStatement {
  return db.prepare(
    `with waiting as (
       select key, serial, person_id, date, minutes, sent_minutes from worklog indexed by worklog_open
       where company_id = ?1 and target_id = ?2 and ${isOpen} and state in ('due', 'unknown') and next_at <= ?3 limit ${lookedAt}),
     busy as (
       select serial from worklog indexed by worklog_open where company_id = ?1 and target_id = ?2
         and ${isOpen} and state = 'sending'),
     free as (
       select w.*, row_number() over (partition by serial order by minutes >= sent_minutes, person_id, date) as place
       from waiting w where serial not in (select serial from busy)
         and (minutes <= sent_minutes or not exists (
           select 1 from worklog l indexed by worklog_person where l.company_id = ?1 and l.person_id = w.person_id
             and l.date = w.date and l.target_id = ?2 and l.minutes < l.sent_minutes
             and l.state in ('due', 'unknown', 'sending'))))
     update worklog set state = 'sending', sending_at = ?3, attempts = attempts + 1,
       sent_digest = iif(state = 'unknown' and coalesce(sent_digest, '') not like '?%', '?', sent_digest)
     where company_id = ?1 and target_id = ?2
       and key in (select key from free where place <= ${mostOfSerial}
         order by minutes >= sent_minutes, person_id, date limit ?5)
       and exists (select 1 from target t where t.company_id = ?1 and t.id = ?2 and t.sending_until = ?4
         and t.quiet_until <= ?3 and ${mayGo})
     returning ${columns}`,
    ...[companyId, targetId, claim.now, until, claim.limit],
  );
}

const ended = `worklog.company_id = ?1 and worklog.target_id = ?2 and worklog.key = e.value ->> 'key'
  and worklog.state in ('sending', 'unknown') and worklog.sending_at = e.value ->> 'sendingAt'`;

/** Statements that keep how claims ended, each unless somebody else has taken the row since. Twice they change nothing more. */
export function keepEnds(
  db: Database,
  { companyId, targetId }: Omit<Lease, "until">,
  ends: readonly WorklogEnd[],
): D1PreparedStatement[] {
  if (ends.length === 0) return [];
  const rows = JSON.stringify(ends);
  return [
    db.prepare(
      `insert into worklog_write (company_id, target_id, key, at, n, act, minutes, outcome, problem)
       select ?1, ?2, worklog.key, c.value ->> 'at', c.key + coalesce((select max(r.n) + 1 from worklog_write r
           where r.company_id = ?1 and r.target_id = ?2 and r.key = worklog.key and r.at = c.value ->> 'at'), 0),
         c.value ->> 'act', c.value ->> 'minutes', c.value ->> 'outcome', c.value ->> 'problem'
       from json_each(?3) e cross join worklog cross join json_each(e.value, '$.calls') c where ${ended}`,
      ...[companyId, targetId, rows],
    ),
    db.prepare(
      `with e as materialized (
         select worklog.company_id, worklog.target_id, worklog.key, e.value as "end"
         from json_each(?3) e cross join worklog where ${ended})
       update worklog set
         state = iif(digest <> e."end" ->> 'digest' and e."end" ->> 'state' in ('done', 'failed'), 'due', e."end" ->> 'state'),
         remote_id = e."end" ->> 'remoteId', sent_minutes = e."end" ->> 'sentMinutes', sent_digest = e."end" ->> 'sentDigest',
         problem = e."end" ->> 'problem', field = e."end" ->> 'field', attempts = e."end" ->> 'attempts',
         next_at = e."end" ->> 'nextAt', sent_at = coalesce(e."end" ->> 'sentAt', sent_at)
       from e
       where worklog.company_id = e.company_id and worklog.target_id = e.target_id and worklog.key = e.key`,
      ...[companyId, targetId, rows],
    ),
  ];
}

/** What a while of sending tells of the target. */
interface TargetNews {
  readonly pushedAt: Instant | null;
  readonly quietUntil: Instant;
  /** What somebody has to mend before anything goes on. */
  readonly problem: string | null;
  readonly now: Instant;
}

/** A statement that keeps what sending told of a target. */
export function keepTargetNews(
  db: Database,
  { companyId, targetId }: Omit<Lease, "until">,
  news: TargetNews,
): D1PreparedStatement {
  return db.prepare(
    `update target set pushed_at = coalesce(?3, pushed_at), quiet_until = max(quiet_until, ?4),
       problem = coalesce(?5, problem), problem_at = iif(?5 is null, problem_at, ?6) where company_id = ?1 and id = ?2`,
    ...[companyId, targetId, news.pushedAt, news.quietUntil, news.problem, news.now],
  );
}

/** A statement that lets go of a target, if it is still ours. */
export function endLease(db: Database, lease: Lease): D1PreparedStatement {
  return extendLease(db, lease, 0);
}

/** The targets, of one company, for which something is due that may go now, or was taken before `stale` and never came back. */
export function readDueTargets(
  db: Database,
  companyId: string,
  at: { readonly now: Instant; readonly stale: Instant },
): Promise<{ id: string }[]> {
  return db.all(
    `select t.id from target t where t.company_id = ?1 and t.quiet_until <= ?2 and t.sending_until <= ?2 and ${mayGo}
       and (exists (select 1 from worklog w indexed by worklog_open where w.company_id = ?1 and w.target_id = t.id
           and w.${isOpen} and w.state in ('due', 'unknown') and w.next_at <= ?2)
         or exists (select 1 from worklog w indexed by worklog_open where w.company_id = ?1 and w.target_id = t.id
           and w.${isOpen} and w.state = 'sending' and w.sending_at < ?3))`,
    ...[companyId, at.now, at.stale],
  );
}

/** Whether anything is due to a target that may go now. */
export async function hasDueWorklogs(
  db: Database,
  { companyId, targetId }: Omit<Lease, "until">,
  now: Instant,
): Promise<boolean> {
  const rows = await db.all(
    `select 1 from worklog indexed by worklog_open where company_id = ?1 and target_id = ?2 and ${isOpen}
       and state in ('due', 'unknown') and next_at <= ?3 limit 1`,
    ...[companyId, targetId, now],
  );
  return rows.length > 0;
}
