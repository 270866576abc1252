import type { WorkDate } from "@today/core/time/date";
import { type DayKey, keyOf } from "./arrival.ts";
import type { Database } from "./database.ts";
import { parseStored } from "./json-rows.ts";
import type { SettledWrite } from "./settled-write.ts";
import type { WorkdayBody } from "./workday.ts";

/** A day to be settled anew; `waits` when it is marked already, so that it will be settled anyway. */
export interface RebuildKey extends DayKey {
  readonly since: number;
  readonly waits: boolean;
}

// Each goes along a key and is bounded by itself, so that a page costs the same anywhere. A day of leave has a schedule.
const sources = [
  ["workday", "date"],
  ["punch", "work_date"],
  ["schedule", "work_date"],
  ["pick", "date"],
  ["split", "date"],
  ["approved_time", "date"],
].map(
  ([table, date]) =>
    `select k.person_id as personId, k.date, d.since from (select distinct person_id, ${date} as date from ${table}
         where company_id = ?1 and (person_id, ${date}) > (?2, ?3) and ${date} <= ?4 order by person_id, ${date} limit ?5) k
       left join dirty_day d on d.company_id = ?1 and d.date = k.date and d.person_id = k.person_id`,
);

/** The next days of which anything is stored, after a day, by person and date up to today. */
export async function readRebuildKeys(
  db: Database,
  companyId: string,
  { after, today, limit }: { readonly after: DayKey; readonly today: WorkDate; readonly limit: number },
): Promise<RebuildKey[]> {
  const values = [companyId, after.personId, after.date, today, limit] as const;
  const found = await db.batch(sources.map((sql) => db.prepare(sql, ...values)));
  const rows = found.flatMap(({ results }) => results as unknown as (DayKey & { since: number | null })[]);
  const days = [...new Map(rows.map((row) => [keyOf(row), row])).values()].sort(byPersonAndDate);
  return days.slice(0, limit).map(({ since, ...day }) => ({ ...day, since: since ?? 0, waits: since !== null }));
}

// As the database orders them, by code unit: the cursor must mean the same on both sides.
function byPersonAndDate(a: DayKey, b: DayKey): number {
  return compare(a.personId, b.personId) || compare(a.date, b.date);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The days whose rows of minutes by project are not those that the day itself names; `keyOf` their day. */
export async function readTornDays(
  db: Database,
  companyId: string,
  days: readonly Pick<SettledWrite, "personId" | "date" | "before">[],
): Promise<DayKey[]> {
  const rows = days.flatMap(({ personId, date, before }) => {
    const { allocations = [], approvals = [] } = parseStored<Partial<WorkdayBody>>(before?.body ?? null, {});
    return allocations.map(({ project, minutes }, n) => [project, date, personId, n, minutes, approvals[n]?.state]);
  });
  return db.all<DayKey>(
    `select distinct v.value ->> 2 as personId, v.value ->> 1 as date from json_each(?2) v where not exists
       (select 1 from allocation a where a.company_id = ?1 and a.project_id = v.value ->> 0 and a.date = v.value ->> 1
          and a.person_id = v.value ->> 2 and a.n = v.value ->> 3 and a.minutes = v.value ->> 4
          and a.state is coalesce(v.value ->> 5, a.state))`,
    ...[companyId, JSON.stringify(rows)],
  );
}
