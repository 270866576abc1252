import type { Interval } from "@today/core/time/interval";
import type { Instant, Minutes } from "@today/core/time/minutes";
import type { Arrival, DayKey } from "./arrival.ts";
import type { Database } from "./database.ts";
import { jsonChunks } from "./json-rows.ts";

/** Overtime or a trip that was granted on a day, or taken back with `present` 0; minutes of the day's line. */
export interface ApprovedTimeRow extends DayKey {
  readonly id: string;
  readonly receivedAt: Instant;
  readonly kind: "overtime" | "trip";
  readonly start: Minutes;
  readonly end: Minutes;
  readonly lieu: number;
  /** Who granted it: somebody in the app, or an approval at DingTalk. */
  readonly source: "app" | "dingtalk";
  readonly present: number;
}

/** All versions of what was granted on days. */
export const approvedTimesSql = `select g.person_id as personId, g.date, g.id, g.received_at as receivedAt, g.kind,
  g.start_minute as start, g.end_minute as "end", g.lieu, g.source, g.present
  from json_each(?2) k cross join approved_time g
    where g.company_id = ?1 and g.person_id = k.value ->> 0 and g.date = k.value ->> 1`;

/** What stands of one kind: the version received last of each, unless it was taken back. */
export function standingTimes(versions: readonly ApprovedTimeRow[], kind: ApprovedTimeRow["kind"]): Interval[] {
  return latestTimes(versions)
    .filter((row) => row.kind === kind)
    .map(({ start, end }) => ({ start, end }));
}

/** What stands of what was granted, in order of time. */
export function latestTimes(versions: readonly ApprovedTimeRow[]): ApprovedTimeRow[] {
  const latest = new Map<string, ApprovedTimeRow>();
  for (const row of versions) {
    const known = latest.get(row.id);
    if (known === undefined || known.receivedAt <= row.receivedAt) latest.set(row.id, row);
  }
  return [...latest.values()].filter(({ present }) => present === 1).sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A time that an approval at DingTalk grants; its id begins with the approval's. */
export interface GrantedTime extends DayKey {
  readonly id: string;
  readonly kind: ApprovedTimeRow["kind"];
  readonly start: Minutes;
  readonly end: Minutes;
  readonly lieu: boolean;
}

/** What stands now of what approvals granted; an id of a time is `approval/part`. */
export async function readGrantedBy(
  db: Database,
  companyId: string,
  approvalIds: readonly string[],
): Promise<GrantedTime[]> {
  const rows = await db.all<Omit<GrantedTime, "lieu"> & { lieu: number; present: number }>(
    `select g.person_id as personId, g.date, g.id, g.kind, g.start_minute as start, g.end_minute as "end", g.lieu, g.present
     from json_each(?2) k cross join approved_time g indexed by approved_time_approval
       on g.company_id = ?1 and g.id >= k.value || '/' and g.id < k.value || '0'
     where g.received_at = (select max(l.received_at) from approved_time l where l.company_id = ?1
       and l.person_id = g.person_id and l.date = g.date and l.id = g.id) and g.present = 1`,
    ...[companyId, JSON.stringify(approvalIds)],
  );
  return rows.map(({ present: _, ...row }) => ({ ...row, lieu: row.lieu === 1 }));
}

/** Statements that grant times and take others back: only what changes is a new row, of people who are known. */
export function keepGranted(
  db: Database,
  arrival: Arrival,
  change: { readonly grant: readonly GrantedTime[]; readonly takeBack: readonly GrantedTime[] },
): D1PreparedStatement[] {
  const rowOf = (time: GrantedTime, present: 0 | 1) => [
    ...[time.personId, time.date, time.id, time.kind, time.start, time.end, time.lieu ? 1 : 0, present],
  ];
  const rows = [...change.takeBack.map((time) => rowOf(time, 0)), ...change.grant.map((time) => rowOf(time, 1))];
  return jsonChunks(rows).map((chunk) =>
    db.prepare(
      `with r as materialized (select value ->> 0 as person_id, value ->> 1 as date, value ->> 2 as id, value ->> 3 as kind,
         value ->> 4 as s, value ->> 5 as e, value ->> 6 as lieu, value ->> 7 as present from json_each(?2))
       insert into approved_time (company_id, person_id, date, id, received_at, kind, start_minute, end_minute, lieu, source,
         present)
       select ?1, r.person_id, r.date, r.id, max(?3, coalesce(k.received_at + 1, 0)), r.kind, r.s, r.e, r.lieu, 'dingtalk',
         r.present
       from r join person p on p.company_id = ?1 and p.id = r.person_id
         left join approved_time k on k.company_id = ?1 and k.person_id = r.person_id and k.date = r.date and k.id = r.id
           and k.received_at = (select max(l.received_at) from approved_time l where l.company_id = ?1
             and l.person_id = r.person_id and l.date = r.date and l.id = r.id)
       where case when k.id is null then r.present = 1 else (k.kind, k.start_minute, k.end_minute, k.lieu, k.present)
         is not (r.kind, r.s, r.e, r.lieu, r.present) end`,
      ...[arrival.companyId, chunk, arrival.at],
    ),
  );
}
