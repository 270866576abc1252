import { dayEnd, plannedShift } from "@today/core/shift";
import { instantAt } from "@today/core/time/zone";
import { settleWorkday } from "@today/core/workday";
import type { DirtyDay } from "@today/db/dirty-day";
import type { LoadedDay } from "@today/db/facts";
import type { SettledWrite } from "@today/db/settled-day";

/** A dirty day settled from its facts, ready to be stored; null when its year's holidays are not known. */
export function settleLoaded(dirty: DirtyDay, loaded: LoadedDay): SettledWrite | null {
  const { facts, shiftName, punchVersions, settled } = loaded;
  if (facts === null) return null;
  const { date, dayKind, policy } = facts;
  const shift = plannedShift(facts.shift, dayKind);
  const overAt = instantAt(date, dayEnd(shift?.sections ?? []), policy.zone);
  const body = { overAt, dayKind, shift: shift === null ? null : { name: shiftName, ...shift } };
  return { ...dirty, punchVersions, day: settleWorkday(facts), body, before: settled };
}
