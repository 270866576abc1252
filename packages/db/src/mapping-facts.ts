import type { MappedPerson, MappedProject } from "@today/core/mapping-record";
import type { WorkDate } from "@today/core/time/date";
import type { Minutes } from "@today/core/time/minutes";
import type { HoursPart } from "@today/core/worklog-hours";
import type { Database } from "./database.ts";

type PersonRow = MappedPerson & { readonly id: string };
type ProjectRow = MappedProject & { readonly id: string };

/** People as mappings name them, by their id. */
export async function readMappedPeople(
  db: Database,
  company: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, MappedPerson>> {
  const rows = await db.all<PersonRow>(
    `select p.id, p.name, p.job_number as number, p.title, t.code as position
     from (select distinct value as id from json_each(?2)) k
     cross join person p on p.company_id = ?1 and p.id = k.id
     left join title_position t on t.company_id = ?1 and t.title = p.title`,
    ...[company, JSON.stringify(people)],
  );
  return new Map(rows.map(({ id, ...person }) => [id, person]));
}

/** The projects whose hours go anywhere as mappings name them, by their id. */
export async function readMappedProjects(db: Database, company: string): Promise<ReadonlyMap<string, MappedProject>> {
  const rows = await db.all<ProjectRow>(
    `select p.id, p.name, p.short_name as shortName, p.code, p.mark
     from (select distinct project_id as id from destination where company_id = ?1) d
     cross join project p on p.company_id = ?1 and p.id = d.id`,
    company,
  );
  return new Map(rows.map(({ id, ...project }) => [id, project]));
}

/** Whose hours a mapping is shown with: the latest there are where nothing is said. */
export interface SampleWish {
  readonly target: string;
  readonly person: string | null;
  readonly project: string | null;
  readonly date: WorkDate | null;
  /** Nothing before it. */
  readonly since: WorkDate;
}

/** One person's hours of a date on a linked project and task. */
export interface SampleHours {
  readonly personId: string;
  readonly personName: string;
  readonly projectId: string;
  readonly date: WorkDate;
  readonly taskId: string | null;
  /** The remote task they stand on when they name none of theirs. */
  readonly usualTask: string | null;
  /** As they were planned last; null where they were not yet. */
  readonly planned: Minutes | null;
  readonly parts: readonly HoursPart[];
}

/** The latest hours that may go to a target; null where there are none. */
export async function readSampleHours(db: Database, company: string, wish: SampleWish): Promise<SampleHours | null> {
  const rows = await db.all<Omit<SampleHours, "parts"> & HoursPart>(
    `with found as (
       select a.person_id, a.project_id, a.date, a.task_id, d.remote_task from destination d
       cross join allocation a on a.company_id = ?1 and a.project_id = d.project_id
       where d.company_id = ?1 and d.target_id = ?2 and (?3 is null or a.person_id = ?3)
         and (?4 is null or a.project_id = ?4) and (?5 is null or a.date = ?5) and a.date >= ?6 and a.state <> 'running'
       order by a.date desc, a.person_id, a.project_id, a.task_id limit 1)
     select a.person_id as personId, p.name as personName, a.project_id as projectId, a.date, a.task_id as taskId,
       f.remote_task as usualTask, a.place, a.overtime, a.minutes,
       (select w.minutes + w.waiting from worklog w where w.company_id = ?1 and w.person_id = f.person_id and w.date = f.date
          and w.target_id = ?2 and w.project_id = f.project_id and w.task_id is f.task_id and w.minutes + w.waiting > 0
        limit 1) as planned
     from found f cross join allocation a on a.company_id = ?1 and a.project_id = f.project_id and a.date = f.date
       and a.person_id = f.person_id and a.task_id is f.task_id
     cross join person p on p.company_id = ?1 and p.id = a.person_id where a.state <> 'running' order by a.n`,
    ...[company, wish.target, wish.person, wish.project, wish.date, wish.since],
  );
  const [first] = rows;
  if (first === undefined) return null;
  const { place: _place, overtime: _overtime, minutes: _minutes, ...hours } = first;
  return { ...hours, parts: rows.map(({ place, overtime, minutes }) => ({ place, overtime, minutes })) };
}

/** A task of theirs on a linked project: the latest that changed there. */
export interface SampleTask {
  readonly projectId: string;
  readonly title: string;
  readonly startsOn: WorkDate | null;
  readonly dueOn: WorkDate | null;
  readonly assigneeId: string | null;
}

/** A real task to show a mapping with; null where none is known. */
export async function readSampleTask(
  db: Database,
  company: string,
  wish: Pick<SampleWish, "target" | "project">,
): Promise<SampleTask | null> {
  const [row] = await db.all<SampleTask>(
    `select d.project_id as projectId, r.title, r.starts_on as startsOn, r.due_on as dueOn, r.assignee_id as assigneeId
     from destination d cross join remote_task r indexed by remote_task_project on r.company_id = ?1 and r.target_id = ?2
       and r.project_id = d.remote_project
     where d.company_id = ?1 and d.target_id = ?2 and (?3 is null or d.project_id = ?3)
     order by r.updated_at desc, r.id limit 1`,
    ...[company, wish.target, wish.project],
  );
  return row ?? null;
}
