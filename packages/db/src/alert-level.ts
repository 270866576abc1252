import type { Arrival } from "./arrival.ts";
import type { Database } from "./database.ts";

/** Levels of one subject that were reached, and raised ones that are not reached any more. */
export interface LevelChange {
  readonly kind: "overtime" | "budget-hours" | "budget-money" | "calendar";
  /** A person and month, a project, or a year. */
  readonly subjectId: string;
  readonly raise: readonly number[];
  readonly rearm: readonly number[];
}

/** Statements that raise each level once and clear those that fell: a level that is raised stays as it is. */
export function keepLevels(db: Database, arrival: Arrival, changes: readonly LevelChange[]): D1PreparedStatement[] {
  const rowsOf = (pick: (change: LevelChange) => readonly number[]) =>
    changes.flatMap((change) => pick(change).map((level) => [change.kind, change.subjectId, level]));
  const raised = rowsOf(({ raise }) => raise);
  const cleared = rowsOf(({ rearm }) => rearm);
  const bind = (sql: string, rows: readonly unknown[]) =>
    rows.length === 0 ? [] : [db.prepare(sql, arrival.companyId, arrival.at, JSON.stringify(rows))];
  return [...bind(clearSql, cleared), ...bind(raiseSql, raised)];
}

const clearSql = `update alert set cleared_at = ?2 where company_id = ?1 and cleared_at is null and (kind, subject_id, level) in
  (select value ->> 0, value ->> 1, value ->> 2 from json_each(?3))`;

const raiseSql = `insert into alert (company_id, kind, subject_id, level, raised_at)
  select ?1, v.value ->> 0, v.value ->> 1, v.value ->> 2, ?2 from json_each(?3) v where not exists
    (select 1 from alert a where a.company_id = ?1 and a.kind = v.value ->> 0 and a.subject_id = v.value ->> 1
       and a.level = v.value ->> 2 and a.cleared_at is null)
  on conflict do update set cleared_at = null`;
