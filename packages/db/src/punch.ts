import type { KeptVerdict, Punch, PunchResult } from "@today/core/punch";
import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import { type Arrival, type DayKey, keyOf } from "./arrival.ts";
import type { Database } from "./database.ts";
import { digestOf } from "./digest.ts";
import { jsonChunks, parseStored } from "./json-rows.ts";

/** A punch as stored. `type` is null on most invalid ones; coordinates are GCJ-02 degrees and go when their time is up. */
export interface PunchRow {
  readonly personId: string;
  readonly date: WorkDate;
  readonly recordId: string;
  readonly receivedAt: Instant;
  readonly at: Instant;
  readonly type: "on" | "off" | null;
  readonly valid: number;
  readonly invalidReason: string | null;
  readonly result: PunchResult | null;
  readonly sourceType: string | null;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly accuracy: number | null;
  readonly ssid: string | null;
  readonly bssid: string | null;
  readonly machine: string | null;
  readonly address: string | null;
  /** JSON of what its place was found to be before it was cleared; null when it was not. */
  readonly kept: string | null;
}

/** A punch as received, with the work date it belongs to. */
export interface ReceivedPunch extends Omit<PunchRow, "receivedAt" | "valid" | "kept"> {
  readonly valid: boolean;
  readonly locationResult: string | null;
  readonly remark: string | null;
  readonly planId: string | null;
  readonly modifiedAt: Instant | null;
}

/** All versions of the punches of days: `?2` is `[["p1", "2026-09-14"], …]`. */
export const punchesSql = `select p.person_id as personId, p.work_date as date, p.record_id as recordId,
  p.received_at as receivedAt, p.at, p.type, p.valid, p.invalid_reason as invalidReason, p.result,
  p.source_type as sourceType, p.lat, p.lng, p.accuracy, p.ssid, p.bssid, p.machine, p.address,
  case when p.lat is null then (select v.verdicts from punch_verdict v
    where v.company_id = ?1 and v.person_id = p.person_id and v.record_id = p.record_id) end as kept
  from json_each(?2) k cross join punch p
    where p.company_id = ?1 and p.person_id = k.value ->> 0 and p.work_date = k.value ->> 1`;

/** The version received last of each record, in order of time. */
export function latestPunches(versions: readonly PunchRow[]): PunchRow[] {
  const latest = new Map<string, PunchRow>();
  for (const row of versions) {
    const known = latest.get(row.recordId);
    if (known === undefined || known.receivedAt < row.receivedAt) latest.set(row.recordId, row);
  }
  return [...latest.values()].sort((a, b) => a.at - b.at || (a.recordId < b.recordId ? -1 : 1));
}

/** A stored punch in the core's words; what was kept of its place stands while there is no place. One that does not say whether it is a clock-in or a clock-out never counts. */
export function punchOf(row: PunchRow): Punch {
  const { recordId: id, at, receivedAt: arrivedAt, lat, lng, accuracy, ssid, bssid, machine, result } = row;
  const valid = row.valid === 1 && row.type !== null;
  const kept = row.kept === null || hasPlace(row) ? {} : { kept: parseStored<KeptVerdict[]>(row.kept, []) };
  return {
    id,
    at,
    arrivedAt,
    type: row.type ?? "on",
    valid,
    lat,
    lng,
    accuracy,
    ssid,
    bssid,
    machine,
    result,
    ...kept,
  };
}

/** Whether anything is there that says where a punch was made. */
export function hasPlace({ lat, lng, ssid, bssid, machine, address }: Omit<PunchRow, "valid">): boolean {
  return [lat, lng, ssid, bssid, machine, address].some((one) => one !== null);
}

/** All versions of the punches of days. */
export async function readPunchVersions(db: Database, companyId: string, days: readonly DayKey[]): Promise<PunchRow[]> {
  const rows: PunchRow[] = [];
  for (const chunk of jsonChunks(distinctDays(days)))
    rows.push(...(await db.all<PunchRow>(punchesSql, companyId, chunk)));
  return rows;
}

function distinctDays(days: readonly DayKey[]): unknown[] {
  return [...new Map(days.map((day) => [keyOf(day), [day.personId, day.date]])).values()];
}

const arrivals = `with r as materialized (select value ->> 0 as person_id, value ->> 1 as work_date,
    value ->> 2 as record_id, value ->> 3 as digest, value as v from json_each(?2)),
  latest as (select r.*, l.digest as known, l.received_at as known_at from r left join punch l
    on l.company_id = ?1 and l.person_id = r.person_id and l.work_date = r.work_date and l.record_id = r.record_id
    and l.received_at = (select max(m.received_at) from punch m where m.company_id = ?1 and m.person_id = r.person_id
      and m.work_date = r.work_date and m.record_id = r.record_id))`;

const insertSql = `${arrivals}
  insert into punch select ?1, person_id, work_date, record_id, max(?3, coalesce(known_at + 1, 0)), digest, v ->> 4,
    v ->> 5, v ->> 6, v ->> 7, v ->> 8, v ->> 9, v ->> 10, v ->> 11, v ->> 12, v ->> 13, v ->> 14, v ->> 15, v ->> 16,
    v ->> 17, v ->> 18, v ->> 19, v ->> 20
  from latest where known is not digest`;

const moveSql = `with r as materialized (select value ->> 0 as person_id, date(value ->> 1, step.days) as work_date,
    value ->> 2 as record_id from json_each(?2), (select '-1 day' as days union all select '+1 day') step)
  insert into punch (company_id, person_id, work_date, record_id, received_at, digest, at, type, valid, invalid_reason)
  select ?1, r.person_id, r.work_date, r.record_id, max(?3, l.received_at + 1), 'moved', l.at, l.type, 0, 'moved'
  from r cross join punch l on l.company_id = ?1 and l.person_id = r.person_id and l.work_date = r.work_date
    and l.record_id = r.record_id
    and l.received_at = (select max(m.received_at) from punch m where m.company_id = ?1 and m.person_id = r.person_id
      and m.work_date = r.work_date and m.record_id = r.record_id)
  where l.invalid_reason is not 'moved'`;

/**
 * Statements that keep punches: a row is added only when it says something else than the latest version of its record, and a
 * record that comes back with another work date no longer counts on the old one. `changes` of the first of each pair are news.
 */
export function keepPunches(
  db: Database,
  arrival: Arrival,
  punches: readonly ReceivedPunch[],
): { readonly insert: D1PreparedStatement[]; readonly move: D1PreparedStatement[] } {
  const latest = distinct(punches);
  const bind = (sql: string, rows: readonly unknown[]) =>
    jsonChunks(rows).map((chunk) => db.prepare(sql, arrival.companyId, chunk, arrival.at));
  const keys = latest.map(({ personId, date, recordId }) => [personId, date, recordId]);
  return { insert: bind(insertSql, latest.map(rowOf)), move: bind(moveSql, keys) };
}

function distinct(punches: readonly ReceivedPunch[]): ReceivedPunch[] {
  const last = new Map<string, ReceivedPunch>();
  for (const punch of punches) {
    const key = `${punch.personId}\n${punch.recordId}`;
    const known = last.get(key);
    if (known === undefined || (known.modifiedAt ?? 0) <= (punch.modifiedAt ?? 0)) last.set(key, punch);
  }
  return [...last.values()];
}

// DingTalk touches modifiedAt without changing anything else, so it is not part of the digest.
function rowOf(punch: ReceivedPunch): unknown[] {
  const content = [
    ...[punch.at, punch.type, punch.valid ? 1 : 0, punch.invalidReason, punch.result, punch.locationResult],
    ...[punch.sourceType, punch.lat, punch.lng, punch.accuracy, punch.ssid, punch.bssid, punch.machine],
    ...[punch.address, punch.remark, punch.planId],
  ];
  const digest = digestOf(JSON.stringify(content));
  return [punch.personId, punch.date, punch.recordId, digest, ...content, punch.modifiedAt];
}
