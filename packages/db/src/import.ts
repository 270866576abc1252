import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { jsonChunks } from "./json-rows.ts";

/** A sheet that is being imported. `summary` is JSON of what was found in it. */
export interface ImportFile {
  readonly id: string;
  readonly fileName: string;
  readonly state: "reading" | "ready" | "done" | "dropped";
  readonly madeAt: Instant;
  readonly madeBy: string;
  readonly madeByName: string;
  readonly finishedAt: Instant | null;
  readonly summary: string;
}

const columns = `f.id, f.file_name as fileName, f.state, f.made_at as madeAt, f.made_by as madeBy,
  coalesce((select name from person where company_id = ?1 and id = f.made_by), f.made_by) as madeByName,
  f.finished_at as finishedAt, f.summary`;

/** One import; null when there is none of that id. */
export async function findImport(db: Database, companyId: string, id: string): Promise<ImportFile | null> {
  const sql = `select ${columns} from import_file f where f.company_id = ?1 and f.id = ?2`;
  return (await db.all<ImportFile>(sql, companyId, id))[0] ?? null;
}

/** The imports begun last, newest first. */
export function listImports(db: Database, companyId: string): Promise<ImportFile[]> {
  const sql = `select ${columns} from import_file f where f.company_id = ?1 order by f.made_at desc, f.id limit 20`;
  return db.all<ImportFile>(sql, companyId);
}

/** Keeps rows of a sheet, each at its index; what is there stays, and nothing is kept once the sheet was read. */
export async function keepImportRows(
  db: Database,
  author: Author,
  part: { readonly id: string; readonly fileName: string; readonly first: number; readonly rows: readonly unknown[][] },
): Promise<void> {
  const numbered = part.rows.map((cells, n) => [part.first + n, JSON.stringify(cells)]);
  await db.batch([
    db.prepare(
      `insert into import_file (company_id, id, file_name, state, made_by, made_at) values (?1, ?2, ?3, 'reading', ?4, ?5)
       on conflict do nothing`,
      ...[author.company, part.id, part.fileName, author.person, author.at],
    ),
    ...jsonChunks(numbered).map((chunk) =>
      db.prepare(
        `insert into import_row (company_id, import_id, n, cells) select ?1, ?2, value ->> 0, value ->> 1 from json_each(?3)
         where exists (select 1 from import_file where company_id = ?1 and id = ?2 and state = 'reading')
         on conflict do nothing`,
        ...[author.company, part.id, chunk],
      ),
    ),
  ]);
}

/** Up to 5,000 rows of a sheet from an index on, `cells` as JSON. */
export function readImportRows(
  db: Database,
  companyId: string,
  page: { readonly id: string; readonly from: number },
): Promise<{ readonly n: number; readonly cells: string }[]> {
  return db.all(
    "select n, cells from import_row where company_id = ?1 and import_id = ?2 and n >= ?3 order by n limit 5000",
    ...[companyId, page.id, page.from],
  );
}

/** Says what was found in a sheet; it can be imported from then on. */
export async function finishReading(db: Database, author: Author, read: { id: string; summary: string }) {
  await db.all(
    "update import_file set state = 'ready', summary = ?3 where company_id = ?1 and id = ?2 and state = 'reading'",
    ...[author.company, read.id, read.summary],
  );
}

/** Statements that end an import, its rows with it, and write that down; nothing happens unless it is in one of the states. */
export function endImport(
  db: Database,
  author: Author,
  end: { readonly id: string; readonly to: "done" | "dropped"; readonly from: readonly ImportFile["state"][] },
): D1PreparedStatement[] {
  const values = [...authorValues(author), end.id, end.to, JSON.stringify(end.from)] as const;
  const isOpen = `f.company_id = ?1 and f.id = ?6 and f.state in (select value from json_each(?8))`;
  const history = intoHistory({
    ...{ subject: "'import'", id: "f.id", action: "?7" },
    before: "json_object('state', f.state)",
    after: "json_object('state', ?7, 'file', f.file_name, 'summary', json_remove(f.summary, '$.problems', '$.sample'))",
  });
  return [
    db.prepare(`${history} from import_file f where ${isOpen}`, ...values),
    db.prepare(
      `delete from import_row where company_id = ?1 and import_id = ?2
         and exists (select 1 from import_file f where f.company_id = ?1 and f.id = ?2 and f.state in (select value from json_each(?3)))`,
      ...[author.company, end.id, JSON.stringify(end.from)],
    ),
    db.prepare(
      `update import_file as f set state = ?3, finished_at = ?4 where f.company_id = ?1 and f.id = ?2
         and f.state in (select value from json_each(?5))`,
      ...[author.company, end.id, end.to, author.at, JSON.stringify(end.from)],
    ),
  ];
}

/** Everybody of the company, to find whom a sheet means. */
export function readNames(
  db: Database,
  companyId: string,
): Promise<
  { readonly id: string; readonly name: string; readonly jobNumber: string | null; readonly active: number }[]
> {
  return db.all("select id, name, job_number as jobNumber, active from person where company_id = ?1", companyId);
}

/** Which of the punches are known already: `["zhao", "2026-09-16", 29712957, "on"]` with the minute since 1970; gives their indexes. */
export async function knownPunches(
  db: Database,
  companyId: string,
  punches: readonly (readonly [person: string, date: string, minute: number, type: string | null])[],
): Promise<Set<number>> {
  const known = new Set<number>();
  for (const chunk of jsonChunks(punches.map((punch, n) => [...punch, n]))) {
    const rows = await db.all<{ n: number }>(
      `select k.value ->> 4 as n from json_each(?2) k where exists (select 1 from punch p where p.company_id = ?1
         and p.person_id = k.value ->> 0 and p.work_date = k.value ->> 1 and p.at / 60000 = k.value ->> 2
         and p.type is k.value ->> 3)`,
      ...[companyId, chunk],
    );
    for (const { n } of rows) known.add(n);
  }
  return known;
}
