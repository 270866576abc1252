import type { TestCompany } from "@today/db/testing";

/** An allocation as settling would write it. */
export interface Booked {
  readonly project: string;
  readonly person: string;
  readonly date: string;
  readonly minutes: number;
  readonly place: string;
  readonly overtime: string | null;
  readonly state: string;
}

/** Writes allocations and marks their months. */
export async function book({ id, db }: TestCompany, bookings: readonly Booked[]): Promise<void> {
  const rows = JSON.stringify(bookings);
  await db.batch([
    db.prepare(
      `insert into allocation (company_id, project_id, date, person_id, n, minutes, basis, place, overtime, state)
       select ?1, value ->> 'project', value ->> 'date', value ->> 'person', key, value ->> 'minutes', 'site',
         value ->> 'place', value ->> 'overtime', value ->> 'state' from json_each(?2)`,
      ...[id, rows],
    ),
    db.prepare(
      `insert into stale_month select distinct ?1, value ->> 'project', substr(value ->> 'date', 1, 7) from json_each(?2)
       where true on conflict do nothing`,
      ...[id, rows],
    ),
  ]);
}
