import type { WorkDate } from "@today/core/time/date";
import type { Instant, Minutes } from "@today/core/time/minutes";
import type { ComparedWorklog, TheirWorklog } from "@today/core/worklog-comparison";
import type { Database } from "./database.ts";
import { jsonChunks } from "./json-rows.ts";
import type { Step } from "./remote.ts";
import { stands, stepValues } from "./target-run.ts";

/** Which worklogs of a month a run looks at: all, or those that it mends. */
export type Pass = "all" | "mends";

/** A place where records are listed; without a task the whole project. */
export interface ListedPlace {
  readonly project: string;
  readonly task: string | null;
}

/** A worklog of ours as it is compared. */
export interface KeptForComparison {
  readonly key: string;
  readonly marker: string;
  readonly person: string;
  readonly project: string;
  readonly date: WorkDate;
  readonly minutes: Minutes;
  readonly remoteProject: string | null;
  readonly remoteTask: string | null;
  readonly remotePerson: string | null;
}

const inMonth = "w.company_id = ?1 and w.target_id = ?2 and w.date between ?4 || '-01' and ?4 || '-31'";
const ofPass = `(?5 = 'all' or exists (select 1 from worklog_mend m where m.company_id = ?1 and m.target_id = ?2 and m.run_id = ?3
  and m.key = w.key))`;
const mayBeThere = `(w.minutes > 0 or w.sent_digest is not null or w.remote_id is not null or w.seen_count > 0
  or w.state in ('unknown', 'failed'))`;

const comparedColumns = `w.key, w.marker, w.person_id as person, w.project_id as project, w.date, w.minutes,
  w.remote_project as remoteProject, w.remote_task as remoteTask, w.remote_person as remotePerson`;

/** What of a run's month is looked at. */
export interface Look {
  readonly company: string;
  readonly targetId: string;
  readonly runId: string;
  readonly month: string;
  readonly pass: Pass;
}

function lookValues({ company, targetId, runId, month, pass }: Look) {
  return [company, targetId, runId, month, pass] as const;
}

/** The next tasks after one on which hours of ours may stand, fifty at most. */
export function readTaskPlaces(
  db: Database,
  look: Look,
  after: { readonly project: string; readonly task: string },
): Promise<ListedPlace[]> {
  return db.all(
    `select distinct w.remote_project as project, w.remote_task as task from worklog w
     where ${inMonth} and ${ofPass} and ${mayBeThere} and w.remote_task is not null
       and (w.remote_project, w.remote_task) > (?6, ?7) order by 1, 2 limit 50`,
    ...[...lookValues(look), after.project, after.task],
  );
}

/** The next remote projects after one in which hours of ours may stand, fifty at most. */
export async function readProjectPlaces(db: Database, look: Look, after: string): Promise<ListedPlace[]> {
  const rows = await db.all<{ project: string }>(
    `select w.remote_project as project from worklog w where ${inMonth} and ${ofPass} and ${mayBeThere} and w.remote_project > ?6
     union select d.remote_project from destination d where d.company_id = ?1 and d.target_id = ?2 and ?5 = 'all'
       and d.remote_project > ?6 order by 1 limit 50`,
    ...[...lookValues(look), after],
  );
  return rows.map(({ project }) => ({ project, task: null }));
}

/** Statements that keep what was read; a record that is read twice is kept once. */
export function keepSeen(db: Database, step: Step, records: readonly TheirWorklog[]): D1PreparedStatement[] {
  const rows = records.map((one) => [
    ...[one.id, one.marker, one.remoteProject ?? "", one.remoteTask, one.remotePerson, one.date, one.minutes],
  ]);
  return jsonChunks(rows).map((chunk) =>
    db.prepare(
      `insert into worklog_seen (company_id, target_id, run_id, id, marker, remote_project, remote_task, remote_person, date, minutes)
       select ?1, ?2, ?3, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6
       from json_each(?5) where ${stands()} on conflict do nothing`,
      ...[...stepValues(step.company, step.run), chunk],
    ),
  );
}

/** A statement that forgets what a run has read so far. */
export function forgetSeen(db: Database, step: Step): D1PreparedStatement {
  return db.prepare(
    `delete from worklog_seen where company_id = ?1 and target_id = ?2 and run_id = ?3 and ${stands()}`,
    ...stepValues(step.company, step.run),
  );
}

/** A worklog that is looked for by itself. */
export interface SoughtWorklog extends KeptForComparison {
  /** `{"note","personName","start",…}` */
  readonly body: string;
}

/** The next worklogs after a key of which something may be there, for products that list nothing. */
export function readSought(db: Database, look: Look, after: string, limit: number): Promise<SoughtWorklog[]> {
  return db.all(
    `select ${comparedColumns}, w.body from worklog w where ${inMonth} and ${ofPass} and ${mayBeThere} and w.key > ?6
     order by w.key limit ?7`,
    ...[...lookValues(look), after, limit],
  );
}

/** The next date after one that has worklogs of the look; null after the last. */
export async function readNextDate(db: Database, look: Look, after: WorkDate): Promise<WorkDate | null> {
  const [row] = await db.all<{ date: WorkDate | null }>(
    `select min(w.date) as date from worklog w where ${inMonth} and w.date > ?6 and ${ofPass}`,
    ...[...lookValues(look), after],
  );
  return row?.date ?? null;
}

/** A date's worklogs after a key, in their order; none that were sent at or after `since`, because what was read may be older. */
export function readForComparison(
  db: Database,
  look: Look,
  at: { readonly date: WorkDate; readonly since: Instant; readonly after: string; readonly limit: number },
): Promise<KeptForComparison[]> {
  return db.all(
    `select ${comparedColumns} from worklog w where ${inMonth} and ${ofPass} and w.date = ?6 and coalesce(w.sent_at, 0) < ?7
       and w.state <> 'sending' and w.key > ?8 and not exists (select 1 from worklog_seen u where u.company_id = ?1
         and u.target_id = ?2 and u.run_id = ?3
         and u.id in ('${unread}' || w.remote_project || '/', '${unread}' || w.remote_project || '/' || w.remote_task))
     order by w.key limit ?9`,
    ...[...lookValues(look), at.date, at.since, at.after, at.limit],
  );
}

const unread = "unread ";

/** A statement that notes a place whose records could not be read: its worklogs are not compared. */
export function keepUnread(db: Database, step: Step, place: ListedPlace): D1PreparedStatement {
  return db.prepare(
    `insert into worklog_seen (company_id, target_id, run_id, id, marker, remote_project, remote_task, remote_person, date, minutes)
     select ?1, ?2, ?3, ?5, null, ?6, ?7, null, '', 0 where ${stands()} on conflict do nothing`,
    ...stepValues(step.company, step.run),
    ...[`${unread}${place.project}/${place.task ?? ""}`, place.project, place.task],
  );
}

/** What a run has read with one of the markers. */
export function readSeen(db: Database, look: Look, markers: readonly string[]): Promise<TheirWorklog[]> {
  return db.all(
    `select s.id, s.marker, s.remote_project as remoteProject, s.remote_task as remoteTask, s.remote_person as remotePerson,
       s.date, s.minutes
     from json_each(?4) m cross join worklog_seen s
     where s.company_id = ?1 and s.target_id = ?2 and s.run_id = ?3 and s.marker = m.value`,
    ...[look.company, look.targetId, look.runId, JSON.stringify(markers)],
  );
}

/** Statements that keep on the worklogs what was seen of them; one that was sent meanwhile is left alone. */
export function keepCompared(
  db: Database,
  step: Step,
  kept: { readonly rows: readonly ComparedWorklog[]; readonly since: Instant },
): D1PreparedStatement[] {
  return jsonChunks(kept.rows.map(({ key, count, minutes }) => [key, count, minutes])).map((chunk) =>
    db.prepare(
      `update worklog set seen_count = e.value ->> 1, seen_minutes = e.value ->> 2, seen_at = ?6 from json_each(?5) e
       where worklog.company_id = ?1 and worklog.target_id = ?2 and worklog.key = e.value ->> 0
         and coalesce(worklog.sent_at, 0) < ?7 and ${stands()}`,
      ...[...stepValues(step.company, step.run), chunk, step.at, kept.since],
    ),
  );
}

/** Statements that end a comparison: what others booked that month, and nothing is kept of what was read. */
export function endComparison(
  db: Database,
  step: Step,
  { month, pass }: { readonly month: string; readonly pass: Pass },
): D1PreparedStatement[] {
  const values = stepValues(step.company, step.run);
  const strangers = db.prepare(
    `insert into target_month (company_id, target_id, month, read_at, foreign_count, foreign_minutes)
     select ?1, ?2, ?5, ?6, count(*), coalesce(sum(s.minutes), 0) from worklog_seen s
     where s.company_id = ?1 and s.target_id = ?2 and s.run_id = ?3 and s.date <> '' and ${stands()} and not exists (select 1 from worklog w
       where w.company_id = ?1 and w.target_id = ?2 and w.marker = s.marker)
     on conflict do update set read_at = excluded.read_at, foreign_count = excluded.foreign_count,
       foreign_minutes = excluded.foreign_minutes`,
    ...[...values, month, step.at],
  );
  const old = `company_id = ?1 and target_id = ?2 and (run_id = ?3 or not exists (select 1 from target_run r
    where r.company_id = ?1 and r.target_id = ?2 and r.id = run_id and r.state = 'running')) and ${stands()}`;
  return [
    ...(pass === "all" ? [strangers] : []),
    db.prepare(`delete from worklog_seen where ${old}`, ...values),
    db.prepare(`delete from worklog_mend where ${old}`, ...values),
  ];
}
