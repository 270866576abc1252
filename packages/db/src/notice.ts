import type { Instant } from "@today/core/time/minutes";
import type { Arrival } from "./arrival.ts";
import type { Database } from "./database.ts";
import { parseStored } from "./json-rows.ts";
import type { Reader } from "./role.ts";

export type NoticeKind =
  | ("leave" | "leave-changed" | "leave-withdrawn")
  | ("overtime" | "budget-hours" | "budget-money" | "calendar");

/** What somebody is told, with the names it speaks of. */
export interface Notice {
  readonly id: string;
  readonly personId: string;
  readonly kind: NoticeKind;
  readonly about: { readonly id: string; readonly name: string } | null;
  readonly project: { readonly id: string; readonly name: string } | null;
  /** Of a leave `from` and `to` in milliseconds and the planned `minutes`; of an alert its `level` and `month`. */
  readonly body: Readonly<Record<string, number | string | null>>;
  readonly createdAt: Instant;
  readonly attempts: number;
}

const leaseMs = 240_000;

interface NoticeRow extends Omit<Notice, "about" | "project" | "body"> {
  readonly aboutId: string | null;
  readonly aboutName: string | null;
  readonly projectId: string | null;
  readonly projectName: string | null;
  readonly body: string;
}

const columns = `n.id, n.person_id as personId, n.kind, n.about_id as aboutId, q.name as aboutName, n.project_id as projectId,
  p.name as projectName, n.body, n.created_at as createdAt, n.attempts`;
const joins = `left join person q on q.company_id = ?1 and q.id = n.about_id
  left join project p on p.company_id = ?1 and p.id = n.project_id`;

function noticeOf({ aboutId, aboutName, projectId, projectName, body, ...row }: NoticeRow): Notice {
  return {
    ...row,
    about: aboutId === null ? null : { id: aboutId, name: aboutName ?? aboutId },
    project: projectId === null ? null : { id: projectId, name: projectName ?? projectId },
    body: parseStored<Notice["body"]>(body, {}),
  };
}

/** What a reader was told since an instant about leave, newest first. */
export async function listNotices(db: Database, reader: Reader, since: Instant): Promise<Notice[]> {
  const rows = await db.all<NoticeRow>(
    `select ${columns} from notice n indexed by notice_person ${joins}
      where n.company_id = ?1 and n.person_id = ?2 and n.created_at >= ?3 and n.kind like 'leave%'
      order by n.created_at desc, n.id limit 50`,
    ...[reader.company, reader.person, since],
  );
  return rows.map(noticeOf);
}

/** Up to so many notices that wait to be sent, oldest first. */
export async function readWaitingNotices(db: Database, companyId: string, limit: number): Promise<Notice[]> {
  const rows = await db.all<NoticeRow>(
    `select ${columns} from notice n indexed by notice_waiting ${joins}
      where n.company_id = ?1 and n.state = 'waiting' order by n.created_at, n.id limit ?2`,
    ...[companyId, limit],
  );
  return rows.map(noticeOf);
}

/** Takes waiting notices for an attempt and gives those that nobody else has taken in the last minutes; a lost attempt is made again. */
export async function takeNotices(db: Database, { companyId, at }: Arrival, ids: readonly string[]): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    `update notice set attempts = attempts + 1, sent_at = ?3
      where company_id = ?1 and id in (select value from json_each(?2)) and state = 'waiting' and coalesce(sent_at, 0) <= ?4
      returning id`,
    ...[companyId, JSON.stringify(ids), at, at - leaseMs],
  );
  return rows.map(({ id }) => id);
}

/** What became of an attempt at notices: `shown` ones are seen in the app alone, `waiting` ones are tried again. */
export interface NoticeEnd {
  readonly ids: readonly string[];
  readonly state: "sent" | "shown" | "failed" | "waiting";
  readonly taskId: string | null;
  readonly problem: string | null;
}

/** A statement that keeps what became of waiting notices. */
export function endNotices(db: Database, { companyId, at }: Arrival, end: NoticeEnd): D1PreparedStatement {
  return db.prepare(
    `update notice set state = ?3, task_id = ?4, problem = ?5, sent_at = iif(?3 = 'sent', ?6, null)
      where company_id = ?1 and state = 'waiting' and id in (select value from json_each(?2))`,
    ...[companyId, JSON.stringify(end.ids), end.state, end.taskId, end.problem, at],
  );
}

const resultAfterMs = 600_000;
const resultUntilMs = 82_800_000;

/** Tasks sent ten minutes to 23 hours ago whose result was not asked, the oldest first; DingTalk keeps results for a day. */
export async function readUnaskedTasks(
  db: Database,
  companyId: string,
  sent: { readonly now: Instant; readonly limit: number },
): Promise<string[]> {
  const rows = await db.all<{ taskId: string }>(
    `select task_id as taskId from notice indexed by notice_unasked where company_id = ?1 and state = 'sent'
      and sent_at between ?2 and ?3 group by task_id order by min(sent_at) limit ?4`,
    ...[companyId, sent.now - resultUntilMs, sent.now - resultAfterMs, sent.limit],
  );
  return rows.map(({ taskId }) => taskId);
}

/** Statements that keep what a task's result says: who did not get it, under DingTalk's code, and that the others did. */
export function keepTaskResult(
  db: Database,
  companyId: string,
  result: { readonly taskId: string; readonly dropped: readonly { readonly userId: string; readonly code: string }[] },
): D1PreparedStatement[] {
  const where = "company_id = ?1 and state = 'sent' and task_id = ?2";
  return [
    db.prepare(
      `update notice set state = 'dropped', problem = (select d.value ->> 'code' from json_each(?3) d
         where d.value ->> 'userId' = notice.person_id)
        where ${where} and person_id in (select value ->> 'userId' from json_each(?3))`,
      ...[companyId, result.taskId, JSON.stringify(result.dropped)],
    ),
    db.prepare(`update notice set state = 'told' where ${where}`, companyId, result.taskId),
  ];
}

/** Whether any notice waits to be sent, or was sent ten minutes to 23 hours ago and is to be asked about. */
export async function hasNoticeWork(db: Database, companyId: string, now: Instant): Promise<boolean> {
  const rows = await db.all(
    `select 1 from notice indexed by notice_waiting where company_id = ?1 and state = 'waiting'
     union all select 1 from notice indexed by notice_unasked where company_id = ?1 and state = 'sent'
       and sent_at between ?2 and ?3 limit 1`,
    ...[companyId, now - resultUntilMs, now - resultAfterMs],
  );
  return rows.length > 0;
}
