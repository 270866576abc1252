import type { WorkDate } from "@today/core/time/date";
import type { Instant, Minutes } from "@today/core/time/minutes";
import type { Match } from "@today/core/worklog-comparison";
import type { WorklogState } from "@today/core/worklog-difference";
import type { Database } from "./database.ts";
import { holds, type Reader } from "./role.ts";
import { differsSql } from "./worklog-mending.ts";

/** A month of a target, `2026-09`. */
export interface TargetMonth {
  readonly company: string;
  readonly targetId: string;
  readonly month: string;
}

/** A worklog beside what was seen of it last; `unread` since it was sent, or never. */
export interface ComparedRow {
  readonly key: string;
  readonly personId: string;
  readonly personName: string;
  readonly personTitle: string | null;
  readonly date: WorkDate;
  readonly projectId: string;
  readonly projectName: string;
  readonly remoteProject: string | null;
  readonly remoteTask: string | null;
  readonly ours: Minutes;
  readonly theirs: Minutes | null;
  readonly records: number | null;
  readonly match: Match | "unread";
  readonly state: WorklogState;
  readonly waiting: Minutes;
  readonly held: string | null;
  readonly problem: string | null;
  readonly field: string | null;
  readonly rank: number;
}

/** Minutes of worklogs, what of them was seen there, and how many do not agree. */
export interface ComparedSum {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly ours: Minutes;
  readonly theirs: Minutes;
  /** Of worklogs that were not read back since they were sent. */
  readonly unread: Minutes;
  readonly differing: number;
}

/** Hours that have not arrived, by why. */
export interface WaitingSum {
  readonly state: "held" | "due" | "sending" | "unknown" | "failed";
  readonly why: string | null;
  readonly count: number;
  readonly minutes: Minutes;
}

/** What others booked there, as it was read last. */
export interface ForeignSum {
  readonly readAt: Instant;
  readonly count: number;
  readonly minutes: Minutes;
}

const rows = `from worklog w where w.company_id = ?1 and w.target_id = ?2 and w.date between ?3 || '-01' and ?3 || '-31'
  and (w.minutes > 0 or w.waiting > 0 or coalesce(w.seen_count, 0) > 0 or w.state in ('due', 'sending', 'unknown', 'failed'))`;
const isRead = "(w.seen_at >= coalesce(w.sent_at, 0))";
const matchSql = `case when ${isRead} is not 1 then 'unread'
  when w.minutes = 0 then iif(w.seen_count = 0, 'same', 'extra')
  when w.seen_count = 0 then 'missing' when w.seen_count > 1 then 'double'
  when w.seen_minutes = w.minutes then 'same' else 'differs' end`;
const rankSql = `case when ${differsSql} is 1 then 0 when w.state in ('failed', 'unknown') then 1
  when w.state <> 'done' or w.waiting > 0 then 2 when ${isRead} is not 1 then 3 else 4 end`;

function monthValues({ company, targetId, month }: TargetMonth) {
  return [company, targetId, month] as const;
}

/** A month's worklogs, those that do not agree first, then what failed, waits, was not read back, agrees. */
export function readComparedRows(
  db: Database,
  of: TargetMonth,
  page: { readonly after: readonly [rank: string, key: string] | null; readonly limit: number },
): Promise<ComparedRow[]> {
  const [rank, key] = page.after ?? ["-1", ""];
  return db.all(
    `select w.key, w.person_id as personId, coalesce(p.name, w.person_id) as personName, p.title as personTitle, w.date,
       w.project_id as projectId, coalesce(j.name, w.project_id) as projectName, w.remote_project as remoteProject,
       w.remote_task as remoteTask, w.minutes as ours, w.seen_minutes as theirs, w.seen_count as records, w.match,
       w.state, w.waiting, w.held, w.problem, w.field, w.rank
     from (select w.*, ${matchSql} as match, ${rankSql} as rank ${rows}) w
       left join person p on p.company_id = ?1 and p.id = w.person_id
       left join project j on j.company_id = ?1 and j.id = w.project_id
     where (w.rank, w.key) > (?4, ?5) order by w.rank, w.key limit ?6`,
    ...[...monthValues(of), Number(rank), key, page.limit],
  );
}

/** A month's sums by project or by person, the largest first. */
export function readComparedSums(db: Database, of: TargetMonth, by: "project" | "person"): Promise<ComparedSum[]> {
  return db.all(
    `select s.id, coalesce(x.name, s.id) as name, ${by === "person" ? "x.title" : "null"} as title, s.ours, s.theirs, s.unread,
       s.differing
     from (select w.${by}_id as id, sum(w.minutes) as ours, sum(iif(${isRead} is 1, w.seen_minutes, 0)) as theirs,
         sum(iif(${isRead} is 1, 0, w.minutes)) as unread, sum(${differsSql} is 1) as differing ${rows} group by 1) s
       left join ${by} x on x.company_id = ?1 and x.id = s.id
     order by s.ours desc, s.id`,
    ...monthValues(of),
  );
}

/** How many of a month's worklogs are what: `{ same: 120, missing: 2 }`. */
export async function countMatches(db: Database, of: TargetMonth): Promise<Record<string, number>> {
  const found = await db.all<{ match: string; n: number }>(
    `select ${matchSql} as match, count(*) as n ${rows} group by 1`,
    ...monthValues(of),
  );
  return Object.fromEntries(found.map(({ match, n }) => [match, n]));
}

/** What of a month has not arrived and why; part of a worklog may wait while the rest stands. */
export function readWaiting(db: Database, of: TargetMonth): Promise<WaitingSum[]> {
  return db.all(
    `select 'held' as state, w.held as why, count(*) as count, sum(w.waiting) as minutes ${rows} and w.waiting > 0 group by 2
     union all select w.state, w.problem, count(*), sum(w.minutes) ${rows} and w.state in ('due', 'sending', 'unknown', 'failed')
     group by 1, 2 order by 1, 2`,
    ...monthValues(of),
  );
}

/** What others booked in a month; null when it was never read. */
export async function readForeign(db: Database, of: TargetMonth): Promise<ForeignSum | null> {
  const [row] = await db.all<ForeignSum>(
    `select read_at as readAt, foreign_count as count, foreign_minutes as minutes from target_month
     where company_id = ?1 and target_id = ?2 and month = ?3`,
    ...monthValues(of),
  );
  return row ?? null;
}

/** A target whose hours may be compared, with the month that was read back last. */
export interface ComparableTarget {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly state: "paused" | "on";
  /** Null when none was ever read. */
  readonly month: string | null;
  readonly readAt: Instant | null;
}

/** Every target that was not removed, the oldest first, for admins, HR and finance; nothing for others. */
export function readComparableTargets(db: Database, reader: Reader): Promise<ComparableTarget[]> {
  return db.all(
    `select t.id, t.kind, t.name, t.state, m.month, m.read_at as readAt from target t
     left join target_month m on m.company_id = ?1 and m.target_id = t.id and m.month = (select r.month from target_month r
       where r.company_id = ?1 and r.target_id = t.id order by r.read_at desc, r.month desc limit 1)
     where t.company_id = ?1 and t.state <> 'removed' and ${holds("admin", "hr", "finance")} order by t.created_at, t.id`,
    ...[reader.company, reader.person],
  );
}
