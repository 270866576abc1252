import type { WorkDate } from "@today/core/time/date";
import type { Instant, Minutes } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import type { Author } from "./history.ts";
import type { Claim, PersonBrief } from "./person.ts";

/** What somebody chose, as they sent it. */
export interface PickWish {
  readonly id: string;
  readonly date: WorkDate;
  readonly project: string;
  readonly task: string | null;
  readonly from: Minutes | null;
}

/** A pick with who made it and when. */
export interface PickRecord extends PickWish {
  readonly madeAt: Instant;
  readonly madeBy: PersonBrief;
}

interface PickRow extends PickWish {
  readonly person: string;
  readonly madeAt: Instant;
  readonly madeById: string;
  readonly madeByName: string | null;
  readonly madeByTitle: string | null;
}

const columns = `p.id, p.date, p.project_id as project, p.task_id as task, p.from_minute as "from", p.made_at as madeAt,
  p.person_id as person, p.made_by as madeById`;

/**
 * Records the pick of whoever holds the session, if they may book the project on its date, and says who they are; null when nothing
 * is written. One statement.
 */
export async function insertPick(
  db: Database,
  claim: Claim,
  { at, channel, ...wish }: PickWish & { readonly at: Instant; readonly channel: string },
): Promise<PersonBrief | null> {
  const [row] = await db.all<{ name: string; title: string | null }>(
    `insert into pick (company_id, id, person_id, date, project_id, task_id, from_minute, made_at, made_by, channel)
     select ?1, ?6, p.id, ?7, j.id, ?9, ?10, ?4, p.id, ?5 from person p
       join project_member m on m.company_id = ?1 and m.person_id = p.id and m.project_id = ?8
       join project j on j.company_id = ?1 and j.id = m.project_id
     where p.company_id = ?1 and p.id = ?2 and p.active = 1 and p.sessions_from <= ?3 and ${bookableOn("?7")}
     on conflict do nothing
     returning (select name from person where company_id = ?1 and id = ?2) as name,
       (select title from person where company_id = ?1 and id = ?2) as title`,
    ...[claim.company, claim.person, claim.issuedAt, at, channel],
    ...[wish.id, wish.date, wish.project, wish.task, wish.from],
  );
  return row === undefined ? null : { id: claim.person, ...row };
}

/** SQL: membership `m` and project `j` both hold on a date. */
export function bookableOn(date: string): string {
  return `(m.starts_on is null or m.starts_on <= ${date}) and (m.ends_on is null or m.ends_on >= ${date})
    and (j.starts_on is null or j.starts_on <= ${date}) and (j.closed_on is null or j.closed_on >= ${date})`;
}

/** The pick of that id, whoever made it; withdrawn ones too. */
export async function findPick(
  db: Database,
  company: string,
  id: string,
): Promise<(PickRecord & { readonly person: string }) | null> {
  const [row] = await db.all<PickRow>(
    `select ${columns}, q.name as madeByName, q.title as madeByTitle from pick p
       left join person q on q.company_id = p.company_id and q.id = p.made_by
     where p.company_id = ?1 and p.id = ?2`,
    company,
    id,
  );
  if (row === undefined) return null;
  const { madeById, madeByName, madeByTitle, ...rest } = row;
  return { ...rest, madeBy: { id: madeById, name: madeByName ?? madeById, title: madeByTitle } };
}

/** Withdraws the author's own pick of a date not before `since`; null when there is none. A repeat changes nothing. */
export async function insertWithdrawal(
  db: Database,
  author: Author,
  wish: { readonly id: string; readonly since: WorkDate },
): Promise<{ readonly date: WorkDate; readonly written: boolean } | null> {
  const values = [author.company, author.person, wish.id] as const;
  const [found, written] = await db.batch([
    db.prepare("select date from pick where company_id = ?1 and id = ?3 and person_id = ?2", ...values),
    db.prepare(
      `insert into pick_withdrawal (company_id, person_id, date, pick_id, made_at, made_by)
       select p.company_id, p.person_id, p.date, p.id, ?4, ?2 from pick p
       where p.company_id = ?1 and p.id = ?3 and p.person_id = ?2 and p.date >= ?5
       on conflict do nothing`,
      ...values,
      author.at,
      wish.since,
    ),
  ]);
  const date = found?.results[0]?.date;
  return typeof date === "string" ? { date, written: (written?.meta.changes ?? 0) > 0 } : null;
}
