import type { NoticeAnswer } from "@today/core/privacy";
import { groupRows } from "./arrival.ts";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";

/** An answer as stored; `content` is JSON of the notice that was answered. */
export interface NoticeAnswerRow extends NoticeAnswer {
  readonly id: string;
  readonly version: string;
  readonly content: string | null;
}

/** An answer to a notice that was shown, under an id made on the phone. */
export interface NoticeReply {
  readonly id: string;
  readonly version: string;
  readonly content: string;
  readonly basis: NoticeAnswer["basis"];
  readonly location: boolean;
}

/** A person's answers, oldest first. */
export async function readAnswers(db: Database, companyId: string, personId: string): Promise<NoticeAnswerRow[]> {
  const rows = await db.all<Omit<NoticeAnswerRow, "location"> & { location: number }>(
    `select a.id, a.version, a.answered_at as answeredAt, a.basis, a.location, v.content from notice_answer a
       left join notice_version v on v.company_id = ?1 and v.version = a.version
     where a.company_id = ?1 and a.person_id = ?2 order by a.answered_at, a.id`,
    ...[companyId, personId],
  );
  return rows.map((row) => ({ ...row, location: row.location === 1 }));
}

/** The answers of people, of each oldest first. */
export async function readAnswersOf(
  db: Database,
  companyId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly NoticeAnswer[]>> {
  const rows = await db.all<{ personId: string; answeredAt: number; basis: NoticeAnswer["basis"]; location: number }>(
    `select a.person_id as personId, a.answered_at as answeredAt, a.basis, a.location
     from json_each(?2) k cross join notice_answer a on a.company_id = ?1 and a.person_id = k.value
     order by a.answered_at, a.id`,
    ...[companyId, JSON.stringify([...new Set(personIds)])],
  );
  return groupRows(
    rows.map(({ location, ...row }) => ({ ...row, location: location === 1 })),
    ({ personId }) => personId,
  );
}

/** Statements that keep the author's answer with the notice it answers and write that down; a repeat changes nothing. */
export function keepAnswer(db: Database, author: Author, reply: NoticeReply): D1PreparedStatement[] {
  const values = [...authorValues(author), reply.id, reply.version, reply.basis, reply.location ? 1 : 0] as const;
  const isNew = "not exists (select 1 from notice_answer where company_id = ?1 and person_id = ?2 and id = ?6)";
  const history = intoHistory({
    ...{ subject: "'notice'", id: "?2 || '/' || ?6", action: "'answer'", before: "null" },
    after: "json_object('version', ?7, 'basis', ?8, 'location', ?9)",
  });
  return [
    db.prepare(`${history} where ${isNew}`, ...values),
    db.prepare(
      `insert into notice_version (company_id, version, content, first_answered_at) values (?1, ?2, ?3, ?4)
       on conflict do nothing`,
      ...[author.company, reply.version, reply.content, author.at],
    ),
    db.prepare(
      `insert into notice_answer (company_id, person_id, id, version, answered_at, basis, location)
       select ?1, ?2, ?6, ?7, max(?4, coalesce((select max(answered_at) + 1 from notice_answer
         where company_id = ?1 and person_id = ?2), 0)), ?8, ?9 where ${isNew}`,
      ...[author.company, author.person, null, author.at, null, ...values.slice(5)],
    ),
  ];
}

/** A statement that writes down how many places were cleared and up to which date. */
export function tellCleared(
  db: Database,
  author: Author,
  cleared: { readonly until: string; readonly days: number; readonly punches: number },
): D1PreparedStatement {
  const history = intoHistory({
    ...{ subject: "'notice'", id: "?6", action: "'clear-coordinates'", before: "null" },
    after: "json_object('days', ?7, 'punches', ?8)",
  });
  return db.prepare(history, ...authorValues(author), cleared.until, cleared.days, cleared.punches);
}
