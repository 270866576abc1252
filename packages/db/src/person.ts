import type { Role } from "@today/core/person";
import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import type { Part } from "./packed.ts";
import { type GrantedRole, holds, holdsOn, type Reader, readerValues } from "./role.ts";

/** As other people see somebody. */
export interface PersonBrief {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
}

/** The owner of a session, as far as everybody is the same. */
export interface Employee extends PersonBrief {
  readonly defaultProject: string | null;
  readonly pulledAt: Instant | null;
}

/** The owner of a session with what they may do beyond that. */
export interface SignedIn extends Employee {
  readonly grants: readonly GrantedRole[];
  /** When they manage a project: a row for each, both days included. */
  readonly manages: readonly { readonly startsOn: WorkDate | null; readonly endsOn: WorkDate | null }[];
}

/** What a session says. */
export interface Claim {
  readonly company: string;
  readonly person: string;
  readonly issuedAt: Instant;
}

/** The active person of a session as a part of a statement; reads one row. */
export function employeePart(claim: Claim): Part {
  const columns = ["id", "name", "title", "defaultProject", "pulledAt"];
  return { sql: `select ${employeeColumns} ${ofClaim}`, values: claimValues(claim), columns };
}

/** What `employeePart` was answered: null for leavers, strangers and sessions that were ended. */
export function readEmployee(rows: readonly Record<string, unknown>[] | undefined): Employee | null {
  const row = rows?.[0] as EmployeeRow | undefined;
  return row === undefined ? null : employeeOf(row);
}

/** The active person of a session; null for leavers, strangers and sessions that were ended. */
export async function findEmployee(db: Database, claim: Claim): Promise<Employee | null> {
  const { sql, values } = employeePart(claim);
  return readEmployee(await db.all(sql, ...values));
}

/** The active person of a session with their roles; null for leavers, strangers and sessions that were ended. */
export async function findSignedIn(db: Database, claim: Claim): Promise<SignedIn | null> {
  const [row] = await db.all<EmployeeRow & { grants: string; manages: string }>(
    `select ${employeeColumns},
       (select json_group_array(role) from role_grant g where g.company_id = p.company_id and g.person_id = p.id) as grants,
       (select json_group_array(json_array(m.starts_on, m.ends_on)) from project_member m
         where m.company_id = p.company_id and m.person_id = p.id and m.role = 'manager') as manages
     ${ofClaim}`,
    ...claimValues(claim),
  );
  if (row === undefined) return null;
  const spans: [WorkDate | null, WorkDate | null][] = JSON.parse(row.manages);
  const manages = spans.map(([startsOn, endsOn]) => ({ startsOn, endsOn }));
  return { ...employeeOf(row), grants: JSON.parse(row.grants), manages };
}

/** Everybody is an employee; `manager` while a project names them so. */
export function rolesOf(person: SignedIn, today: WorkDate): Role[] {
  const managing = person.manages.some(
    ({ startsOn, endsOn }) => (startsOn === null || startsOn <= today) && (endsOn === null || endsOn >= today),
  );
  return ["employee", ...(managing ? (["manager"] as const) : []), ...person.grants];
}

/** Active people whose name, id or number holds the text, at most 20 by name; nobody for a reader who may not look. */
export async function searchPeople(db: Database, reader: Reader, text: string): Promise<PersonBrief[]> {
  return db.all<PersonBrief>(
    `select p.id, p.name, p.title from person p
     where p.company_id = ?1 and p.active = 1 and (${holds("hr", "admin")} or exists (select 1 from project_member mine
         where mine.company_id = ?1 and mine.person_id = ?2 and mine.role = 'manager' and ${holdsOn("mine", "?3")}))
       and (instr(lower(p.name), ?4) > 0 or instr(lower(p.id), ?4) > 0 or instr(lower(p.job_number), ?4) > 0)
     order by p.name, p.id limit 20`,
    ...readerValues(reader),
    text.toLowerCase(),
  );
}

/** People by id, there or gone. */
export async function findPeople(db: Database, company: string, ids: readonly string[]): Promise<PersonBrief[]> {
  if (ids.length === 0) return [];
  return db.all<PersonBrief>(
    `select p.id, p.name, p.title from json_each(?2) wanted cross join person p on p.company_id = ?1 and p.id = wanted.value`,
    company,
    JSON.stringify(ids),
  );
}

/** Sets or clears the author's default project; false when it may not be booked today. A repeat changes nothing. */
export async function writeDefaultProject(db: Database, author: Author, project: string | null): Promise<boolean> {
  const bookable = `(?6 is null or exists (select 1 from project_member m
      join project j on j.company_id = m.company_id and j.id = m.project_id
      where m.company_id = ?1 and m.person_id = ?2 and m.project_id = ?6 and ${holdsOn("m", "?3")}
        and (j.starts_on is null or j.starts_on <= ?3) and (j.closed_on is null or j.closed_on >= ?3)))`;
  const changing = `p.company_id = ?1 and p.id = ?2 and p.default_project is not ?6 and ${bookable}`;
  const values = [...authorValues(author), project] as const;
  const history = intoHistory({
    subject: "'person'",
    id: "p.id",
    action: "'default-project'",
    before: "json_object('defaultProject', p.default_project)",
    after: "json_object('defaultProject', ?6)",
  });
  const results = await db.batch([
    db.prepare(`select ${bookable} as bookable`, ...values),
    db.prepare(`${history} from person p where ${changing}`, ...values),
    db.prepare(
      `insert into dirty_day (company_id, date, person_id, since) select ?1, ?3, ?2, ?4 from person p where ${changing} 
       on conflict do update set since = max(since + 1, excluded.since)`,
      ...values,
    ),
    db.prepare(`update person as p set default_project = ?6 where ${changing}`, ...values),
  ]);
  return results[0]?.results[0]?.bookable === 1;
}

interface EmployeeRow extends PersonBrief {
  readonly defaultProject: string | null;
  readonly pulledAt: Instant;
}

const employeeColumns = "p.id, p.name, p.title, p.default_project as defaultProject, p.pulled_at as pulledAt";

const ofClaim = "from person p where p.company_id = ?1 and p.id = ?2 and p.active = 1 and p.sessions_from <= ?3";

function claimValues({ company, person, issuedAt }: Claim): readonly [string, string, number] {
  return [company, person, issuedAt];
}

function employeeOf({ id, name, title, defaultProject, pulledAt }: EmployeeRow): Employee {
  return { id, name, title, defaultProject, pulledAt: pulledAt === 0 ? null : pulledAt };
}

/** Whether somebody of this union id was here and has left. */
export async function isLeaver(db: Database, companyId: string, unionId: string): Promise<boolean> {
  const rows = await db.all(
    "select 1 from person where company_id = ?1 and union_id = ?2 and active = 0 limit 1",
    ...[companyId, unionId],
  );
  return rows.length > 0;
}
