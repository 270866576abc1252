import type { Day } from "../company/beijing.ts";
import { type Group, shiftOn } from "../company/group.ts";
import type { Person } from "../company/person.ts";
import { SHIFTS, type Shift } from "../company/shift.ts";

/** A shift as it holds from a work date on; every edit makes one more. */
export interface ShiftEdition {
  readonly shift: Shift;
  readonly from: Day;
  readonly madeAt: number;
  readonly isDeleted: boolean;
}

/** Somebody's own shift on a day, put in by hand; null is a day off. */
export interface ScheduleEntry {
  readonly userId: string;
  readonly day: Day;
  readonly shiftId: number | null;
  readonly madeAt: number;
}

/** From this day on somebody is in another group than before. */
export interface GroupMove {
  readonly userId: string;
  readonly from: Day;
  readonly before: Group;
}

/** Every edit of shifts and schedules, oldest first. */
export interface ShiftBook {
  readonly editions: readonly ShiftEdition[];
  readonly entries: ReadonlyMap<string, readonly ScheduleEntry[]>;
  readonly moves: readonly GroupMove[];
}

export const FIRST_EDITIONS: readonly ShiftEdition[] = SHIFTS.map((shift) => ({
  shift,
  from: 0,
  madeAt: 0,
  isDeleted: false,
}));

/** The key of somebody's day in the book. */
export function entryKey(userId: string, day: Day): string {
  return `${userId} ${day}`;
}

/** The shift due on a day by what was known at an instant; nothing before somebody was hired. */
export function shiftDue(
  book: ShiftBook,
  person: Person,
  { day, knownAt }: { day: Day; knownAt: number },
): Shift | null {
  if (day < person.hiredOn) return null;
  const own = book.entries.get(entryKey(person.userId, day))?.findLast(({ madeAt }) => madeAt <= knownAt);
  if (own) return own.shiftId === null ? null : editionOn(book, own.shiftId, { day, knownAt });
  const move = book.moves.find(({ userId, from }) => userId === person.userId && day < from);
  const shift = shiftOn(move?.before ?? person.group, day, person.index);
  return shift && editionOn(book, shift.id, { day, knownAt });
}

/** The newest edition of a shift, deleted or not. */
export function newestEdition(book: ShiftBook, shiftId: number): ShiftEdition | undefined {
  return book.editions.findLast(({ shift }) => shift.id === shiftId);
}

/** What can be chosen today: the newest edition of each shift that was not deleted. */
export function currentShifts(book: ShiftBook): Shift[] {
  const ids = [...new Set(book.editions.map(({ shift }) => shift.id))];
  return ids.flatMap((id) => {
    const edition = newestEdition(book, id);
    return edition && !edition.isDeleted ? [edition.shift] : [];
  });
}

function editionOn({ editions }: ShiftBook, id: number, { day, knownAt }: { day: Day; knownAt: number }): Shift | null {
  const found = editions.findLast(({ shift, from, madeAt }) => shift.id === id && from <= day && madeAt <= knownAt);
  return found?.shift ?? editions.find(({ shift }) => shift.id === id)?.shift ?? null;
}
