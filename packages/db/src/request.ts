import type { OvertimeKind } from "@today/core/allocation";
import type { PeriodState } from "@today/core/period";
import type { WorkDate } from "@today/core/time/date";
import type { Minutes } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import type { AskedContent } from "./request-content.ts";
import { holds, holdsOn, manages, type Reader, readerValues } from "./role.ts";

/** What accepting a request would change: more counted minutes, on which project, as which overtime. */
export interface RequestEffect {
  readonly minutes: Minutes;
  readonly project: string | null;
  readonly overtime: OvertimeKind | null;
}

/** A request that is about to be made. */
export type RequestWish = AskedContent & {
  readonly reason: string;
  /** Whose manager answers; null: HR. */
  readonly project: string | null;
  readonly effect: RequestEffect;
};

/** What somebody may ask about a person's day. */
export interface AskRight {
  readonly exists: boolean;
  readonly hr: boolean;
  /** The projects that the reader manages today. */
  readonly manages: readonly string[];
  /** Of these, the ones of which the person is a member on the date. */
  readonly shared: readonly string[];
  /** The state of the period in which the date lies. */
  readonly period: PeriodState;
  /** The last day on which the person may still change that period. */
  readonly graceUntil: WorkDate | null;
  /** The project on which the person worked last, up to the date. */
  readonly lastProject: string | null;
}

/** What a reader may ask about a person's date. */
export async function readAskRight(
  db: Database,
  reader: Reader,
  { person, date }: { readonly person: string; readonly date: WorkDate },
): Promise<AskRight> {
  const values = [...readerValues(reader), person, date] as const;
  const [self, projects, period] = await db.batch([
    db.prepare(
      `select ${holds("hr")} as hr, (select w.body ->> '$.allocations[0].project' from workday w
         where w.company_id = ?1 and w.person_id = ?4 and w.date <= ?5 and json_array_length(w.body, '$.allocations') > 0
         order by w.date desc limit 1) as lastProject
       from person where company_id = ?1 and id = ?4`,
      ...values,
    ),
    db.prepare(
      `select m.project_id as id, exists (select 1 from project_member t where t.company_id = ?1 and t.person_id = ?4
           and t.project_id = m.project_id and ${holdsOn("t", "?5")}) as shared
       from project_member m where m.company_id = ?1 and m.person_id = ?2 and m.role = 'manager' and ${holdsOn("m", "?3")}`,
      ...values,
    ),
    db.prepare(
      `select p.state, (select g.until from period_grace g where g.company_id = ?1 and g.period_id = p.id
         and g.person_id = ?4) as until
       from period p where p.company_id = ?1 and p.first <= ?5 and p.last >= ?5`,
      ...values,
    ),
  ]);
  const own = (projects?.results ?? []) as { id: string; shared: number }[];
  const found = self?.results[0] as { hr: number; lastProject: string | null } | undefined;
  const state = period?.results[0] as { state: PeriodState; until: WorkDate | null } | undefined;
  return {
    exists: found !== undefined,
    hr: found?.hr === 1,
    manages: own.map(({ id }) => id),
    shared: own.filter(({ shared }) => shared === 1).map(({ id }) => id),
    period: state?.state ?? "open",
    graceUntil: state?.until ?? null,
    lastProject: found?.lastProject ?? null,
  };
}

const isAllowed = `(?7 = ?2 or exists (select 1 from person q where q.company_id = ?1 and q.id = ?7) and (${holds("hr")}
    or ${manages("?12")} and exists (select 1 from project_member t where t.company_id = ?1 and t.person_id = ?7
      and t.project_id = ?12 and ${holdsOn("t", "?8")})))
  and not exists (select 1 from request known where known.company_id = ?1 and known.id = ?6)`;

const replaced = `from request r where r.company_id = ?1 and r.person_id = ?7 and r.date = ?8 and r.kind = ?9
  and r.state = 'waiting' and ${isAllowed}`;

const nextAnswer = "(select count(*) + 1 from request_answer n where n.company_id = ?1 and n.request_id = r.id)";

/**
 * Records a request, if its author may ask it; a waiting one of the same kind and date is withdrawn. `accept` are statements that
 * accept it in the same transaction. False when nothing was written.
 */
export async function insertRequest(
  db: Database,
  author: Author,
  wish: RequestWish,
  accept: readonly D1PreparedStatement[],
): Promise<boolean> {
  const values = [...authorValues(author), wish.id, wish.personId, wish.date, wish.kind] as const;
  const all = [...values, JSON.stringify(wish.body), wish.reason, wish.project, JSON.stringify(wish.effect)] as const;
  const replacing = [...values, "{}", wish.reason, wish.project] as const;
  const written = intoHistory({
    subject: "'request'",
    id: "?6",
    action: "'ask'",
    before: "null",
    after: "json_object('personId', ?7, 'date', ?8, 'kind', ?9, 'body', json(?10), 'project', ?12)",
    reason: "?11",
  });
  const results = await db.batch([
    db.prepare(`${withdrawn} ${replaced}`, ...replacing),
    db.prepare(
      `insert into request_answer (company_id, request_id, n, verdict, at, made_by, channel)
       select ?1, r.id, ${nextAnswer}, 'withdrawn', ?4, ?2, ?5 ${replaced}`,
      ...replacing,
    ),
    db.prepare(
      `update request set state = 'withdrawn' where company_id = ?1 and id in (select r.id ${replaced})`,
      ...replacing,
    ),
    db.prepare(`${written} where ${isAllowed}`, ...all.slice(0, -1)),
    db.prepare(
      `insert into request (company_id, id, person_id, date, kind, body, reason, project_id, effect, state, made_at, made_by,
         channel)
       select ?1, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 'waiting', ?4, ?2, ?5 where ${isAllowed}`,
      ...all,
    ),
    ...accept,
  ]);
  return (results[4]?.meta.changes ?? 0) > 0;
}

const withdrawn = intoHistory({
  subject: "'request'",
  id: "r.id",
  action: "'withdraw'",
  before: "json_object('state', r.state)",
  after: "json_object('state', 'withdrawn', 'personId', r.person_id, 'date', r.date, 'kind', r.kind)",
});

/** Withdraws the author's own waiting request and gives the state it was in; null when it is not theirs. */
export async function withdrawRequest(db: Database, author: Author, id: string): Promise<string | null> {
  const values = [...authorValues(author), id] as const;
  const own = "from request r where r.company_id = ?1 and r.id = ?6 and r.person_id = ?2";
  const waiting = `${own} and r.state = 'waiting'`;
  const [before] = await db.batch([
    db.prepare(`select r.state ${own}`, ...values),
    db.prepare(`${withdrawn} ${waiting}`, ...values),
    db.prepare(
      `insert into request_answer (company_id, request_id, n, verdict, at, made_by, channel)
       select ?1, r.id, ${nextAnswer}, 'withdrawn', ?4, ?2, ?5 ${waiting}`,
      ...values,
    ),
    db.prepare(
      `update request set state = 'withdrawn' where company_id = ?1 and id in (select r.id ${waiting})`,
      ...values,
    ),
  ]);
  const state = before?.results[0]?.state;
  return typeof state === "string" ? state : null;
}
