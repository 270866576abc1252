import type { WorkDate } from "@today/core/time/date";
import type { Interval } from "@today/core/time/interval";
import { type Instant, minutesPerDay } from "@today/core/time/minutes";
import { minuteOf } from "@today/core/time/zone";
import type { Arrival, DayKey } from "./arrival.ts";
import type { Database } from "./database.ts";
import { jsonChunks } from "./json-rows.ts";

/** A leave as stored, as seen from one day; 4.5 hours are `amount` 450 with `unit` "hour". */
export interface LeaveRow extends DayKey {
  readonly fromAt: Instant;
  readonly toAt: Instant;
  readonly receivedAt: Instant;
  readonly leaveCode: string | null;
  readonly present: number;
}

/** A leave as received. `present` false says that DingTalk no longer reports it. */
export interface ReceivedLeave {
  readonly personId: string;
  readonly fromAt: Instant;
  readonly toAt: Instant;
  readonly unit: string;
  readonly amount: number;
  readonly leaveCode: string | null;
  readonly present: boolean;
}

/** All versions of leaves around days; a leave longer than 400 days is not found. */
export const leavesSql = `select l.person_id as personId, k.value ->> 1 as date, l.from_at as fromAt, l.to_at as toAt,
  l.received_at as receivedAt, l.leave_code as leaveCode, l.present
  from json_each(?2) k cross join leave l where l.company_id = ?1 and l.person_id = k.value ->> 0
    and l.from_at > (k.value ->> 2) - 34560000000 and l.from_at < k.value ->> 3 and l.to_at > k.value ->> 2`;

/** The leaves that stand: the version received last of each, unless DingTalk no longer reports it. */
export function latestLeaves(versions: readonly LeaveRow[]): LeaveRow[] {
  const latest = new Map<string, LeaveRow>();
  for (const row of versions) {
    const key = `${row.fromAt}-${row.toAt}`;
    const known = latest.get(key);
    if (known === undefined || known.receivedAt < row.receivedAt) latest.set(key, row);
  }
  return [...latest.values()].filter(({ present }) => present === 1).sort((a, b) => a.fromAt - b.fromAt);
}

/** A leave's minutes of a date's line, cut to the days around it; null when it does not touch them. */
export function leaveMinutes(leave: LeaveRow, date: WorkDate, zone: string): Interval | null {
  const start = Math.max(-minutesPerDay, minuteOf(leave.fromAt, date, zone));
  const end = Math.min(3 * minutesPerDay, minuteOf(leave.toAt, date, zone));
  return start < end ? { start, end } : null;
}

/** A leave that stands, with how many rows were ever kept of it. */
export interface KeptLeave extends ReceivedLeave {
  readonly versions: number;
}

/** The leaves of people that touch a window, those that DingTalk no longer reports among them; one longer than 400 days is not found. */
export async function readLeavesTouching(
  db: Database,
  companyId: string,
  window: { readonly personIds: readonly string[]; readonly from: Instant; readonly to: Instant },
): Promise<KeptLeave[]> {
  const rows = await db.all<Omit<KeptLeave, "present"> & { present: number }>(
    `select l.person_id as personId, l.from_at as fromAt, l.to_at as toAt, l.unit, l.amount, l.leave_code as leaveCode,
       l.present, max(l.received_at), count(*) as versions from json_each(?2) k cross join leave l on l.company_id = ?1
       and l.person_id = k.value and l.from_at > ?3 - 34560000000 and l.from_at <= ?4 and l.to_at >= ?3
     group by l.person_id, l.from_at, l.to_at`,
    ...[companyId, JSON.stringify(window.personIds), window.from, window.to],
  );
  return rows.map((row) => ({ ...row, present: row.present === 1 }));
}

const news = `with r as materialized (select value ->> 0 as person_id, value ->> 1 as from_at, value ->> 2 as to_at,
    value ->> 3 as unit, value ->> 4 as amount, value ->> 5 as leave_code, value ->> 6 as present, value ->> 7 as dates
    from json_each(?2)),
  latest as (select r.*, l.received_at as known_at, l.present as was_present, l.unit as was_unit,
    l.amount as was_amount, l.leave_code as was_code from r left join leave l
    on l.company_id = ?1 and l.person_id = r.person_id and l.from_at = r.from_at and l.to_at = r.to_at
    and l.received_at = (select max(m.received_at) from leave m where m.company_id = ?1 and m.person_id = r.person_id
      and m.from_at = r.from_at and m.to_at = r.to_at)),
  news as (select * from latest where known_at is null or present is not was_present or unit is not was_unit
    or amount is not was_amount or leave_code is not was_code)`;

const markSql = `${news}
  insert into dirty_day (company_id, date, person_id, since)
  select ?1, d.value, person_id, ?3 from news, json_each(news.dates) d where true
  on conflict do update set since = max(since + 1, excluded.since)`;

const insertSql = `${news}
  insert into leave select ?1, person_id, from_at, to_at, max(?3, coalesce(known_at + 1, 0)), unit, amount, leave_code,
    present from news`;

/** Statements that keep what changed of leaves and mark their days dirty; `datesOf` says which days a leave touches. */
export function keepLeaves(
  db: Database,
  arrival: Arrival & { readonly datesOf: (leave: ReceivedLeave) => readonly WorkDate[] },
  leaves: readonly ReceivedLeave[],
): { readonly mark: D1PreparedStatement[]; readonly insert: D1PreparedStatement[] } {
  const rows = new Map(leaves.map((leave) => [`${leave.personId}\n${leave.fromAt}\n${leave.toAt}`, leave]));
  const chunks = jsonChunks([...rows.values()].map((leave) => rowOf(leave, arrival.datesOf(leave))));
  const bind = (sql: string) => chunks.map((chunk) => db.prepare(sql, arrival.companyId, chunk, arrival.at));
  return { mark: bind(markSql), insert: bind(insertSql) };
}

function rowOf(leave: ReceivedLeave, dates: readonly WorkDate[]): unknown[] {
  const { personId, fromAt, toAt, unit, amount, leaveCode, present } = leave;
  return [personId, fromAt, toAt, unit, amount, leaveCode, present ? 1 : 0, dates];
}
