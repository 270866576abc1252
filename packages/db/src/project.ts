import type { Project } from "@today/core/project";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { markMemberDays } from "./member-day.ts";
import type { PersonBrief } from "./person.ts";
import { allows, holds, holdsOn, manages, type Reader, readerValues, sees } from "./role.ts";

/** A project as its readers see it. */
export interface ProjectView extends Project {
  readonly version: number;
  readonly managers: readonly PersonBrief[];
  readonly memberCount: number;
  /** Whether the reader may change it. */
  readonly editable: boolean;
}

/** A project's columns in the order of the core's `Project`; `row` is the table's alias. */
function projectColumns(row: string): string {
  return `${row}.id, ${row}.code, ${row}.name, ${row}.short_name as shortName, ${row}.mark, ${row}.color,
    ${row}.starts_on as startsOn, ${row}.closed_on as closedOn`;
}

/** The projects a reader may see, by code; `active` leaves out closed ones and those the reader has left. */
export async function listProjects(db: Database, reader: Reader, status: "active" | "all"): Promise<ProjectView[]> {
  const active = `and (p.closed_on is null or p.closed_on >= ?3) and (${holds("hr", "finance", "admin")}
    or exists (select 1 from project_member m where m.company_id = ?1 and m.person_id = ?2 and m.project_id = p.id
      and (m.ends_on is null or m.ends_on >= ?3)))`;
  const sql = `${viewSql} ${status === "active" ? active : ""} order by p.code, p.id`;
  return (await db.all<ViewRow>(sql, ...readerValues(reader))).map(viewOf);
}

/** One project, or null for a reader who may not see it. */
export async function findProject(db: Database, reader: Reader, id: string): Promise<ProjectView | null> {
  const [row] = await db.all<ViewRow>(`${viewSql} and p.id = ?4`, ...readerValues(reader), id);
  return row === undefined ? null : viewOf(row);
}

/** Projects by id, without asking for rights: for names beside figures that the reader already may see. */
export async function findBriefs(db: Database, company: string, ids: readonly string[]): Promise<Project[]> {
  if (ids.length === 0) return [];
  return db.all<Project>(
    `select ${projectColumns("p")} from json_each(?2) wanted cross join project p on p.company_id = ?1 and p.id = wanted.value
     order by p.code, p.id`,
    company,
    JSON.stringify([...new Set(ids)]),
  );
}

/** What stands in the way of a new or changed project, and how many projects there are. */
export interface ProjectObstacles {
  readonly count: number;
  readonly codeTaken: boolean;
  /** Another active project of one of its people has the mark. */
  readonly markTaken: boolean;
  readonly unknownManager: boolean;
}

/** Looks at the neighbours of a project that is about to be written; `managers` are those of a new one. */
export async function findObstacles(
  db: Database,
  reader: Reader,
  wish: { readonly id: string; readonly code: string; readonly mark: string; readonly managers: readonly string[] },
): Promise<ProjectObstacles> {
  const [row] = await db.all<Record<keyof ProjectObstacles, number>>(
    `select (select count(*) from project where company_id = ?1) as count,
       exists (select 1 from project where company_id = ?1 and code = ?5 and id <> ?4) as codeTaken,
       exists (${sameMark("?4", "?6", "?7")}) as markTaken,
       exists (select 1 from json_each(?7) wanted where not exists
         (select 1 from person where company_id = ?1 and id = wanted.value and active = 1)) as unknownManager`,
    ...readerValues(reader),
    wish.id,
    wish.code,
    wish.mark,
    JSON.stringify(wish.managers),
  );
  return {
    count: row?.count ?? 0,
    codeTaken: row?.codeTaken === 1,
    markTaken: row?.markTaken === 1,
    unknownManager: row?.unknownManager === 1,
  };
}

/** Writes a new project and its managers; false when somebody else wrote one since `count` was read, or without the right. */
export async function insertProject(
  db: Database,
  author: Author,
  wish: { readonly project: Project; readonly managers: readonly string[]; readonly count: number },
): Promise<boolean> {
  const managers = JSON.stringify(wish.managers);
  const values = [...authorValues(author), JSON.stringify(wish.project), managers, wish.count] as const;
  const may = `(${holds("admin")} or ${allows("projects:write")})`;
  const free = `${may} and (select count(*) from project where company_id = ?1) = ?8`;
  const history = intoHistory({
    subject: "'project'",
    id: "?6 ->> 'id'",
    action: "'create'",
    before: "null",
    after: "json_set(?6, '$.managers', json(?7))",
  });
  const results = await db.batch([
    db.prepare(`${history} where ${free}`, ...values),
    db.prepare(
      `insert into project (company_id, id, code, name, short_name, mark, color, starts_on, closed_on, created_at)
       select ?1, ?6 ->> 'id', ?6 ->> 'code', ?6 ->> 'name', ?6 ->> 'shortName', ?6 ->> 'mark', ?6 ->> 'color',
         ?6 ->> 'startsOn', ?6 ->> 'closedOn', ?4 where ${free}`,
      ...values,
    ),
    db.prepare(
      `insert into project_member (company_id, person_id, project_id, role)
       select ?1, wanted.value, p.id, 'manager' from project p join json_each(?7) wanted
       where p.company_id = ?1 and p.id = ?6 ->> 'id' and p.created_at = ?4 and p.version = 1 and ${may}
       on conflict do nothing`,
      ...values.slice(0, 7),
    ),
  ]);
  return results[1]?.meta.changes === 1;
}

/** Replaces a project's fields while it is at that version; false when it no longer is, or without the right. */
export async function updateProject(
  db: Database,
  author: Author,
  change: { readonly before: Project & { readonly version: number }; readonly after: Project },
): Promise<boolean> {
  const { before, after } = change;
  const { version, ...known } = before;
  const values = [...authorValues(author), after.id, version, JSON.stringify(after)] as const;
  const free = `p.company_id = ?1 and p.id = ?6 and p.version = ?7 and (${holds("admin")} or ${manages("p.id")})`;
  const history = intoHistory({
    subject: "'project'",
    id: "p.id",
    action: "'change'",
    before: "json(?9)",
    after: "json(?8)",
  });
  const datesMoved = before.startsOn !== after.startsOn || before.closedOn !== after.closedOn;
  const changing = `exists (select 1 from project p where ${free})`;
  const results = await db.batch([
    db.prepare(`${history} from project p where ${free}`, ...values, JSON.stringify(known)),
    ...(datesMoved ? [db.prepare(markMemberDays("?6", changing), ...values.slice(0, 7))] : []),
    db.prepare(
      `update project as p set code = ?8 ->> 'code', name = ?8 ->> 'name', short_name = ?8 ->> 'shortName',
         mark = ?8 ->> 'mark', color = ?8 ->> 'color', starts_on = ?8 ->> 'startsOn', closed_on = ?8 ->> 'closedOn',
         version = version + 1
       where ${free}`,
      ...values,
    ),
  ]);
  return results.at(-1)?.meta.changes === 1;
}

interface ViewRow extends Project {
  readonly version: number;
  readonly managers: string;
  readonly memberCount: number;
  readonly editable: number;
}

const viewSql = `select ${projectColumns("p")}, p.version,
    (select json_group_array(json_object('id', q.id, 'name', q.name, 'title', q.title)) from project_member m indexed by project_member_project
       join person q on q.company_id = m.company_id and q.id = m.person_id
       where m.company_id = p.company_id and m.project_id = p.id and m.role = 'manager' and ${holdsOn("m", "?3")}) as managers,
    (select count(*) from project_member m indexed by project_member_project where m.company_id = p.company_id and m.project_id = p.id
       and (m.ends_on is null or m.ends_on >= ?3)) as memberCount,
    (${holds("admin")} or ${manages("p.id")}) as editable
  from project p where p.company_id = ?1 and ${sees("p.id")}`;

function viewOf({ managers, editable, ...row }: ViewRow): ProjectView {
  return { ...row, managers: JSON.parse(managers), editable: editable === 1 };
}

function sameMark(id: string, mark: string, managers: string): string {
  return `select 1 from project other cross join project_member theirs indexed by project_member_project on theirs.company_id = ?1 and theirs.project_id = other.id
    where other.company_id = ?1 and other.mark = ${mark} and other.id <> ${id}
      and (other.closed_on is null or other.closed_on >= ?3) and (theirs.ends_on is null or theirs.ends_on >= ?3)
      and (theirs.person_id in (select value from json_each(${managers})) or exists
        (select 1 from project_member own where own.company_id = ?1 and own.person_id = theirs.person_id
          and own.project_id = ${id} and (own.ends_on is null or own.ends_on >= ?3)))`;
}
