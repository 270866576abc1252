import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { holds, holdsOn, manages, type Standing, standing, standingIn } from "./role.ts";

/** Switches a project's check-ins on or off, with history; a repeat changes nothing. For its managers and admins. */
export async function setVisiting(
  db: Database,
  author: Author,
  { project, on }: { readonly project: string; readonly on: boolean },
): Promise<Standing> {
  const values = [...authorValues(author), project] as const;
  const free = `exists (select 1 from project where company_id = ?1 and id = ?6) and (${holds("admin")} or ${manages("?6")})
    and ${on ? "not " : ""}exists (select 1 from visiting where company_id = ?1 and project_id = ?6)`;
  const told = (is: boolean) => `'{"visiting":${is}}'`;
  const history = intoHistory({
    subject: "'project'",
    id: "?6",
    action: "'visiting'",
    before: told(!on),
    after: told(on),
  });
  const change = on
    ? `insert into visiting (company_id, project_id, made_at, made_by) select ?1, ?6, ?4, ?2 where ${free}`
    : `delete from visiting where company_id = ?1 and project_id = ?6 and ${free}`;
  const results = await db.batch([
    standing(db, author, project),
    db.prepare(`${history} where ${free}`, ...values),
    db.prepare(change, ...(on ? values : values.slice(0, 6))),
  ]);
  return standingIn(results[0]);
}

/** Since when a project takes check-ins; null when it does not. */
export async function readVisiting(db: Database, companyId: string, project: string): Promise<Instant | null> {
  const rows = await db.all<{ at: Instant }>(
    "select made_at as at from visiting where company_id = ?1 and project_id = ?2",
    ...[companyId, project],
  );
  return rows[0]?.at ?? null;
}

/** Ids of the people who are members of such projects on a date, in order. */
export async function readVisitors(db: Database, companyId: string, date: WorkDate): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    `select distinct m.person_id as id from visiting v
       cross join project_member m indexed by project_member_project on m.company_id = ?1 and m.project_id = v.project_id
       cross join person p on p.company_id = ?1 and p.id = m.person_id and p.active = 1
     where v.company_id = ?1 and ${holdsOn("m", "?2")} order by m.person_id`,
    ...[companyId, date],
  );
  return rows.map(({ id }) => id);
}

/** How many people are there in all. */
export async function countPeople(db: Database, companyId: string): Promise<number> {
  const rows = await db.all<{ n: number }>(
    "select count(*) as n from person where company_id = ?1 and active = 1",
    companyId,
  );
  return rows[0]?.n ?? 0;
}
