import type { Shift } from "@today/core/shift";
import type { WorkDate } from "@today/core/time/date";
import type { Instant, Minutes } from "@today/core/time/minutes";
import type { Arrival, DayKey } from "./arrival.ts";
import type { Database } from "./database.ts";

/** By how many minutes a flexible shift lay later on a day than planned; negative for earlier. */
export interface ShiftMove extends DayKey {
  readonly minutes: Minutes;
}

/** A move as stored. */
export interface ShiftMoveRow extends ShiftMove {
  readonly receivedAt: Instant;
}

/** All versions of the moves of days. */
export const shiftMovesSql = `select m.person_id as personId, m.work_date as date, m.received_at as receivedAt, m.minutes
  from json_each(?2) k cross join shift_move m
    where m.company_id = ?1 and m.person_id = k.value ->> 0 and m.work_date = k.value ->> 1`;

/** The shift as it lay on that day: the move received last holds. */
export function movedShift(shift: Shift | null, moves: readonly ShiftMoveRow[]): Shift | null {
  const last = moves.reduce<ShiftMoveRow | null>(
    (latest, row) => (latest === null || row.receivedAt > latest.receivedAt ? row : latest),
    null,
  );
  if (shift === null || last === null || last.minutes === 0) return shift;
  const by = last.minutes;
  const sections = shift.sections.map(({ start, end }) => ({ start: start + by, end: end + by }));
  return { sections, breaks: shift.breaks };
}

/** The moves that hold of people's days within a range, both dates included; days without any are not listed. */
export async function readShiftMoves(
  db: Database,
  companyId: string,
  wanted: { readonly personIds: readonly string[]; readonly from: WorkDate; readonly to: WorkDate },
): Promise<ShiftMove[]> {
  return db.all<ShiftMoveRow>(
    `select m.person_id as personId, m.work_date as date, m.minutes, max(m.received_at) as receivedAt
     from json_each(?2) k cross join shift_move m on m.company_id = ?1 and m.person_id = k.value
       and m.work_date between ?3 and ?4 group by m.person_id, m.work_date`,
    ...[companyId, JSON.stringify(wanted.personIds), wanted.from, wanted.to],
  );
}

/** A statement that keeps moves that are news; a repeat at the same instant changes nothing. */
export function keepShiftMoves(db: Database, arrival: Arrival, moves: readonly ShiftMove[]): D1PreparedStatement {
  const rows = moves.map(({ personId, date, minutes }) => [personId, date, minutes]);
  return db.prepare(
    `insert into shift_move (company_id, person_id, work_date, received_at, minutes)
     select ?1, value ->> 0, value ->> 1, ?3, value ->> 2 from json_each(?2) where true on conflict do nothing`,
    ...[arrival.companyId, JSON.stringify(rows), arrival.at],
  );
}
