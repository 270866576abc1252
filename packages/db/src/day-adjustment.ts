import type { DayKey } from "./arrival.ts";
import type { Database } from "./database.ts";
import type { AdjustmentRow } from "./period-sheet.ts";

type StoredRow = Omit<AdjustmentRow, "person" | "parts"> & {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly parts: string;
};

/** What was booked about one person's closed day, in order. */
export async function readDayAdjustments(db: Database, companyId: string, day: DayKey): Promise<AdjustmentRow[]> {
  const rows = await db.all<StoredRow>(
    `select q.id, q.name, q.title, a.date, a.booked_on as bookedOn, a.at, a.counted, a.attended,
       a.overtime_approved as overtimeApproved, a.unassigned, a.parts
     from adjustment a join person q on q.company_id = ?1 and q.id = a.person_id
     where a.company_id = ?1 and a.person_id = ?2 and a.date = ?3 order by a.n`,
    ...[companyId, day.personId, day.date],
  );
  return rows.map(({ id, name, title, parts, ...row }) => ({
    ...row,
    person: { id, name, title },
    parts: JSON.parse(parts),
  }));
}
