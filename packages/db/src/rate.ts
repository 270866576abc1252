import type { Rate } from "@today/core/money";
import type { Terms } from "@today/core/terms";
import type { WorkDate } from "@today/core/time/date";
import { reachesClosed } from "./closed.ts";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { type PageWish, readPeoplePage } from "./people-page.ts";
import type { PersonBrief } from "./person.ts";
import { holds, type Reader } from "./role.ts";
import { answerOf, type DatedAnswer, termsJson } from "./terms.ts";

/** Somebody with their rates and terms in order. */
export interface PersonRates {
  readonly person: PersonBrief;
  readonly rates: readonly Rate[];
  readonly terms: readonly Terms[];
}

const columns = `${termsJson("p.id")} as terms, (select json_group_array(json_object('from', r.starts_on, 'fenPerHour',
    r.fen_per_hour) order by r.starts_on) from rate r where r.company_id = ?1 and r.person_id = p.id) as rates`;

/** A page of people with their rates; nobody for a reader who is not finance. */
export async function listRates(
  db: Database,
  reader: Reader,
  wish: PageWish,
): Promise<{ readonly people: PersonRates[]; readonly next: readonly [string, string] | null }> {
  const right = holds("finance");
  const page = await readPeoplePage<{ rates: string; terms: string }>(db, reader, wish, { columns, right });
  const people = page.people.map(({ id, name, title, rates, terms }) => ({
    person: { id, name, title },
    rates: JSON.parse(rates) as Rate[],
    terms: JSON.parse(terms) as Terms[],
  }));
  return { people, next: page.next };
}

/** Writes what an hour of a person costs from a date on, or with null takes it back; what hangs on it becomes stale. A repeat changes nothing. */
export async function writeRate(
  db: Database,
  author: Author,
  wish: { readonly person: string; readonly startsOn: WorkDate; readonly fenPerHour: number | null },
): Promise<DatedAnswer> {
  const values = [...authorValues(author), wish.person, wish.startsOn, wish.fenPerHour] as const;
  const known = "exists (select 1 from person p where p.company_id = ?1 and p.id = ?6)";
  const own = "r.company_id = ?1 and r.person_id = ?6 and r.starts_on = ?7";
  const fen = `(select r.fen_per_hour from rate r where ${own})`;
  const free = `${fen} is not ?8 and ${known} and not ${reachesClosed("?7")} and ${holds("finance")}`;
  const history = intoHistory({
    ...{ subject: "'rate'", id: "?6 || '/' || ?7", action: "iif(?8 is null, 'remove', 'change')" },
    before: `iif(${fen} is null, null, json_object('fenPerHour', ${fen}))`,
    after: "iif(?8 is null, null, json_object('fenPerHour', cast(?8 as integer)))",
  });
  const [found] = await db.batch([
    db.prepare(`select ${known} as known, ${fen} is not ?8 and ${reachesClosed("?7")} as closed`, ...values),
    db.prepare(`${history} where ${free}`, ...values),
    db.prepare(
      wish.fenPerHour === null
        ? `delete from rate as r where ${own} and ${free}`
        : `insert into rate (company_id, person_id, starts_on, fen_per_hour, at, made_by)
           select ?1, ?6, ?7, ?8, ?4, ?2 where ${free}
           on conflict do update set fen_per_hour = excluded.fen_per_hour, at = excluded.at, made_by = excluded.made_by`,
      ...values,
    ),
  ]);
  return answerOf(found);
}
