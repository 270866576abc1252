import { stateOf } from "@today/core/approval";
import { type Choice, reviewDay } from "@today/core/review";
import { dayEnd, plannedShift } from "@today/core/shift";
import { instantAt } from "@today/core/time/zone";
import { type DayFacts, type SettledDay, settleWorkday } from "@today/core/workday";
import type { DayReview, StoredDecision } from "@today/db/day-review";
import type { DirtyDay } from "@today/db/dirty-day";
import type { LoadedDay } from "@today/db/facts";
import type { SettledWrite } from "@today/db/settled-write";
import type { StoredApproval } from "@today/db/workday";

/** A dirty day settled from its facts, ready to be stored; null when its year's holidays are not known. */
export function settleLoaded(dirty: DirtyDay, loaded: LoadedDay, beside: DayReview): SettledWrite | null {
  const { facts, shiftName, punchVersions, settled } = loaded;
  if (facts === null) return null;
  const { date, dayKind, policy } = facts;
  const shift = plannedShift(facts.shift, dayKind);
  const overAt = instantAt(date, dayEnd(shift?.sections ?? []), policy.zone);
  const body = { overAt, dayKind, shift: shift === null ? null : { name: shiftName, ...shift } };
  const day = settleWorkday(facts);
  const approvals = approvalsOf(day, { facts, loaded, decisions: beside.decisions });
  const { closed, adjustments } = beside;
  return { ...dirty, punchVersions, day, body, approvals, before: settled, closed, adjustments };
}

interface Judged {
  readonly facts: DayFacts;
  readonly loaded: LoadedDay;
  readonly decisions: readonly StoredDecision[];
}

/** How each allocation of a settled day stands with its project's manager. */
export function approvalsOf(day: SettledDay, { facts, loaded, decisions }: Judged): StoredApproval[] {
  const { dayKind, policy } = facts;
  const { tolerance } = loaded.rules;
  const reviews = reviewDay({ day, dayKind, choices: choicesOf(loaded), tolerance, policy });
  return day.allocations.map((allocation, n) => {
    const approval = stateOf(allocation, reviews?.[n] ?? null, decisions);
    const said = decisions.findLast(({ project, verdict }) => project === allocation.project && verdict === "rejected");
    return { ...approval, returned: approval.state === "rejected" ? (said?.reason ?? null) : null };
  });
}

function choicesOf({ personId, picks, split }: LoadedDay): Choice[] {
  const made = split === null ? [] : [{ id: "split", ...split }];
  return [...picks, ...made].map(({ id, madeAt, madeBy, channel }) => {
    return { fact: id, madeAt, byOther: madeBy !== personId || channel === "request" };
  });
}
