import { keptVerdicts } from "@today/core/site";
import type { WorkDate } from "@today/core/time/date";
import type { Arrival, DayKey } from "./arrival.ts";
import type { Database } from "./database.ts";
import type { LoadedDay } from "./facts.ts";
import { jsonChunks } from "./json-rows.ts";
import { hasPlace, punchOf } from "./punch.ts";

/** Work dates from one on and before another. */
interface DateRange {
  readonly from: WorkDate;
  readonly before: WorkDate;
}

const hasAny = `(p.lat is not null or p.lng is not null or p.accuracy is not null or p.ssid is not null
  or p.bssid is not null or p.machine is not null or p.address is not null)`;

/** Up to 400 days of a range on which a punch still says where it was made, of one person or of anybody. */
export function readLocatedDays(
  db: Database,
  companyId: string,
  wanted: DateRange & { readonly personId: string | null },
): Promise<DayKey[]> {
  return db.all<DayKey>(
    `select p.person_id as personId, p.work_date as date from person q cross join punch p
      on p.company_id = ?1 and p.person_id = q.id and p.work_date >= ?2 and p.work_date < ?3
     where q.company_id = ?1 and (?4 is null or q.id = ?4) and ${hasAny} group by 1, 2 limit 400`,
    ...[companyId, wanted.from, wanted.before, wanted.personId],
  );
}

/** Which of up to some thousand days have a punch that still says where it was made. */
export async function readLocatedAmong(db: Database, companyId: string, days: readonly DayKey[]): Promise<DayKey[]> {
  const found: DayKey[] = [];
  for (const chunk of jsonChunks(days.map(({ personId, date }) => [personId, date]))) {
    const sql = `select p.person_id as personId, p.work_date as date from json_each(?2) k cross join punch p
      on p.company_id = ?1 and p.person_id = k.value ->> 0 and p.work_date = k.value ->> 1 where ${hasAny} group by 1, 2`;
    found.push(...(await db.all<DayKey>(sql, companyId, chunk)));
  }
  return found;
}

/** The work date before which no place is left to clear; null when nothing was looked through yet. */
export async function readClearedUntil(db: Database, companyId: string): Promise<WorkDate | null> {
  const sql = "select until from coordinates_cleared where company_id = ?1";
  return (await db.all<{ until: WorkDate }>(sql, companyId))[0]?.until ?? null;
}

/** The work date of the company's first punch; null without any. */
export async function readFirstPunch(db: Database, companyId: string): Promise<WorkDate | null> {
  const [row] = await db.all<{ first: WorkDate | null }>(
    `select min(first) as first from (
       select (select min(p.work_date) from punch p where p.company_id = ?1 and p.person_id = q.id) as first
       from person q where q.company_id = ?1)`,
    companyId,
  );
  return row?.first ?? null;
}

/** A statement that says that no place is left before a work date. */
export function keepClearedUntil(db: Database, companyId: string, until: WorkDate): D1PreparedStatement {
  return db.prepare(
    `insert into coordinates_cleared (company_id, until) values (?1, ?2)
     on conflict do update set until = max(until, excluded.until)`,
    ...[companyId, until],
  );
}

/**
 * Statements, to be one transaction, after which the days' punches no longer say where they were made and the days no longer how
 * many metres somebody was away; what was found of each place is kept first. Nothing is settled anew. `punches` is how many.
 */
export function clearWhereabouts(
  db: Database,
  arrival: Arrival,
  days: readonly LoadedDay[],
): { readonly statements: D1PreparedStatement[]; readonly punches: number } {
  const bind = (sql: string, rows: readonly unknown[], ...more: readonly number[]) =>
    jsonChunks(rows).map((chunk) => db.prepare(sql, arrival.companyId, chunk, ...more));
  const verdicts = days.flatMap(verdictRows);
  const keys = days.map(({ personId, date }) => [personId, date]);
  return {
    punches: verdicts.length,
    statements: [...bind(keepSql, verdicts, arrival.at), ...bind(clearSql, keys), ...bind(metresSql, keys)],
  };
}

/** A statement after which check-ins of a range, of one person or of anybody, no longer say where they were made. */
export function clearVisits(
  db: Database,
  companyId: string,
  wanted: DateRange & { readonly personId: string | null },
): D1PreparedStatement {
  return db.prepare(
    `update visit set lat = null, lng = null, address = null where company_id = ?1 and date >= ?2 and date < ?3
       and (?4 is null or person_id = ?4) and (lat is not null or lng is not null or address is not null)`,
    ...[companyId, wanted.from, wanted.before, wanted.personId],
  );
}

function verdictRows({ punches, sites }: LoadedDay): unknown[][] {
  return punches
    .filter(hasPlace)
    .map((row) => [row.personId, row.recordId, JSON.stringify(keptVerdicts(punchOf(row), sites))]);
}

const keepSql = `insert into punch_verdict (company_id, person_id, record_id, verdicts, kept_at)
  select ?1, value ->> 0, value ->> 1, value ->> 2, ?3 from json_each(?2) where true on conflict do nothing`;

const clearSql = `update punch as p set lat = null, lng = null, accuracy = null, ssid = null, bssid = null, machine = null,
    address = null, digest = 'cleared'
  where (p.company_id, p.person_id, p.work_date) in (select ?1, value ->> 0, value ->> 1 from json_each(?2)) and ${hasAny}`;

const metresSql = `update workday as w set body = json_set(w.body, '$.details',
    (select json_group_array(json_set(value, '$.metres', null)) from json_each(w.body, '$.details')))
  where (w.company_id, w.person_id, w.date) in (select ?1, value ->> 0, value ->> 1 from json_each(?2))
    and instr(w.warnings, '"pick-off-site"') > 0`;
