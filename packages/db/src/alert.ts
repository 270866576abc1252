import type { Instant } from "@today/core/time/minutes";
import type { LevelChange } from "./alert-level.ts";
import type { Database } from "./database.ts";
import { holds, manages, type Reader, readerValues } from "./role.ts";

/** A warning that stands. */
export interface AlertRow {
  readonly kind: LevelChange["kind"];
  readonly subjectId: string;
  /** The person's or project's name, or the year. */
  readonly name: string;
  readonly level: number;
  readonly raisedAt: Instant;
}

/** The levels of a kind that are raised, by subject. */
export async function readRaised(
  db: Database,
  companyId: string,
  kind: AlertRow["kind"],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const sql = `select subject_id as id, json_group_array(level) as levels from alert indexed by alert_raised
    where company_id = ?1 and kind = ?2 and cleared_at is null group by subject_id`;
  const rows = await db.all<{ id: string; levels: string }>(sql, companyId, kind);
  return new Map(rows.map(({ id, levels }) => [id, JSON.parse(levels) as number[]]));
}

/** The warnings that concern a reader, newest first: overtime since a month, `2026-08`, of their own and of those they look after. */
export async function listAlerts(db: Database, reader: Reader, since: string): Promise<AlertRow[]> {
  return db.all<AlertRow>(
    `select a.kind, a.subject_id as subjectId, coalesce(p.name, j.name, a.subject_id) as name, a.level,
       a.raised_at as raisedAt
     from alert a indexed by alert_raised
       left join person p on a.kind = 'overtime' and p.company_id = ?1 and p.id = ${personOf}
       left join project j on a.kind in ('budget-hours', 'budget-money') and j.company_id = ?1 and j.id = a.subject_id
     where a.company_id = ?1 and a.cleared_at is null and case a.kind
       when 'overtime' then substr(a.subject_id, -7) >= ?4 and (p.id = ?2 or ${holds("hr")} or ${looksAfter})
       when 'budget-hours' then ${holds("hr", "finance")} or ${manages("a.subject_id")}
       when 'budget-money' then ${holds("finance")}
       else ${holds("admin")} end
     order by a.raised_at desc, a.kind, a.subject_id, a.level desc limit 200`,
    ...[...readerValues(reader), since],
  );
}

// The month is the last of a subject: zhao001/2026-09.
const personOf = "substr(a.subject_id, 1, length(a.subject_id) - 8)";

const looksAfter = `exists (select 1 from project_member theirs where theirs.company_id = ?1 and theirs.person_id = p.id
  and ${manages("theirs.project_id")})`;
