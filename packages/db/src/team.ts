import type { WorkDate } from "@today/core/time/date";
import type { Instant, Minutes } from "@today/core/time/minutes";
import type { DayStatus } from "@today/core/workday";
import type { Database } from "./database.ts";
import type { PersonBrief } from "./person.ts";
import { holds, holdsOn, type Reader, readerValues } from "./role.ts";
import { versionOf } from "./split.ts";

/** Somebody a reader may look after on a date, with what was settled of the day last. */
export interface RosterRow extends PersonBrief {
  /** Name of their first department. */
  readonly group: string | null;
  readonly pulledAt: Instant;
  readonly planned: Minutes | null;
  readonly leave: Minutes | null;
  readonly status: DayStatus | null;
  readonly arrived: boolean;
  /** Where the first counted minutes were worked. */
  readonly place: string | null;
}

/** Active people by name: `all` of them for HR, else those who belong to the reader's projects on the date or have hours on them. */
export async function readRoster(
  db: Database,
  reader: Reader,
  wanted: { readonly date: WorkDate; readonly all: boolean },
): Promise<RosterRow[]> {
  const sql = `${rosterSql} ${wanted.all ? everybody : ofProjects} order by p.name, p.id`;
  const values = [...readerValues(reader), wanted.date] as const;
  const rows = await db.all<Omit<RosterRow, "arrived"> & { arrived: number }>(sql, ...values);
  return rows.map((row) => ({ ...row, arrived: row.arrived === 1 }));
}

/** The projects a reader manages on their day. */
export async function readManaged(db: Database, reader: Reader): Promise<string[]> {
  const rows = await db.all<{ id: string }>(`${managedSql} order by 1`, ...readerValues(reader));
  return rows.map(({ id }) => id);
}

/** How a person's earlier day ended, to count the days somebody has been missing. */
export interface EarlierDay {
  readonly personId: string;
  readonly date: WorkDate;
  readonly status: DayStatus;
}

/** The settled days of people before a date, latest first, back to `since`. */
export async function readEarlierDays(
  db: Database,
  company: string,
  wanted: { readonly people: readonly string[]; readonly since: WorkDate; readonly before: WorkDate },
): Promise<EarlierDay[]> {
  if (wanted.people.length === 0) return [];
  return db.all<EarlierDay>(
    `select w.person_id as personId, w.date, w.status from json_each(?2) who
       cross join workday w on w.company_id = ?1 and w.person_id = who.value and w.date >= ?3 and w.date < ?4
     order by w.date desc`,
    ...[company, JSON.stringify(wanted.people), wanted.since, wanted.before],
  );
}

/** How many choices people made about a date; who made none is missing. */
export async function readTeamVersions(
  db: Database,
  company: string,
  team: { readonly people: readonly string[]; readonly date: WorkDate },
): Promise<Map<string, number>> {
  const rows = await db.all<{ id: string; version: number }>(
    `select who.value as id, ${versionOf("?1", "who.value", "?3")} as version from json_each(?2) who`,
    ...[company, JSON.stringify(team.people), team.date],
  );
  return new Map(rows.map(({ id, version }) => [id, version]));
}

const managedSql = `select m.project_id as id from project_member m
  where m.company_id = ?1 and m.person_id = ?2 and m.role = 'manager' and ${holdsOn("m", "?3")}`;

const rosterSql = `select p.id, p.name, p.title, p.pulled_at as pulledAt,
    (select d.name from department d where d.company_id = ?1 and d.id = p.department_ids ->> 0) as "group",
    w.planned, w.leave, w.status,
    (select l.value ->> 'place' from json_each(w.body, '$.line') l where l.value ->> 'kind' = 'counted' limit 1) as place,
    exists (select 1 from punch u where u.company_id = ?1 and u.person_id = p.id and u.work_date = ?4 and u.valid = 1) as arrived`;

const withDay = "left join workday w on w.company_id = ?1 and w.person_id = p.id and w.date = ?4";

const everybody = `from person p ${withDay} where p.company_id = ?1 and p.active = 1 and ${holds("hr")}`;

const ofProjects = `from (
    select t.person_id from (${managedSql}) own cross join project_member t indexed by project_member_project
      on t.company_id = ?1 and t.project_id = own.id and ${holdsOn("t", "?4")}
    union select a.person_id from (${managedSql}) own cross join allocation a
      on a.company_id = ?1 and a.project_id = own.id and a.date = ?4) who
  cross join person p on p.company_id = ?1 and p.id = who.person_id ${withDay} where p.active = 1`;
