import type { DayDifference } from "@today/core/reconciliation";
import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import type { Arrival, DayKey } from "./arrival.ts";
import type { Database } from "./database.ts";
import { jsonChunks, parseStored } from "./json-rows.ts";

/** A difference as found, with what both sides rest on. */
export interface FoundDifference extends DayKey, DayDifference {
  readonly facts: object;
}

/** Active people whose days up to a date were not compared, those longest ago first. */
export async function readUnreconciled(
  db: Database,
  companyId: string,
  wanted: { readonly upTo: WorkDate; readonly from: WorkDate; readonly limit: number },
): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    `select p.id from person p left join reconciled r on r.company_id = ?1 and r.person_id = p.id
     where p.company_id = ?1 and p.active = 1 and (r.to_date is null or r.to_date < ?2 or r.from_date > ?3)
     order by r.at is not null, r.at, p.id limit ?4`,
    ...[companyId, wanted.upTo, wanted.from, wanted.limit],
  );
  return rows.map(({ id }) => id);
}

/** Statements that keep what differs of people's days of a range, and that what no longer differs was mended. */
export function keepDifferences(
  db: Database,
  arrival: Arrival,
  compared: {
    readonly people: readonly string[];
    readonly from: WorkDate;
    readonly to: WorkDate;
    readonly found: readonly FoundDifference[];
  },
): D1PreparedStatement[] {
  const { people, from, to, found } = compared;
  const rows = found.map(({ personId, date, figure, ours, theirs, facts }) => [
    ...[personId, date, figure, ours, theirs, JSON.stringify(facts)],
  ]);
  const keys = JSON.stringify(found.map(({ personId, date, figure }) => `${personId}\n${date}\n${figure}`));
  const names = JSON.stringify(people);
  return [
    db.prepare(
      `update difference set state = 'mended', changed_at = ?5, changed_by = 'today'
       where company_id = ?1 and state = 'open' and date between ?3 and ?4
         and person_id in (select value from json_each(?2))
         and person_id || char(10) || date || char(10) || figure not in (select value from json_each(?6))`,
      ...[arrival.companyId, names, from, to, arrival.at, keys],
    ),
    ...jsonChunks(rows).map((chunk) =>
      db.prepare(
        `insert into difference (company_id, person_id, date, figure, ours, theirs, facts, state, found_at, changed_at)
         select ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, 'open', ?3, ?3
         from json_each(?2) where true
         on conflict do update set ours = excluded.ours, theirs = excluded.theirs, facts = excluded.facts,
           changed_at = excluded.changed_at, changed_by = null, reason = null, state = 'open'
         where (ours, theirs) is not (excluded.ours, excluded.theirs) or state = 'mended'`,
        ...[arrival.companyId, chunk, arrival.at],
      ),
    ),
    db.prepare(
      `insert into reconciled (company_id, person_id, from_date, to_date, at)
       select ?1, value, ?3, ?4, ?5 from json_each(?2) where true
       on conflict do update set from_date = excluded.from_date, to_date = excluded.to_date, at = excluded.at`,
      ...[arrival.companyId, names, from, to, arrival.at],
    ),
  ];
}

/** The report's columns as kept, at most a month old; null when they are to be asked. */
export async function readReportColumns<Column>(
  db: Database,
  companyId: string,
  since: Instant,
): Promise<readonly Column[] | null> {
  const rows = await db.all<{ columns: string }>(
    "select columns from report_column where company_id = ?1 and asked_at >= ?2",
    ...[companyId, since],
  );
  const kept = parseStored<readonly Column[]>(rows[0]?.columns ?? null, []);
  return kept.length === 0 ? null : kept;
}

/** A statement that keeps the report's columns. */
export function keepReportColumns(db: Database, arrival: Arrival, columns: readonly unknown[]): D1PreparedStatement {
  return db.prepare(
    `insert into report_column (company_id, columns, asked_at) values (?1, ?2, ?3)
     on conflict do update set columns = excluded.columns, asked_at = excluded.asked_at`,
    ...[arrival.companyId, JSON.stringify(columns), arrival.at],
  );
}

/** How the comparison stands: how many people were compared since an instant, and how many differences are open. */
export async function countReconciled(
  db: Database,
  companyId: string,
  since: Instant,
): Promise<{
  readonly people: number;
  readonly reconciled: number;
  readonly open: number;
  readonly last: Instant | null;
}> {
  const rows = await db.all<{ people: number; reconciled: number; open: number; last: Instant | null }>(
    `select (select count(*) from person where company_id = ?1 and active = 1) as people,
       (select count(*) from reconciled where company_id = ?1 and at >= ?2) as reconciled,
       (select count(*) from difference where company_id = ?1 and state = 'open') as open,
       (select max(at) from reconciled where company_id = ?1) as last`,
    ...[companyId, since],
  );
  return rows[0] ?? { people: 0, reconciled: 0, open: 0, last: null };
}
