import type { Shift } from "@today/core/shift";
import { addDays, type WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { parseStored } from "./json-rows.ts";

/** The people who are there and have the same shift on a date; `shift` is null on a day off. */
export interface ShiftGroup {
  readonly date: WorkDate;
  /** Names shift and version; `unknownShift` of people of whom nothing was asked for the date yet. */
  readonly key: string;
  readonly shift: Shift | null;
  readonly people: number;
}

/** The key of a date of which nothing is known. */
export const unknownShift = "?";

const keyOn = (
  date: string,
) => `coalesce((select s.digest from schedule s where s.company_id = ?1 and s.person_id = p.id
  and s.work_date = ${date} order by s.received_at desc limit 1), '${unknownShift}')`;

/** How many people have which shift on each of some dates. */
export async function readShiftGroups(
  db: Database,
  companyId: string,
  dates: readonly WorkDate[],
): Promise<ShiftGroup[]> {
  const rows = await db.all<Omit<ShiftGroup, "shift"> & { shift: string | null }>(
    `select d.value as date, coalesce(s.digest, '${unknownShift}') as key, max(s.shift) as shift, count(*) as people
      from person p cross join json_each(?2) d
      left join schedule s on s.company_id = ?1 and s.person_id = p.id and s.work_date = d.value
        and s.received_at = (select max(l.received_at) from schedule l where l.company_id = ?1
          and l.person_id = p.id and l.work_date = d.value)
      where p.company_id = ?1 and p.active = 1 group by 1, 2 order by 1, 2`,
    ...[companyId, JSON.stringify(dates)],
  );
  return rows.map(({ shift, ...row }) => ({ ...row, shift: parseStored<Shift | null>(shift, null) }));
}

/** Keys of shifts by the date on which they began: a night shift of yesterday still has punches today. */
export interface WantedShifts {
  readonly date: WorkDate;
  readonly today: readonly string[];
  readonly yesterday: readonly string[];
}

/** Ids of the people who are there and have one of these shifts, in order. */
export async function readPeopleOfShifts(db: Database, companyId: string, wanted: WantedShifts): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    `select p.id from person p where p.company_id = ?1 and p.active = 1
      and (${keyOn("?2")} in (select value from json_each(?3))
        or (?5 <> '[]' and ${keyOn("?4")} in (select value from json_each(?5)))) order by p.id`,
    ...[companyId, wanted.date, JSON.stringify(wanted.today)],
    ...[addDays(wanted.date, -1), JSON.stringify(wanted.yesterday)],
  );
  return rows.map(({ id }) => id);
}

/** A shift of a date with the instants, up to now, at which its punches were due. */
export interface DuePunches {
  readonly date: WorkDate;
  readonly key: string;
  readonly at: readonly Instant[];
}

/** Ids of the people whose expected punches wait longest to be pulled, the one who asks first; the others by their last pull. */
export async function readStalestPeople(
  db: Database,
  companyId: string,
  wanted: { readonly first: string; readonly limit: number; readonly due: readonly DuePunches[] },
): Promise<string[]> {
  const due = wanted.due.map(({ date, key, at }) => [date, key, at]);
  const rows = await db.all<{ id: string }>(
    `with due as materialized (select g.value ->> 0 as date, g.value ->> 1 as key, i.value as at
      from json_each(?4) g, json_each(g.value, '$[2]') i)
     select p.id, (select min(d.at) from due d where d.at > p.pulled_at and d.key = ${keyOn("d.date")}) as since
      from person p where p.company_id = ?1 and p.active = 1
      order by p.id <> ?2, since is null, since, p.pulled_at, p.id limit ?3`,
    ...[companyId, wanted.first, wanted.limit, JSON.stringify(due)],
  );
  return rows.map(({ id }) => id);
}
