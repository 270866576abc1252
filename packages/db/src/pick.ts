import { defaultRules } from "@today/core/rules";
import type { WorkDate } from "@today/core/time/date";
import type { Instant, Minutes } from "@today/core/time/minutes";
import { isClosed } from "./closed.ts";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { lockedOn } from "./period-lock.ts";
import type { Claim, PersonBrief } from "./person.ts";
import { allows, holds, manages } from "./role.ts";

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
 * Records the pick of whoever holds the session, if they may book the project on its date and may still choose about it, and says
 * who they are; null when nothing is written. One statement, which reads the company's rules only for a date that has passed.
 */
export async function insertPick(
  db: Database,
  claim: Claim,
  { at, today, channel, ...wish }: PickWish & Pick<Author, "at" | "today" | "channel"> & { reason: string | null },
): Promise<PersonBrief | null> {
  const [row] = await db.all<{ name: string; title: string | null }>(
    `insert into pick (company_id, id, person_id, date, project_id, task_id, from_minute, made_at, made_by, channel,
       reason)
     select ?1, ?6, p.id, ?7, j.id, ?9, ?10, ?4, p.id, ?5, ?12 from person p
       join project_member m on m.company_id = ?1 and m.person_id = p.id and m.project_id = ?8
       join project j on j.company_id = ?1 and j.id = m.project_id
     where p.company_id = ?1 and p.id = ?2 and p.active = 1 and p.sessions_from <= ?11 and ${bookableOn("?7")}
       and ${isRecent("?7")} and not ${lockedOn({ date: "?7", person: "?2", by: "?2", today: "?3" })}
     on conflict do nothing
     returning (select name from person where company_id = ?1 and id = ?2) as name,
       (select title from person where company_id = ?1 and id = ?2) as title`,
    ...[claim.company, claim.person, today, at, channel],
    ...[wish.id, wish.date, wish.project, wish.task, wish.from, claim.issuedAt, wish.reason],
  );
  return row === undefined ? null : { id: claim.person, ...row };
}

/**
 * Records a pick for somebody else of a member of the project, if the author is HR, manages the project, or is a key that may and the
 * date is not for approvers only; false otherwise.
 */
export async function insertPickFor(
  db: Database,
  author: Author,
  wish: PickWish & { readonly person: string; readonly reason: string },
): Promise<boolean> {
  const { id, date, project, task, from, person, reason } = wish;
  const values = [...authorValues(author), id, date, project, task, from, person] as const;
  const locked = lockedOn({ date: "?7", person: "?11", by: "?2", today: "?3" });
  const allowed = `from project_member m join project j on j.company_id = ?1 and j.id = m.project_id
    where m.company_id = ?1 and m.person_id = ?11 and m.project_id = ?8 and ?11 <> ?2 and ${bookableOn("?7")}
      and (${holds("hr")} or ${manages("?8")} or (${allows("picks:write")} and not ${locked})) and not exists (select 1 from pick k where k.company_id = ?1 and k.id = ?6)`;
  const history = intoHistory({
    subject: "'pick'",
    id: "?6",
    action: "'enter'",
    before: "null",
    after: "json_object('personId', ?11, 'date', ?7, 'project', ?8, 'task', ?9, 'from', ?10)",
    reason: "?12",
  });
  const [, written] = await db.batch([
    db.prepare(`${history} ${allowed}`, ...values, reason),
    db.prepare(
      `insert into pick (company_id, id, person_id, date, project_id, task_id, from_minute, made_at, made_by, channel)
       select ?1, ?6, ?11, ?7, ?8, ?9, ?10, ?4, ?2, ?5 ${allowed}`,
      ...values,
    ),
  ]);
  return (written?.meta.changes ?? 0) > 0;
}

/** SQL: the date is not further back than the company's rules allow; `?1` company, `?3` today. */
function isRecent(date: string): string {
  const backDays = `coalesce((select r.value ->> '$.rules.backDays' from policy r where r.company_id = ?1 and r.group_id = ''
    and r.starts_on <= ${date} order by r.starts_on desc limit 1), ${defaultRules.backDays})`;
  return `(${date} >= ?3 or ${date} >= date(?3, '-' || ${backDays} || ' days'))`;
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

/** What became of a withdrawal: the pick's date, whether that is near enough, withdrawn before, or withdrawn now. */
interface Withdrawal {
  readonly date: WorkDate;
  readonly recent: boolean;
  readonly gone: boolean;
  readonly written: boolean;
}

/**
 * Withdraws the author's own pick of a date that the company's rules still let choose about, unless its period is locked; null
 * when there is none. A repeat changes nothing.
 */
export async function insertWithdrawal(db: Database, author: Author, id: string): Promise<Withdrawal | null> {
  const values = [...authorValues(author), id] as const;
  const own = "from pick p where p.company_id = ?1 and p.id = ?6 and p.person_id = ?2";
  const locked = lockedOn({ date: "p.date", person: "?2", by: "?2", today: "?3" });
  const [found, written] = await db.batch([
    db.prepare(
      `select p.date, ${isRecent("p.date")} as recent, exists (select 1 from pick_withdrawal w where w.company_id = ?1 and w.person_id = ?2
         and w.date = p.date and w.pick_id = ?6) as gone ${own}`,
      ...values,
    ),
    db.prepare(
      `insert into pick_withdrawal (company_id, person_id, date, pick_id, made_at, made_by)
       select p.company_id, p.person_id, p.date, p.id, ?4, ?2 ${own} and ${isRecent("p.date")}
         and not ${isClosed("p.date")} and not ${locked} on conflict do nothing`,
      ...values,
    ),
  ]);
  const row = found?.results[0] as { date: WorkDate; gone: number; recent: number } | undefined;
  if (row === undefined) return null;
  const { date, gone, recent } = row;
  return { date, gone: gone === 1, recent: recent === 1, written: (written?.meta.changes ?? 0) > 0 };
}
