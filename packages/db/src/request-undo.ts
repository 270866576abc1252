import { isClosed } from "./closed.ts";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { holds } from "./role.ts";
import { versionOf } from "./split.ts";

/** An answered request, and the number of the answer that is to be taken back. */
export interface AnsweredRequest {
  readonly id: string;
  readonly answer: number;
}

/** The values of statements that undo: `?6` the requests with their answers, `?7` the bulk action or null. */
export function undoValues(author: Author, requests: readonly AnsweredRequest[], batchId: string | null) {
  return [...authorValues(author), JSON.stringify(requests.map(({ id, answer }) => [id, answer])), batchId] as const;
}

/** SQL: the author may take the bulk action back, if it is one, and no day of it was closed since. */
export const isFree = `(?7 is null or exists (select 1 from approval_batch b where b.company_id = ?1 and b.id = ?7
    and b.undone_at is null and (b.made_by = ?2 or ${holds("hr")})))
  and not exists (select 1 from decision f indexed by decision_batch where f.company_id = ?1 and f.batch_id = ?7
    and ${isClosed("f.date")})
  and not exists (select 1 from json_each(?6) u
    cross join request q on q.company_id = ?1 and q.id = u.value ->> 0
    cross join request_answer m on m.company_id = ?1 and m.request_id = q.id and m.n = u.value ->> 1
    cross join period p indexed by period_closed on p.company_id = ?1 and p.state = 'closed' and p.last >= q.date
      and p.first <= q.date and p.changed_at >= m.at)`;

/**
 * Statements, to be part of one transaction, that take answers back: the fact goes, the request waits again. Each request only
 * while that answer is its latest, for its maker or HR; all or none of them.
 */
export function undoStatements(
  db: Database,
  author: Author,
  requests: readonly AnsweredRequest[],
  batchId: string | null,
): D1PreparedStatement[] {
  if (requests.length === 0) return [];
  const values = undoValues(author, requests, batchId);
  const answered = `${asked} where r.state in ('accepted', 'returned') and ${isAuthors} and ${isFree}`;
  const accepted = `${asked} where r.state = 'accepted' and ${isAuthors} and ${isFree}`;
  const again = `${asked} where r.state = 'waiting' and ${isAuthors} and ${isFree}`;
  const history = intoHistory({
    ...{ subject: "'request'", id: "r.id", action: "'undo'", before: "json_object('state', r.state)" },
    after: "json_object('state', 'waiting', 'personId', r.person_id, 'date', r.date, 'kind', r.kind)",
  });
  const bind = (sql: string) => db.prepare(sql, ...values);
  return [
    bind(`${punchSql} ${accepted} and r.kind in ('clock-in', 'clock-out')`),
    bind(`${pickSql(accepted)} on conflict do nothing`),
    bind(splitSql(accepted)),
    bind(overtimeSql(accepted)),
    bind(`${history} ${answered}`),
    bind(`update request set state = 'waiting' where company_id = ?1 and id in (select r.id ${answered})`),
    bind(
      `insert into request_answer (company_id, request_id, n, verdict, at, made_by, channel, batch_id)
       select ?1, r.id, n.n + 1, 'undone', ?4, ?2, ?5, ?7 ${again}`,
    ),
  ];
}

/** SQL: a request with its latest answer as `n`, if that is the one to be taken back. */
const asked = `from json_each(?6) asked cross join request r on r.company_id = ?1 and r.id = asked.value ->> 0
  cross join request_answer n on n.company_id = ?1 and n.request_id = r.id and n.n = asked.value ->> 1`;

const isAuthors = `n.verdict in ('accepted', 'returned') and (n.made_by = ?2 or ${holds("hr")})
  and not exists (select 1 from request_answer later where later.company_id = ?1 and later.request_id = r.id and later.n > n.n)`;

const latestPunch = `(select max(m.received_at) from punch m where m.company_id = ?1 and m.person_id = r.person_id
  and m.work_date = r.date and m.record_id = 'request:' || r.id)`;

const punchSql = `insert into punch (company_id, person_id, work_date, record_id, received_at, digest, at, type, valid,
    invalid_reason, source_type)
  select ?1, r.person_id, r.date, 'request:' || r.id, max(?4, ${latestPunch} + 1), 'withdrawn',
    (select l.at from punch l where l.company_id = ?1 and l.person_id = r.person_id and l.work_date = r.date
       and l.record_id = 'request:' || r.id limit 1),
    iif(r.kind = 'clock-in', 'on', 'off'), 0, 'withdrawn', 'CORRECTION'`;

// The ids of picks that were accepted more than once are alike from the ninth character on.
function pickSql(accepted: string): string {
  return `insert into pick_withdrawal (company_id, person_id, date, pick_id, made_at, made_by)
    select ?1, w.person_id, w.date, k.id, ?4, ?2
    from (select r.id, r.person_id, r.date ${accepted} and r.kind = 'pick') w cross join pick k indexed by pick_day
      on k.company_id = ?1 and k.person_id = w.person_id and k.date = w.date and k.channel = 'request'
        and substr(k.id, 9) = substr(w.id, 9)
    where true`;
}

/** SQL: split `b` came of a request that is taken back, now or before; `w` is the day. */
const isTakenBack = `b.channel = 'request' and (b.made_at = w.at or exists (
  select 1 from request x indexed by request_day cross join request_answer y on y.company_id = ?1 and y.request_id = x.id
  where x.company_id = ?1 and x.person_id = w.person_id and x.date = w.date and x.kind = 'split' and x.state <> 'accepted'
    and y.verdict = 'accepted' and y.at = b.made_at))`;

// Only the split that stands is taken back, and the one before it stands again as it was made. In a closed period it comes as
// a request, like all that is adjusted.
function splitSql(accepted: string): string {
  return `insert into split (company_id, person_id, date, version, parts, made_at, made_by, channel)
    select ?1, w.person_id, w.date, ${versionOf("?1", "w.person_id", "w.date")} + 1, coalesce(o.parts, '[]'),
      coalesce(o.made_at, ?4), coalesce(o.made_by, ?2),
      iif(o.channel is null or ${isClosed("w.date")}, 'request', o.channel)
    from (select r.person_id, r.date, n.at ${accepted} and r.kind = 'split' group by r.person_id, r.date) w
      cross join split s on s.company_id = ?1 and s.person_id = w.person_id and s.date = w.date and s.channel = 'request'
        and s.made_at = w.at and s.version = (select max(l.version) from split l
          where l.company_id = ?1 and l.person_id = w.person_id and l.date = w.date)
      left join split o on o.company_id = ?1 and o.person_id = w.person_id and o.date = w.date
        and o.version = (select max(b.version) from split b where b.company_id = ?1 and b.person_id = w.person_id
          and b.date = w.date and not (${isTakenBack}))
    where true`;
}

function overtimeSql(accepted: string): string {
  return `insert into approved_time (company_id, person_id, date, id, received_at, kind, start_minute, end_minute, lieu,
      source, present)
    select ?1, t.person_id, t.date, t.id, max(?4, t.received_at + 1), t.kind, t.start_minute, t.end_minute, t.lieu, 'app', 0
    from (select r.id, r.person_id, r.date ${accepted} and r.kind = 'overtime') w cross join approved_time t
      on t.company_id = ?1 and t.person_id = w.person_id and t.date = w.date and t.id = w.id and t.present = 1
        and t.received_at = (select max(l.received_at) from approved_time l where l.company_id = ?1
          and l.person_id = t.person_id and l.date = t.date and l.id = t.id)
    where true`;
}
