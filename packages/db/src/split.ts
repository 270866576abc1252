import type { SplitPart } from "@today/core/allocation";
import type { WorkDate } from "@today/core/time/date";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { lockedOn } from "./period-lock.ts";
import { bookableOn } from "./pick.ts";
import { holds, manages } from "./role.ts";

/** How a person divides a day; no parts withdraw the split before. */
export interface SplitWish {
  readonly date: WorkDate;
  /** The day's version the author has seen. */
  readonly version: number;
  readonly parts: readonly SplitPart[];
}

/** Records how a person's day is divided while it is at the version the split was made on; for somebody else only by HR or a manager of all parts. */
export async function insertSplit(
  db: Database,
  author: Author,
  wish: SplitWish & { readonly person: string; readonly reason: string | null },
): Promise<"written" | "version-conflict" | "period-approvers-only" | "project-not-bookable"> {
  const { person, date, version, parts, reason } = wish;
  const values = [...authorValues(author), person, date, version, JSON.stringify(parts)] as const;
  const approves = `(${holds("hr")} or not exists (select 1 from json_each(?9) part
    where not ${manages("part.value ->> 'project'")}))`;
  const lock = lockedOn({ date: "?7", person: "?6", by: "?2", today: "?3" });
  const allowed = `${versionOf("?1", "?6", "?7")} = ?8 and not ${lock} and (?6 = ?2 or ${approves})
    and not exists (select 1 from json_each(?9) part where not exists
      (select 1 from project_member m join project j on j.company_id = ?1 and j.id = m.project_id
       where m.company_id = ?1 and m.person_id = ?6 and m.project_id = part.value ->> 'project' and ${bookableOn("?7")}))`;
  const history = intoHistory({
    subject: "'split'",
    id: "?6 || '/' || ?7 || '/' || (cast(?8 as integer) + 1)",
    action: "'enter'",
    before: "null",
    after: "json_object('personId', ?6, 'date', ?7, 'parts', json(?9))",
    reason: "?10",
  });
  const [before, , written] = await db.batch([
    db.prepare(`select ${versionOf("?1", "?6", "?7")} as version, ${lock} as locked`, ...values.slice(0, 7)),
    db.prepare(`${history} where (?6 <> ?2 or ?10 is not null) and ${allowed}`, ...values, reason),
    db.prepare(
      `insert into split (company_id, person_id, date, version, parts, made_at, made_by, channel)
       select ?1, ?6, ?7, ?8 + 1, ?9, ?4, ?2, ?5 where ${allowed}`,
      ...values,
    ),
  ]);
  const found = before?.results[0];
  if (found?.version !== version) return "version-conflict";
  if (found.locked === 1) return "period-approvers-only";
  return written?.meta.changes === 0 ? "project-not-bookable" : "written";
}

/** SQL: how many choices a person has made about a date, withdrawals included. */
export function versionOf(company: string, person: string, date: string): string {
  const day = `company_id = ${company} and person_id = ${person} and date = ${date}`;
  return `((select count(*) from pick where ${day}) + (select count(*) from pick_withdrawal where ${day})
    + (select count(*) from split where ${day}))`;
}
