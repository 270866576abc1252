import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { holds, manages } from "./role.ts";
import { versionOf } from "./split.ts";

/** A waiting request that is about to be accepted. */
export interface AnswerableRequest {
  readonly id: string;
  readonly personId: string;
  readonly date: WorkDate;
  readonly kind: "clock-in" | "clock-out" | "pick" | "split" | "overtime" | "note";
  /** When the punch was, for `clock-in` and `clock-out`; null for the others. */
  readonly at: Instant | null;
}

/** SQL: the author may answer request `r`: never their own; HR answers all others, managers those of their projects. */
export const mayAnswer = `r.person_id <> ?2 and (${holds("hr")} or (r.project_id is not null and ${manages("r.project_id")}))`;

const asked = "from json_each(?6) asked cross join request r on r.company_id = ?1 and r.id = asked.value ->> 0";

/** The requests of `?6` that still wait for the author; each statement of an answer has its condition, the last ends it. */
const waiting = `${asked} where r.state = 'waiting' and ${mayAnswer}`;

const nextAnswer = "(select count(*) + 1 from request_answer n where n.company_id = ?1 and n.request_id = r.id)";

/**
 * Statements, to be part of one transaction, that accept a request: its answer, its state, the fact it becomes and the history.
 * Nothing happens unless it still waits and the author may answer it. The request may be inserted by the same transaction.
 */
export function acceptStatements(
  db: Database,
  author: Author,
  request: AnswerableRequest,
  batchId: string | null,
): D1PreparedStatement[] {
  return acceptAll(db, author, [request], batchId);
}

/** As `acceptStatements`, for many requests in the same few statements. */
export function acceptAll(
  db: Database,
  author: Author,
  requests: readonly AnswerableRequest[],
  batchId: string | null,
): D1PreparedStatement[] {
  if (requests.length === 0) return [];
  const ids = JSON.stringify(requests.map(({ id, at }) => [id, at]));
  const values = [...authorValues(author), ids];
  const kinds = new Set(requests.map(({ kind }) => kind));
  const facts = [
    ...(kinds.has("clock-in") || kinds.has("clock-out") ? [punchSql] : []),
    ...(kinds.has("pick") ? [pickSql] : []),
    ...(kinds.has("split") ? [splitSql] : []),
    ...(kinds.has("overtime") ? [overtimeSql] : []),
  ];
  return [
    ...facts.map((sql) => db.prepare(sql, ...values)),
    ...answerAll(db, author, { ids, verdict: "accepted", reason: null, batchId }),
  ];
}

/** Statements that give waiting requests back with a reason; guarded as `acceptStatements`. */
export function returnStatements(
  db: Database,
  author: Author,
  ids: readonly string[],
  { reason, batchId }: { readonly reason: string; readonly batchId: string | null },
): D1PreparedStatement[] {
  if (ids.length === 0) return [];
  return answerAll(db, author, {
    ids: JSON.stringify(ids.map((id) => [id])),
    ...({ verdict: "returned", reason, batchId } as const),
  });
}

interface Answer {
  readonly ids: string;
  readonly verdict: "accepted" | "returned";
  readonly reason: string | null;
  readonly batchId: string | null;
}

function answerAll(db: Database, author: Author, { ids, verdict, reason, batchId }: Answer): D1PreparedStatement[] {
  const values = [...authorValues(author), ids];
  const history = intoHistory({
    subject: "'request'",
    id: "r.id",
    action: verdict === "accepted" ? "'accept'" : "'return'",
    before: "json_object('state', r.state)",
    after: `json_object('state', '${verdict}', 'personId', r.person_id, 'date', r.date, 'kind', r.kind)`,
    reason: "?7",
  });
  return [
    db.prepare(`${history} ${waiting}`, ...values, reason),
    db.prepare(
      `insert into request_answer (company_id, request_id, n, verdict, at, made_by, reason, channel, batch_id)
       select ?1, r.id, ${nextAnswer}, '${verdict}', ?4, ?2, ?7, ?5, ?8 ${waiting}`,
      ...[...values, reason, batchId],
    ),
    db.prepare(
      `update request set state = '${verdict}' where company_id = ?1 and id in (select r.id ${waiting})`,
      ...values,
    ),
  ];
}

const punchId = "'request:' || r.id";
const latestPunch = `(select max(l.received_at) from punch l where l.company_id = ?1 and l.person_id = r.person_id
  and l.work_date = r.date and l.record_id = ${punchId})`;

const punchSql = `insert into punch (company_id, person_id, work_date, record_id, received_at, digest, at, type, valid,
    source_type)
  select ?1, r.person_id, r.date, ${punchId}, max(?4, coalesce(${latestPunch} + 1, 0)), 'accepted', asked.value ->> 1,
    iif(r.kind = 'clock-in', 'on', 'off'), 1, 'CORRECTION' ${waiting} and r.kind in ('clock-in', 'clock-out')`;

// A pick that was withdrawn stays withdrawn: accepted anew it takes another id, alike from the ninth character on.
const pickSql = `insert into pick (company_id, id, person_id, date, project_id, task_id, from_minute, made_at, made_by, channel)
  select ?1, iif(exists (select 1 from pick k where k.company_id = ?1 and k.id = r.id),
      printf('%08x', ${nextAnswer}) || substr(r.id, 9), r.id),
    r.person_id, r.date, r.body ->> 'project', r.body ->> 'task', r.body ->> 'from', ?4, r.made_by, 'request'
  ${waiting} and r.kind = 'pick'`;

const splitSql = `insert into split (company_id, person_id, date, version, parts, made_at, made_by, channel)
  select ?1, r.person_id, r.date,
    ${versionOf("?1", "r.person_id", "r.date")} + row_number() over (partition by r.person_id, r.date order by r.made_at),
    r.body -> 'parts', ?4, r.made_by, 'request'
  ${waiting} and r.kind = 'split'`;

const overtimeSql = `insert into approved_time (company_id, person_id, date, id, received_at, kind, start_minute, end_minute,
    lieu, source, present)
  select ?1, r.person_id, r.date, r.id, max(?4, coalesce((select max(l.received_at) + 1 from approved_time l
      where l.company_id = ?1 and l.person_id = r.person_id and l.date = r.date and l.id = r.id), 0)),
    'overtime', r.body ->> 'start', r.body ->> 'end', coalesce(r.body ->> 'lieu', 0), 'app', 1
  ${waiting} and r.kind = 'overtime'`;
