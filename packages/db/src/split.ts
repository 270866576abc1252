import type { SplitPart } from "@today/core/allocation";
import type { WorkDate } from "@today/core/time/date";
import type { Database } from "./database.ts";
import type { Author } from "./history.ts";
import { bookableOn } from "./pick.ts";

/** How a person divides a day; no parts withdraw the split before. */
export interface SplitWish {
  readonly date: WorkDate;
  /** The day's version the author has seen. */
  readonly version: number;
  readonly parts: readonly SplitPart[];
}

/** Records the author's own split while the day is at the version it was made on. */
export async function insertSplit(
  db: Database,
  author: Author,
  wish: SplitWish,
): Promise<"written" | "version-conflict" | "project-not-bookable"> {
  const values = [author.company, author.person, wish.date, wish.version] as const;
  const [before, written] = await db.batch([
    db.prepare(`select ${versionOf("?1", "?2", "?3")} as version`, ...values.slice(0, 3)),
    db.prepare(
      `insert into split (company_id, person_id, date, version, parts, made_at, made_by, channel)
       select ?1, ?2, ?3, ?4 + 1, ?5, ?6, ?2, ?7
       where ${versionOf("?1", "?2", "?3")} = ?4 and not exists (select 1 from json_each(?5) part where not exists
         (select 1 from project_member m join project j on j.company_id = ?1 and j.id = m.project_id
          where m.company_id = ?1 and m.person_id = ?2 and m.project_id = part.value ->> 'project' and ${bookableOn("?3")}))`,
      ...values,
      JSON.stringify(wish.parts),
      author.at,
      author.channel,
    ),
  ]);
  if (before?.results[0]?.version !== wish.version) return "version-conflict";
  return written?.meta.changes === 0 ? "project-not-bookable" : "written";
}

/** SQL: how many choices a person has made about a date, withdrawals included. */
export function versionOf(company: string, person: string, date: string): string {
  const day = `company_id = ${company} and person_id = ${person} and date = ${date}`;
  return `((select count(*) from pick where ${day}) + (select count(*) from pick_withdrawal where ${day})
    + (select count(*) from split where ${day}))`;
}
