import type { Project } from "@today/core/project";
import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { type KeysetPage, keysetPage } from "./keyset.ts";

interface Wish<Place> {
  readonly company: string;
  readonly after: Place | null;
  readonly limit: number;
}

/** A company's projects by id; `openOn` leaves out those closed before a date, `code` all but the one of that code. */
export async function pageProjects(
  db: Database,
  wish: Wish<string> & { readonly openOn: WorkDate | null; readonly code: string | null },
): Promise<KeysetPage<Project & { readonly version: number }>> {
  const { company, after, limit, openOn, code } = wish;
  const rows = await db.all<Project & { readonly version: number }>(
    `select id, code, name, short_name as shortName, mark, color, starts_on as startsOn, closed_on as closedOn, version
     from project where company_id = ?1 and id > ?2 and (?3 is null or closed_on is null or closed_on >= ?3)
       and (?4 is null or code = ?4) order by id limit ?5`,
    ...[company, after ?? "", openOn, code, limit + 1],
  );
  return keysetPage(rows, limit);
}

/** Who somebody is, and nothing more. */
interface PersonName {
  readonly id: string;
  readonly name: string;
  readonly active: number;
}

/** A company's people by id, those who left too unless `activeOnly`. */
export async function pagePeople(
  db: Database,
  { company, after, limit, activeOnly }: Wish<string> & { readonly activeOnly: boolean },
): Promise<KeysetPage<PersonName>> {
  const rows = await db.all<PersonName>(
    `select id, name, active from person where company_id = ?1 and id > ?2 and active >= ?3 order by id limit ?4`,
    ...[company, after ?? "", activeOnly ? 1 : 0, limit + 1],
  );
  return keysetPage(rows, limit);
}

/** A worklog without what it says there. */
interface WorklogRow {
  readonly id: string;
  readonly key: string;
  readonly targetId: string;
  readonly targetName: string;
  readonly kind: string;
  readonly personId: string;
  readonly date: WorkDate;
  readonly projectId: string;
  readonly taskId: string | null;
  readonly remoteProject: string | null;
  readonly remoteTask: string | null;
  readonly minutes: number;
  readonly waiting: number;
  readonly held: string | null;
  readonly sentMinutes: number;
  readonly state: "held" | "due" | "sending" | "unknown" | "failed" | "done";
  readonly problem: string | null;
  readonly sentAt: Instant | null;
  readonly changedAt: Instant;
}

/** Worklogs of the dates from `from` to `to`, target by target and date by date. */
export async function pageWorklogs(
  db: Database,
  wish: Wish<readonly [target: string, date: WorkDate, key: string]> & {
    readonly from: WorkDate;
    readonly to: WorkDate;
    readonly target: string | null;
    readonly state: string | null;
  },
): Promise<KeysetPage<WorklogRow>> {
  const { company, limit, from, to, target, state } = wish;
  const [afterTarget, afterDate, afterKey] = wish.after ?? ["", "", ""];
  const rows = await db.all<WorklogRow>(
    `select w.marker as id, w.key, t.id as targetId, t.name as targetName, t.kind, w.person_id as personId, w.date,
       w.project_id as projectId, w.task_id as taskId, w.remote_project as remoteProject, w.remote_task as remoteTask,
       w.minutes, w.waiting, w.held, w.sent_minutes as sentMinutes, w.state, w.problem, w.sent_at as sentAt,
       w.changed_at as changedAt
     from target t cross join worklog w indexed by worklog_date on w.company_id = ?1 and w.target_id = t.id
       and w.date between iif(t.id = ?6, max(?2, ?7), ?2) and ?3
     where t.company_id = ?1 and t.id >= ?6 and (?4 is null or t.id = ?4) and (?5 is null or w.state = ?5)
       and (t.id, w.date, w.key) > (?6, ?7, ?8)
     order by t.id, w.date, w.key limit ?9`,
    ...[company, from, to, target, state, afterTarget, afterDate, afterKey, limit + 1],
  );
  return keysetPage(rows, limit);
}
