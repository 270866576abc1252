import type { Position } from "@today/core/position";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { jsonChunks } from "./json-rows.ts";
import { type PageWish, readPeoplePage } from "./people-page.ts";
import type { PersonBrief } from "./person.ts";
import { holds, type Reader } from "./role.ts";

/** The company's own table of positions; none and version 0 while the default one holds. */
export interface PositionTable {
  readonly version: number;
  readonly positions: readonly Position[] | null;
}

/** A job title somebody bears: how many, and the position it is. */
export interface TitleCount {
  readonly title: string;
  readonly code: string | null;
  readonly people: number;
}

/** The company's own table in order. */
export async function readPositions(db: Database, company: string): Promise<PositionTable> {
  const rows = await db.all<Omit<Position, "patterns"> & { patterns: string; version: number }>(
    `select code, name_zh as nameZh, name_en as nameEn, patterns, version from position where company_id = ?1 order by n`,
    company,
  );
  const version = rows[0]?.version ?? 0;
  const positions = rows.map(({ code, nameZh, nameEn, patterns }) => ({
    ...{ code, nameZh, nameEn },
    patterns: JSON.parse(patterns) as string[],
  }));
  return { version, positions: rows.length === 0 ? null : positions };
}

/** The titles of the people who are there, the most frequent first. */
export async function countTitles(db: Database, company: string): Promise<TitleCount[]> {
  return db.all<TitleCount>(
    `select p.title, t.code, count(*) as people from person p
       left join title_position t on t.company_id = p.company_id and t.title = p.title
     where p.company_id = ?1 and p.active = 1 and p.title <> '' group by p.title order by people desc, p.title`,
    company,
  );
}

/** Somebody with the code of their position, null without a title or for one that is none. */
export interface PersonPosition {
  readonly person: PersonBrief;
  readonly code: string | null;
}

/** A page of people with their positions; nobody for a reader who is neither HR nor admin. */
export async function listPersonPositions(
  db: Database,
  reader: Reader,
  wish: PageWish,
): Promise<{ readonly people: PersonPosition[]; readonly next: readonly [string, string] | null }> {
  const columns = "(select t.code from title_position t where t.company_id = ?1 and t.title = p.title) as code";
  const right = `p.active = 1 and ${holds("hr", "admin")}`;
  const { people, next } = await readPeoplePage<{ code: string | null }>(db, reader, wish, { columns, right });
  return { people: people.map(({ code, ...person }) => ({ person, code })), next };
}

/** Statements that say which position each title is; titles that are not listed go. */
export function keepTitles(
  db: Database,
  company: string,
  titles: readonly (readonly [title: string, code: string | null])[],
): D1PreparedStatement[] {
  return [
    db.prepare(
      "delete from title_position where company_id = ?1 and title not in (select value from json_each(?2))",
      ...[company, JSON.stringify(titles.map(([title]) => title))],
    ),
    ...jsonChunks(titles).map((chunk) =>
      db.prepare(
        `insert into title_position (company_id, title, code) select ?1, value ->> 0, value ->> 1 from json_each(?2) where true
         on conflict do update set code = excluded.code where code is not excluded.code`,
        ...[company, chunk],
      ),
    ),
  ];
}

/** Every title somebody bears or bore. */
export async function readTitles(db: Database, company: string): Promise<string[]> {
  const rows = await db.all<{ title: string }>(
    "select distinct title from person where company_id = ?1 and title <> '' order by title",
    company,
  );
  return rows.map(({ title }) => title);
}

/** Replaces the table over a version, no positions for the default ones; false when somebody else was faster. */
export async function writePositions(
  db: Database,
  author: Author,
  wish: {
    readonly version: number;
    readonly positions: readonly Position[];
  },
): Promise<boolean> {
  const rows = wish.positions.map(({ code, nameZh, nameEn, patterns }) => [code, nameZh, nameEn, patterns]);
  const values = [...authorValues(author), wish.version, JSON.stringify(rows)] as const;
  const version = "coalesce((select max(o.version) from position o where o.company_id = ?1), 0)";
  const before = `(select json_group_array(json_array(o.code, o.name_zh, o.name_en, json(o.patterns)) order by o.n)
    from position o where o.company_id = ?1)`;
  const free = `${version} = ?6 and ${before} is not ?7 and ${holds("hr", "admin")}`;
  const history = intoHistory({
    ...{ subject: "'positions'", id: "'positions'", action: "'change'", before, after: "?7" },
  });
  const [answer] = await db.batch([
    db.prepare(`select ${version} = ?6 or ${before} is ?7 as fresh`, ...values),
    db.prepare(`${history} where ${free}`, ...values),
    db.prepare(
      `insert into position (company_id, code, n, name_zh, name_en, patterns, version)
       select ?1, value ->> 0, key, value ->> 1, value ->> 2, value -> 3, ?6 + 1 from json_each(?7) where ${free}
       on conflict do update set n = excluded.n, name_zh = excluded.name_zh, name_en = excluded.name_en,
         patterns = excluded.patterns, version = excluded.version`,
      ...values,
    ),
    db.prepare(
      `delete from position where company_id = ?1 and version = ?6 and (json_array_length(?7) = 0 or exists (select 1
         from position o where o.company_id = ?1 and o.version = ?6 + 1)) and ${holds("hr", "admin")}`,
      ...values,
    ),
  ]);
  return answer?.results[0]?.fresh === 1;
}
