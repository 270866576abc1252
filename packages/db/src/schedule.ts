import type { Shift } from "@today/core/shift";
import type { Instant } from "@today/core/time/minutes";
import { type Arrival, byDay, type DayKey, groupRows } from "./arrival.ts";
import type { Database } from "./database.ts";
import { jsonChunks, parseStored } from "./json-rows.ts";

/** A schedule as stored; `shift` is the JSON of a `Shift`, null on a day without one. */
export interface ScheduleRow extends DayKey {
  readonly receivedAt: Instant;
  readonly shiftId: string | null;
  readonly shiftName: string | null;
  readonly shift: string | null;
}

/** What DingTalk says of one work date: a shift, rest (`shift` null), or with `mentioned` false nothing at all. */
export interface ReceivedSchedule extends DayKey {
  readonly shiftId: string | null;
  readonly version: string | null;
  readonly shiftName: string | null;
  readonly shift: Shift | null;
  readonly mentioned: boolean;
}

/** All versions of the schedules of days. */
export const schedulesSql = `select s.person_id as personId, s.work_date as date, s.received_at as receivedAt,
  s.shift_id as shiftId, s.shift_name as shiftName, s.shift
  from json_each(?2) k cross join schedule s
    where s.company_id = ?1 and s.person_id = k.value ->> 0 and s.work_date = k.value ->> 1`;

/** The version received last. */
export function latestSchedule(versions: readonly ScheduleRow[]): ScheduleRow | null {
  return versions.reduce<ScheduleRow | null>(
    (latest, row) => (latest === null || row.receivedAt > latest.receivedAt ? row : latest),
    null,
  );
}

/** The stored shift in the core's words. */
export function shiftOf(row: ScheduleRow | null): Shift | null {
  return parseStored<Shift | null>(row?.shift ?? null, null);
}

/** Shifts of people on dates, for the work date of punches that came without one. */
export async function readShifts(
  db: Database,
  companyId: string,
  days: readonly DayKey[],
): Promise<(DayKey & { readonly shift: Shift | null })[]> {
  const rows: ScheduleRow[] = [];
  for (const chunk of jsonChunks(days.map(({ personId, date }) => [personId, date]))) {
    rows.push(...(await db.all<ScheduleRow>(schedulesSql, companyId, chunk)));
  }
  const groups = byDay(rows);
  return [...groups.values()].flatMap((versions) => {
    const latest = latestSchedule(versions);
    return latest === null ? [] : [{ personId: latest.personId, date: latest.date, shift: shiftOf(latest) }];
  });
}

// A date of which DingTalk says nothing is news only after it said something, so those are looked for among what is kept:
// `?4` is `[["2026-09-14 2026-09-15", ["p1", …]], …]`.
const news = `with r as materialized (select value ->> 0 as person_id, value ->> 1 as work_date, value ->> 2 as digest,
    value as v from json_each(?2)),
  latest as (select r.*, l.digest as known, l.received_at as known_at from r left join schedule l
    on l.company_id = ?1 and l.person_id = r.person_id and l.work_date = r.work_date and l.received_at =
      (select max(m.received_at) from schedule m where m.company_id = ?1 and m.person_id = r.person_id
        and m.work_date = r.work_date)),
  silent as materialized (select p.value as person_id, g.value ->> 0 as dates
    from json_each(?4) g cross join json_each(g.value, '$[1]') p),
  news as (select person_id, work_date, digest, v, known_at from latest where known is not digest
    union all
    select l.person_id, l.work_date, 'none', null, l.received_at from silent s cross join schedule l
      on l.company_id = ?1 and l.person_id = s.person_id
        and l.work_date between substr(s.dates, 1, 10) and substr(s.dates, -10)
      where instr(s.dates, l.work_date) > 0 and l.digest <> 'none' and l.received_at =
        (select max(m.received_at) from schedule m where m.company_id = ?1 and m.person_id = l.person_id
          and m.work_date = l.work_date))`;

const markSql = `${news}
  insert into dirty_day (company_id, date, person_id, since) select ?1, work_date, person_id, ?3 from news where true
  on conflict do update set since = max(since + 1, excluded.since)`;

const insertSql = `${news}
  insert into schedule select ?1, person_id, work_date, max(?3, coalesce(known_at + 1, 0)), digest, v ->> 3, v ->> 4,
    v ->> 5 from news`;

/** Statements that keep what changed of the schedules and mark those days dirty. */
export function keepSchedules(
  db: Database,
  arrival: Arrival,
  schedules: readonly ReceivedSchedule[],
): { readonly mark: D1PreparedStatement[]; readonly insert: D1PreparedStatement[] } {
  const mentioned = jsonChunks(schedules.filter((one) => one.mentioned).map(rowOf));
  const silent = jsonChunks(silentDates(schedules.filter((one) => !one.mentioned)));
  const chunks = Array.from({ length: Math.max(mentioned.length, silent.length) }, (_, n) => n);
  const bind = (sql: string) =>
    chunks.map((n) => db.prepare(sql, arrival.companyId, mentioned[n] ?? "[]", arrival.at, silent[n] ?? "[]"));
  return { mark: bind(markSql), insert: bind(insertSql) };
}

/** People by the dates, in order, of which nothing was said: mostly the same for all of them. */
function silentDates(days: readonly DayKey[]): [dates: string, people: string[]][] {
  const dates = groupRows(days, ({ personId }) => personId);
  const rows = [...dates].map(([personId, own]) => ({
    personId,
    dates: own
      .map(({ date }) => date)
      .sort()
      .join(" "),
  }));
  const groups = groupRows(rows, (row) => row.dates);
  return [...groups].map(([text, people]) => [text, people.map(({ personId }) => personId)]);
}

function rowOf(one: ReceivedSchedule): unknown[] {
  const shift = one.shift === null ? null : JSON.stringify(one.shift);
  return [one.personId, one.date, digestOf(one), one.shiftId, one.shiftName, shift];
}

function digestOf({ shift, shiftId, version, shiftName }: ReceivedSchedule): string {
  if (shift === null) return "rest";
  // Of a shift that DingTalk did not tell only the day's points are known: it may be told later.
  return shiftName === null ? `${shiftId}:${version}:${JSON.stringify(shift)}` : `${shiftId}:${version}`;
}
