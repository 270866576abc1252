import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";

/** What a delivery of the far side says has changed: projects by id, or tasks by theirs. */
export interface ToldChange {
  readonly targetId: string;
  /** Null when the far side has none: then a repeat is read again. */
  readonly deliveryIds: readonly string[];
  readonly projects: readonly string[];
  readonly tasks: readonly string[];
  readonly at: Instant;
}

const keptMs = 7 * 86_400_000;

/**
 * Marks what a delivery names to be read soon, once for each delivery; only projects to which hours of ours go are read, and a task
 * that nobody knows may be in any of them. Says whether anything is new; deliveries of more than 7 days ago are forgotten.
 */
export async function keepChange(db: Database, company: string, change: ToldChange): Promise<boolean> {
  const { targetId, deliveryIds, projects, tasks, at } = change;
  const lists = [JSON.stringify(deliveryIds), JSON.stringify(projects), JSON.stringify(tasks)] as const;
  const values = [company, targetId, at, ...lists] as const;
  const isNew = `(json_array_length(?4) = 0 or exists (select 1 from json_each(?4) w where not exists (select 1 from inbound_delivery i
    where i.company_id = ?1 and i.target_id = ?2 and i.id = w.value)))`;
  const named = `d.remote_project in (select value from json_each(?5)
      union select k.project_id from json_each(?6) w cross join remote_task k
        on k.company_id = ?1 and k.target_id = ?2 and k.id = w.value)
    or exists (select 1 from json_each(?6) w where not exists (select 1 from remote_task k
      where k.company_id = ?1 and k.target_id = ?2 and k.id = w.value))`;
  const [, marked] = await db.batch([
    db.prepare("delete from inbound_delivery where company_id = ?1 and at < ?2", company, at - keptMs),
    db.prepare(
      `insert into remote_change (company_id, target_id, project_id, since) select distinct ?1, ?2, d.remote_project, ?3
       from destination d where d.company_id = ?1 and d.target_id = ?2 and (${named}) and ${isNew}
       on conflict do update set since = max(since + 1, excluded.since)`,
      ...values,
    ),
    db.prepare(
      `insert into inbound_delivery (company_id, target_id, id, at) select ?1, ?2, value, ?3 from json_each(?4) where true
       on conflict do nothing`,
      ...values.slice(0, 4),
    ),
  ]);
  return (marked?.meta.changes ?? 0) > 0;
}

/** Remote projects of a target that are to be read soon, with the instant up to which their tasks are known. */
export function readChanges(
  db: Database,
  company: string,
  targetId: string,
): Promise<{ readonly project: string; readonly since: Instant; readonly tasksUntil: Instant | null }[]> {
  return db.all(
    `select c.project_id as project, c.since, p.tasks_until as tasksUntil from remote_change c
     left join remote_project p on p.company_id = ?1 and p.target_id = ?2 and p.id = c.project_id
     where c.company_id = ?1 and c.target_id = ?2 order by c.project_id`,
    ...[company, targetId],
  );
}

/** A statement that forgets changes that a run is going to read; those that have come since stay. */
export function forgetChanges(
  db: Database,
  company: string,
  wish: {
    readonly targetId: string;
    readonly runId: string;
    readonly changes: readonly { readonly project: string; readonly since: Instant }[];
  },
): D1PreparedStatement {
  const rows = wish.changes.map(({ project, since }) => [project, since]);
  return db.prepare(
    `delete from remote_change where company_id = ?1 and target_id = ?2
       and (project_id, since) in (select value ->> 0, value ->> 1 from json_each(?4))
       and exists (select 1 from target_run r where r.company_id = ?1 and r.target_id = ?2 and r.id = ?3)`,
    ...[company, wish.targetId, wish.runId, JSON.stringify(rows)],
  );
}

/** Targets that have changes nobody reads. */
export async function readChangedTargets(db: Database, company: string): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    `select distinct c.target_id as id from remote_change c
     join target t on t.company_id = ?1 and t.id = c.target_id and t.state <> 'removed' and t.problem is null
     where c.company_id = ?1 and not exists (select 1 from target_run r where r.company_id = ?1 and r.target_id = t.id
       and r.kind = 'read' and r.state = 'running')`,
    company,
  );
  return rows.map(({ id }) => id);
}
