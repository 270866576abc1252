import { addDays, type WorkDate } from "@today/core/time/date";
import { type Minutes, minutesPerDay } from "@today/core/time/minutes";
import { instantAt } from "@today/core/time/zone";
import { type DuePunches, readPeopleOfShifts } from "@today/db/shift-group";
import type { Context } from "../context.ts";
import { goesOn, type KnownShift, lastOf } from "./expected-shift.ts";

interface Moment {
  readonly today: WorkDate;
  readonly now: Minutes;
}

/** Nobody of a night shift comes so long before it begins. */
const earliest: Minutes = 120;
/** Who stays longer after a night shift comes with the night's pull. */
const latest: Minutes = 240;

/** Ids of the people of some shifts who may have punched today: of night shifts those who come tonight or went this morning. */
export function peopleOfShifts(ctx: Context, shifts: readonly KnownShift[], { today, now }: Moment): Promise<string[]> {
  const comes = ({ punches }: KnownShift) => now >= (punches[0] ?? 0) - earliest;
  const goes = ({ punches }: KnownShift) => now <= lastOf(punches) - minutesPerDay + latest;
  const nights = shifts.filter(goesOn);
  const keysOf = (some: readonly KnownShift[]) => some.flatMap(({ keys }) => keys);
  return readPeopleOfShifts(ctx.db, ctx.company.id, {
    date: today,
    today: keysOf([...shifts.filter((shift) => !goesOn(shift)), ...nights.filter(comes)]),
    yesterday: keysOf(nights.filter(goes)),
  });
}

/** The punches that were due up to now, by shift, for the people who wait for theirs. */
export function punchesDue({ company }: Context, shifts: readonly KnownShift[], { today, now }: Moment): DuePunches[] {
  const dueOn = (date: WorkDate, until: Minutes) =>
    shifts.flatMap(({ keys, punches }) => {
      const at = punches.filter((minute) => minute <= until).map((minute) => instantAt(date, minute, company.zone));
      return at.length === 0 ? [] : keys.map((key) => ({ date, key, at }));
    });
  return [...dueOn(today, now), ...dueOn(addDays(today, -1), now + minutesPerDay)];
}
