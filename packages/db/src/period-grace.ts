import type { WorkDate } from "@today/core/time/date";
import type { Database } from "./database.ts";
import { type Author, intoHistory } from "./history.ts";
import type { PeriodRow } from "./period.ts";
import { periodValues } from "./period-check.ts";
import type { PersonBrief } from "./person.ts";
import { holds } from "./role.ts";

/** Somebody who may still change days of a period that is open for approvers, until the end of a day. */
export interface Grace {
  readonly person: PersonBrief;
  readonly until: WorkDate;
  readonly reason: string;
}

/** Grace as it is to be given. */
export interface GraceWish {
  readonly period: PeriodRow;
  readonly person: string;
  readonly until: WorkDate;
  readonly reason: string;
}

const notClosed = `not exists (select 1 from period p where p.company_id = ?1 and p.id = ?6 and p.state = 'closed'
  and p.last = ?8 and p.first = ?7)`;
const isHis = "g.company_id = ?1 and g.period_id = ?6 and g.person_id = ?9";
const told = "json_object('until', g.until, 'reason', g.reason)";
const id = "?6 || '/' || ?9";

/** The graces of a period by the person's name. */
export async function readGraces(db: Database, company: string, period: string): Promise<Grace[]> {
  const rows = await db.all<PersonBrief & { until: WorkDate; reason: string }>(
    `select g.person_id as id, coalesce(q.name, g.person_id) as name, q.title, g.until, g.reason from period_grace g
       left join person q on q.company_id = ?1 and q.id = g.person_id
     where g.company_id = ?1 and g.period_id = ?2 order by q.name, g.person_id`,
    ...[company, period],
  );
  return rows.map(({ id: personId, name, title, ...row }) => ({ person: { id: personId, name, title }, ...row }));
}

/** Gives or changes somebody's grace while the period is not closed; false without an active person or the right. A repeat changes nothing. */
export async function writeGrace(db: Database, author: Author, wish: GraceWish): Promise<boolean> {
  const values = [...periodValues(author, wish.period), wish.person, wish.until, wish.reason] as const;
  const free = `q.company_id = ?1 and q.id = ?9 and q.active = 1 and ?10 >= ?3 and ${holds("hr")} and ${notClosed}`;
  const history = intoHistory({
    ...{ subject: "'grace'", id, action: "'set'" },
    before: `(select ${told} from period_grace g where ${isHis})`,
    after: "json_object('until', ?10, 'reason', ?11)",
    reason: "?11",
  });
  const changing = `from person q where ${free} and not exists
    (select 1 from period_grace g where ${isHis} and g.until = ?10 and g.reason = ?11)`;
  const [allowed] = await db.batch([
    db.prepare(`select 1 from person q where ${free}`, ...values.slice(0, 10)),
    db.prepare(`${history} ${changing}`, ...values),
    db.prepare(
      `insert into period_grace (company_id, period_id, person_id, until, reason, at, made_by)
       select ?1, ?6, ?9, ?10, ?11, ?4, ?2 ${changing}
       on conflict do update set until = excluded.until, reason = excluded.reason, at = excluded.at,
         made_by = excluded.made_by`,
      ...values,
    ),
  ]);
  return allowed?.results.length === 1;
}

/** Takes somebody's grace back while the period is not closed; a repeat changes nothing. */
export async function removeGrace(
  db: Database,
  author: Author,
  { period, person }: Pick<GraceWish, "period" | "person">,
): Promise<void> {
  const values = [...periodValues(author, period), person] as const;
  const free = `${holds("hr")} and ${notClosed}`;
  const history = intoHistory({ ...{ subject: "'grace'", id, action: "'remove'" }, before: told, after: "null" });
  await db.batch([
    db.prepare(`${history} from period_grace g where ${isHis} and ${free}`, ...values),
    db.prepare(`delete from period_grace as g where ${isHis} and ${free}`, ...values),
  ]);
}
