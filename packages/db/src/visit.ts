import type { WorkDate } from "@today/core/time/date";
import type { Instant, Minutes } from "@today/core/time/minutes";
import type { Arrival } from "./arrival.ts";
import type { Database } from "./database.ts";
import { jsonChunks, parseStored } from "./json-rows.ts";
import { holds, holdsOn, manages, type Reader, readerValues } from "./role.ts";

/** A check-in as received; coordinates are GCJ-02 degrees and go when their time is up. */
export interface ReceivedVisit {
  readonly personId: string;
  readonly at: Instant;
  /** The calendar day and its minute in the company's zone. */
  readonly date: WorkDate;
  readonly minute: Minutes;
  readonly place: string | null;
  readonly address: string | null;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly remark: string | null;
  readonly visited: string | null;
  readonly photos: readonly string[];
}

/** A check-in as readers see it, never with its coordinates. */
export interface Visit extends Pick<ReceivedVisit, "at" | "date" | "place" | "remark" | "visited" | "photos"> {
  readonly personId: string;
  readonly name: string;
  readonly title: string | null;
  /** The project it was for: the one that has the hours of that minute, or the person's only one with check-ins; null when that is not clear. */
  readonly project: string | null;
}

/** Statements that keep check-ins; one kept before stays as it is. */
export function keepVisits(db: Database, arrival: Arrival, visits: readonly ReceivedVisit[]): D1PreparedStatement[] {
  const rows = visits.map(({ personId, at, date, minute, place, address, lat, lng, remark, visited, photos }) => [
    ...[personId, at, date, minute, place, address, lat, lng, remark, visited, JSON.stringify(photos)],
  ]);
  return jsonChunks(rows).map((chunk) =>
    db.prepare(
      `insert into visit select ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, ?3, value ->> 4, value ->> 5,
         value ->> 6, value ->> 7, value ->> 8, value ->> 9, value ->> 10 from json_each(?2) where true on conflict do nothing`,
      ...[arrival.companyId, chunk, arrival.at],
    ),
  );
}

/** Which check-ins: of a range of days, both included, of one person or project when they are named, after a place in the list. */
export interface VisitQuery {
  readonly from: WorkDate;
  readonly to: WorkDate;
  readonly person: string | null;
  readonly project: string | null;
  readonly after: readonly [at: string, personId: string] | null;
  readonly limit: number;
}

/**
 * Check-ins in order of time, as far as a reader may see them: their own, HR all, managers those for their projects and those of
 * their people that may be for them.
 */
export async function readVisits(db: Database, reader: Reader, query: VisitQuery): Promise<Visit[]> {
  const { from, to, person, project, after, limit } = query;
  const rows = await db.all<Omit<Visit, "photos"> & { photos: string }>(
    listSql,
    ...[...readerValues(reader), from, to, person, project, Number(after?.[0] ?? 0), after?.[1] ?? "", limit],
  );
  return rows.map((row) => ({ ...row, photos: parseStored<string[]>(row.photos, []) }));
}

/** The projects with check-ins that somebody belongs to on the day of the visit. */
const own = `from visiting w cross join project_member m on m.company_id = ?1 and m.person_id = v.person_id
    and m.project_id = w.project_id
  where w.company_id = ?1 and ${holdsOn("m", "v.date")}`;

/** The project of the line's part that holds the visit's minute. */
const counted = `(select part.value ->> 'project' from workday d, json_each(d.body, '$.line') part
  where d.company_id = ?1 and d.person_id = v.person_id and d.date = v.date
    and v.minute >= part.value ->> 'start' and v.minute < part.value ->> 'end' limit 1)`;

const listSql = `with f as (select v.*, coalesce((select w.project_id ${own} and w.project_id = ${counted}),
      (select iif(count(*) = 1, max(w.project_id), null) ${own})) as project
    from visit v where v.company_id = ?1 and v.date between ?4 and ?5 and (?6 is null or v.person_id = ?6)
      and (v.at, v.person_id) > (?8, ?9))
  select v.person_id as personId, p.name, p.title, v.at, v.date, v.place, v.remark, v.visited, v.photos, v.project
  from f v cross join person p on p.company_id = ?1 and p.id = v.person_id
  where (v.person_id = ?2 or ${holds("hr")} or (v.project is not null and ${manages("v.project")})
      or (v.project is null and exists (select 1 ${own} and ${manages("w.project_id")})))
    and (?7 is null or v.project = ?7)
  order by v.at, v.person_id limit ?10`;
