import type { Terms } from "@today/core/terms";
import type { WorkDate } from "@today/core/time/date";
import { reachesClosed } from "./closed.ts";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { type PageWish, readPeoplePage } from "./people-page.ts";
import type { PersonBrief } from "./person.ts";
import { holds, type Reader } from "./role.ts";

/** Somebody with their terms of work in order; none when the default ones hold. */
export interface PersonTerms {
  readonly person: PersonBrief;
  /** Name of their first department. */
  readonly department: string | null;
  readonly active: boolean;
  readonly terms: readonly Terms[];
}

/** What became of a dated entry about a person; `closed` when it reaches into a closed period. */
export type DatedAnswer = "done" | "closed" | "unknown";

/** SQL: a person's terms in order as JSON; `person` is a column or a parameter. */
export function termsJson(person: string): string {
  return `(select json_group_array(json_object('from', t.starts_on, 'system', t.system, 'cycle', t.cycle,
      'dailyMinutes', t.daily_minutes) order by t.starts_on)
    from terms t where t.company_id = ?1 and t.person_id = ${person})`;
}

const columns = `(select d.name from department d where d.company_id = ?1 and d.id = p.department_ids ->> 0) as department,
  p.active, ${termsJson("p.id")} as terms`;

/** A page of people with their terms; nobody for a reader who is neither HR, finance nor admin. */
export async function listTerms(
  db: Database,
  reader: Reader,
  wish: PageWish,
): Promise<{ readonly people: PersonTerms[]; readonly next: readonly [string, string] | null }> {
  const right = holds("hr", "finance", "admin");
  const { people, next } = await readPeoplePage<TermsRow>(db, reader, wish, { columns, right });
  return { people: people.map(personOf), next };
}

/** One person's terms in order, none for somebody unknown. */
export async function readTerms(db: Database, company: string, person: string): Promise<Terms[]> {
  const [row] = await db.all<{ terms: string }>(`select ${termsJson("?2")} as terms`, company, person);
  return JSON.parse(row?.terms ?? "[]") as Terms[];
}

/** Writes what holds for a person from a date on, or with null takes it back. A repeat changes nothing. */
export async function writeTerms(
  db: Database,
  author: Author,
  wish: { readonly person: string; readonly startsOn: WorkDate; readonly terms: Terms | null },
): Promise<DatedAnswer> {
  const { person, startsOn, terms } = wish;
  const after = terms && { system: terms.system, cycle: terms.cycle, dailyMinutes: terms.dailyMinutes };
  const values = [...authorValues(author), person, startsOn, after && JSON.stringify(after)] as const;
  const known = "exists (select 1 from person p where p.company_id = ?1 and p.id = ?6)";
  const own = "t.company_id = ?1 and t.person_id = ?6 and t.starts_on = ?7";
  const before = `(select json_object('system', t.system, 'cycle', t.cycle, 'dailyMinutes', t.daily_minutes)
    from terms t where ${own})`;
  const free = `${before} is not ?8 and ${known} and not ${reachesClosed("?7")} and ${holds("hr", "admin")}`;
  const action = "iif(?8 is null, 'remove', 'change')";
  const history = intoHistory({ subject: "'terms'", id: "?6 || '/' || ?7", action, before, after: "json(?8)" });
  const [found] = await db.batch([
    db.prepare(`select ${known} as known, ${before} is not ?8 and ${reachesClosed("?7")} as closed`, ...values),
    db.prepare(`${history} where ${free}`, ...values),
    db.prepare(
      after === null
        ? `delete from terms as t where ${own} and ${free}`
        : `insert into terms (company_id, person_id, starts_on, system, cycle, daily_minutes, at, made_by)
           select ?1, ?6, ?7, ?8 ->> 'system', ?8 ->> 'cycle', ?8 ->> 'dailyMinutes', ?4, ?2 where ${free}
           on conflict do update set system = excluded.system, cycle = excluded.cycle,
             daily_minutes = excluded.daily_minutes, at = excluded.at, made_by = excluded.made_by`,
      ...values,
    ),
  ]);
  return answerOf(found);
}

/** Reads whether a dated entry could be made: the first result of its batch has `known` and `closed`. */
export function answerOf(found: D1Result<Record<string, unknown>> | undefined): DatedAnswer {
  const row = found?.results[0];
  if (row?.known !== 1) return "unknown";
  return row.closed === 1 ? "closed" : "done";
}

interface TermsRow {
  readonly department: string | null;
  readonly active: number;
  readonly terms: string;
}

function personOf({ id, name, title, department, active, terms }: PersonBrief & TermsRow): PersonTerms {
  return { person: { id, name, title }, department, active: active === 1, terms: JSON.parse(terms) as Terms[] };
}
