import type { WorkDate } from "@today/core/time/date";
import type { Database } from "./database.ts";

/** Roles that are granted in the app; `manager` comes from the projects that name a person. */
export type GrantedRole = "hr" | "finance" | "admin";

/** Who asks, and on which calendar day: rights to a project begin and end on days. */
export interface Reader {
  readonly company: string;
  readonly person: string;
  readonly today: WorkDate;
}

/** What a reader is to one project. */
export interface Standing {
  /** Whether the project exists and the reader may know of it. */
  readonly sees: boolean;
  readonly manages: boolean;
  readonly grants: readonly GrantedRole[];
}

/** The first three values of every statement that asks for rights: `?1` company, `?2` reader, `?3` today. */
export function readerValues({ company, person, today }: Reader): readonly [string, string, string] {
  return [company, person, today];
}

/** SQL: the reader holds one of the roles. */
export function holds(...roles: readonly GrantedRole[]): string {
  return `exists (select 1 from role_grant held where held.company_id = ?1 and held.person_id = ?2
    and held.role in (${roles.map((role) => `'${role}'`).join(", ")}))`;
}

/** SQL: the author `?2` is a key of another program that may do that at `?4`, `"picks:write"`. */
export function allows(scope: string): string {
  return `exists (select 1 from api_key opened, json_each(opened.scopes) one where opened.company_id = ?1 and opened.id = ?2
    and opened.revoked_at is null and (opened.expires_at is null or opened.expires_at > ?4) and one.value = '${scope}')`;
}

/** SQL: the reader manages the project today; `project` is a column or a parameter, `"p.id"`. */
export function manages(project: string): string {
  return `exists (select 1 from project_member mine where mine.company_id = ?1 and mine.person_id = ?2
    and mine.project_id = ${project} and mine.role = 'manager' and ${holdsOn("mine", "?3")})`;
}

/** SQL: a row with `starts_on` and `ends_on` holds on a date. */
export function holdsOn(row: string, date: string): string {
  return `(${row}.starts_on is null or ${row}.starts_on <= ${date}) and (${row}.ends_on is null or ${row}.ends_on >= ${date})`;
}

/** SQL: the reader has ever belonged to the project, or sees all of them by role. */
export function sees(project: string): string {
  return `(${holds("hr", "finance", "admin")} or exists (select 1 from project_member known
    where known.company_id = ?1 and known.person_id = ?2 and known.project_id = ${project}))`;
}

/** A statement that answers one `Standing`; goes first in a batch and is read by `standingIn`. */
export function standing(db: Database, reader: Reader, project: string): D1PreparedStatement {
  return db.prepare(
    `select exists (select 1 from project p where p.company_id = ?1 and p.id = ?4) and ${sees("?4")} as sees,
       ${manages("?4")} as manages,
       (select json_group_array(role) from role_grant where company_id = ?1 and person_id = ?2) as grants`,
    ...readerValues(reader),
    project,
  );
}

/** Reads what `standing` answered. */
export function standingIn(result: D1Result<Record<string, unknown>> | undefined): Standing {
  const row = result?.results[0];
  return {
    sees: row?.sees === 1,
    manages: row?.manages === 1,
    grants: typeof row?.grants === "string" ? JSON.parse(row.grants) : [],
  };
}

/** What a reader is to one project. */
export async function readStanding(db: Database, reader: Reader, project: string): Promise<Standing> {
  const [result] = await db.batch([standing(db, reader, project)]);
  return standingIn(result);
}
