import type { Arrival } from "./arrival.ts";
import type { Database } from "./database.ts";
import { jsonChunks } from "./json-rows.ts";

/** A department as DingTalk lists it. */
export interface DepartmentEntry {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
}

/** A person as DingTalk lists them. */
export interface PersonEntry {
  readonly id: string;
  readonly unionId: string | null;
  readonly name: string;
  readonly jobNumber: string | null;
  readonly title: string | null;
  readonly departmentIds: readonly string[];
}

/** Statements that make the departments those of a full list. */
export function keepDepartments(
  db: Database,
  companyId: string,
  departments: readonly DepartmentEntry[],
): D1PreparedStatement[] {
  const ids = JSON.stringify(departments.map(({ id }) => id));
  return [
    ...addDepartments(db, companyId, departments),
    db.prepare(
      "delete from department where company_id = ?1 and id not in (select value from json_each(?2))",
      ...[companyId, ids],
    ),
  ];
}

/** Statements that keep some departments as they are now and leave the others alone. */
export function addDepartments(
  db: Database,
  companyId: string,
  departments: readonly DepartmentEntry[],
): D1PreparedStatement[] {
  return jsonChunks(departments.map(({ id, parentId, name }) => [id, parentId, name])).map((chunk) =>
    db.prepare(
      `insert into department (company_id, id, parent_id, name)
       select ?1, value ->> 0, value ->> 1, value ->> 2 from json_each(?2) where true
       on conflict do update set parent_id = excluded.parent_id, name = excluded.name
         where (parent_id, name) is not (excluded.parent_id, excluded.name)`,
      ...[companyId, chunk],
    ),
  );
}

/** A statement that forgets departments that are no more. */
export function removeDepartments(db: Database, companyId: string, ids: readonly string[]): D1PreparedStatement {
  return db.prepare(
    "delete from department where company_id = ?1 and id in (select value from json_each(?2))",
    ...[companyId, JSON.stringify(ids)],
  );
}

const came = `with r as materialized (select value ->> 0 as id, value ->> 1 as union_id, value ->> 2 as name,
  value ->> 3 as job_number, value ->> 4 as title, value ->> 5 as department_ids from json_each(?2))`;

const newcomersSql = `${came}
  insert into history (company_id, at, actor, channel, subject, subject_id, action, before, after)
  select ?1, ?3, 'dingtalk', 'dingtalk', 'person', r.id, iif(p.id is null, 'come', 'return'), null,
    json_object('name', r.name)
  from r left join person p on p.company_id = ?1 and p.id = r.id where coalesce(p.active, 0) = 0`;

const peopleSql = `${came}
  insert into person (company_id, id, union_id, name, job_number, title, department_ids)
  select ?1, id, union_id, name, job_number, title, department_ids from r where true
  on conflict do update set union_id = coalesce(excluded.union_id, union_id), name = excluded.name,
    job_number = excluded.job_number, title = excluded.title, department_ids = excluded.department_ids,
    active = 1, left_at = null
  where (active, name, job_number, title, department_ids, union_id) is not
    (1, excluded.name, excluded.job_number, excluded.title, excluded.department_ids,
      coalesce(excluded.union_id, union_id))`;

/** Statements that keep people as listed; who is new or back gets a row of history. */
export function keepPeople(db: Database, arrival: Arrival, people: readonly PersonEntry[]): D1PreparedStatement[] {
  const rows = people.map(({ id, unionId, name, jobNumber, title, departmentIds }) => [
    ...[id, unionId, name, jobNumber, title, JSON.stringify(departmentIds)],
  ]);
  const chunks = jsonChunks(rows);
  return [
    ...chunks.map((chunk) => db.prepare(newcomersSql, arrival.companyId, chunk, arrival.at)),
    ...chunks.map((chunk) => db.prepare(peopleSql, arrival.companyId, chunk)),
  ];
}

/** Statements that let people go: their sessions end, their hours stay. Who has gone before is left alone. */
export function letGo(db: Database, arrival: Arrival, personIds: readonly string[]): D1PreparedStatement[] {
  return leave(db, arrival, { which: "in", ids: personIds });
}

/** Statements that let go everybody who is not on a full list. */
export function letGoOthers(db: Database, arrival: Arrival, listed: readonly string[]): D1PreparedStatement[] {
  return leave(db, arrival, { which: "not in", ids: listed });
}

function leave(
  db: Database,
  arrival: Arrival,
  who: { readonly which: "in" | "not in"; readonly ids: readonly string[] },
): D1PreparedStatement[] {
  const leaving = `company_id = ?1 and active = 1 and id ${who.which} (select value from json_each(?2))`;
  const values = [arrival.companyId, JSON.stringify(who.ids), arrival.at] as const;
  return [
    db.prepare(
      `insert into history (company_id, at, actor, channel, subject, subject_id, action, before, after)
       select ?1, ?3, 'dingtalk', 'dingtalk', 'person', id, 'leave', json_object('name', name), null
       from person where ${leaving}`,
      ...values,
    ),
    db.prepare(`update person set active = 0, left_at = ?3, sessions_from = ?3 where ${leaving}`, ...values),
  ];
}

/** Ids of the people who are there, in order. */
export async function readActivePeople(db: Database, companyId: string): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    "select id from person where company_id = ?1 and active = 1 order by id",
    companyId,
  );
  return rows.map(({ id }) => id);
}

/** Ids of the people who are there and were never pulled. */
export async function readNewcomers(db: Database, companyId: string): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    "select id from person where company_id = ?1 and active = 1 and pulled_at = 0 order by id",
    companyId,
  );
  return rows.map(({ id }) => id);
}

/** How many people are there. */
export async function countActivePeople(db: Database, companyId: string): Promise<number> {
  const [row] = await db.all<{ n: number }>(
    "select count(*) as n from person where company_id = ?1 and active = 1",
    companyId,
  );
  return row?.n ?? 0;
}

/** Ids of the people whose last pull is longest ago. */
export async function readLongestUnpulled(db: Database, companyId: string, limit: number): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    "select id from person where company_id = ?1 and active = 1 order by pulled_at, id limit ?2",
    ...[companyId, limit],
  );
  return rows.map(({ id }) => id);
}

/** A statement that says until when people's punches have been pulled. */
export function keepFreshness(
  db: Database,
  companyId: string,
  pulled: { readonly personIds: readonly string[]; readonly until: number },
): D1PreparedStatement {
  return db.prepare(
    `update person set pulled_at = ?3 where company_id = ?1 and pulled_at < ?3
      and id in (select value from json_each(?2))`,
    ...[companyId, JSON.stringify(pulled.personIds), pulled.until],
  );
}
