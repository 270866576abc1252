import type { WorkDate } from "@today/core/time/date";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { markDays, markMemberDays } from "./member-day.ts";
import type { PersonBrief } from "./person.ts";
import { holds, manages, type Reader, readerValues, type Standing, standing, standingIn } from "./role.ts";

/** A person's place in a project; both days of a span are included. */
export interface MemberWish {
  readonly personId: string;
  readonly role: "member" | "manager";
  readonly startsOn: WorkDate | null;
  readonly endsOn: WorkDate | null;
  readonly plannedFrom: WorkDate | null;
  readonly plannedTo: WorkDate | null;
}

export interface Member extends Omit<MemberWish, "personId"> {
  readonly person: PersonBrief;
}

/** The people of a project, managers first, then by name; with what the reader is to it. */
export async function listMembers(
  db: Database,
  reader: Reader,
  project: string,
): Promise<{ standing: Standing; members: Member[] }> {
  const [asked, listed] = await db.batch([
    standing(db, reader, project),
    db.prepare(
      `select q.id, q.name, q.title, ${memberColumns("m")} from project_member m indexed by project_member_project
         join person q on q.company_id = m.company_id and q.id = m.person_id
       where m.company_id = ?1 and m.project_id = ?4 and (${holds("hr", "admin")} or ${manages("?4")})
       order by m.role = 'member', q.name, q.id`,
      ...readerValues(reader),
      project,
    ),
  ]);
  const rows = (listed?.results ?? []) as unknown as (Omit<Member, "person"> & PersonBrief)[];
  return {
    standing: standingIn(asked),
    members: rows.map(({ id, name, title, ...rest }) => ({ person: { id, name, title }, ...rest })),
  };
}

/** Adds or replaces members, all or none; `unknown` when one of them is nobody here. A repeat changes nothing. */
export async function upsertMembers(
  db: Database,
  author: Author,
  change: { readonly project: string; readonly members: readonly MemberWish[] },
): Promise<{ standing: Standing; unknown: boolean }> {
  const values = [...authorValues(author), change.project, JSON.stringify(change.members)] as const;
  const allKnown = `not exists (select 1 from json_each(?7) wanted where not exists
    (select 1 from person where company_id = ?1 and id = wanted.value ->> 'personId'))`;
  const free = `(${holds("admin")} or ${manages("?6")}) and ${allKnown}
    and exists (select 1 from project where company_id = ?1 and id = ?6)`;
  const wanted = `(select value ->> 'personId' as person_id, value ->> 'role' as role, value ->> 'startsOn' as starts_on,
      value ->> 'endsOn' as ends_on, value ->> 'plannedFrom' as planned_from, value ->> 'plannedTo' as planned_to
    from json_each(?7)) n`;
  const changed = `${wanted} left join project_member m
      on m.company_id = ?1 and m.person_id = n.person_id and m.project_id = ?6
    where (m.person_id is null or ${asJson("m")} <> ${asJson("n")}) and ${free}`;
  const history = intoHistory({
    subject: "'member'",
    id: "?6 || '/' || n.person_id",
    action: "iif(m.person_id is null, 'add', 'change')",
    before: `iif(m.person_id is null, null, ${asJson("m")})`,
    after: asJson("n"),
  });
  const results = await db.batch([
    standing(db, author, change.project),
    db.prepare(`select ${allKnown} as known`, ...values),
    db.prepare(`${history} from ${changed}`, ...values),
    db.prepare(markDays(`select n.person_id from ${changed}`), ...values),
    db.prepare(
      `insert into project_member (company_id, person_id, project_id, role, starts_on, ends_on, planned_from, planned_to)
       select ?1, n.person_id, ?6, n.role, n.starts_on, n.ends_on, n.planned_from, n.planned_to from ${wanted} where ${free}
       on conflict do update set role = excluded.role, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
         planned_from = excluded.planned_from, planned_to = excluded.planned_to`,
      ...values,
    ),
  ]);
  return { standing: standingIn(results[0]), unknown: results[1]?.results[0]?.known !== 1 };
}

/** Takes one person out of a project; a repeat changes nothing. What they booked stays. */
export async function deleteMember(
  db: Database,
  author: Author,
  change: { readonly project: string; readonly person: string },
): Promise<Standing> {
  const values = [...authorValues(author), change.project, change.person] as const;
  const free = `m.company_id = ?1 and m.person_id = ?7 and m.project_id = ?6 and (${holds("admin")} or ${manages("?6")})`;
  const history = intoHistory({
    subject: "'member'",
    id: "?6 || '/' || ?7",
    action: "'remove'",
    before: asJson("m"),
    after: "null",
  });
  const results = await db.batch([
    standing(db, author, change.project),
    db.prepare(`${history} from project_member m where ${free}`, ...values),
    db.prepare(markMemberDays("?6", free), ...values),
    db.prepare(`delete from project_member as m where ${free}`, ...values),
  ]);
  return standingIn(results[0]);
}

function memberColumns(row: string): string {
  return `${row}.role, ${row}.starts_on as startsOn, ${row}.ends_on as endsOn, ${row}.planned_from as plannedFrom,
    ${row}.planned_to as plannedTo`;
}

function asJson(row: string): string {
  return `json_object('role', ${row}.role, 'startsOn', ${row}.starts_on, 'endsOn', ${row}.ends_on,
    'plannedFrom', ${row}.planned_from, 'plannedTo', ${row}.planned_to)`;
}
