import { cadencesOf, costsOf, pullDay } from "./cadence.ts";
import { recordCalls } from "./call-cost.ts";
import { firstPulls } from "./day-pull.ts";
import { type Edition, editions } from "./edition.ts";
import { enoughRungs, type MonthAhead } from "./quota-ladder.ts";
import { loadOf, type QuotaState, workdaysOfLongMonth } from "./quota-state.ts";

const mostPeople = 1 << 20;
const nightsOfLongMonth = 31;

/** The most people of this company's kind whom a whole month's calls are enough for; 1,048,576 is no limit. */
export function peopleEnoughFor(state: QuotaState): number {
  const need = needOf(state);
  if (need(mostPeople) <= state.monthlyCalls) return mostPeople;
  let enough = 0;
  let tooMany = mostPeople;
  while (tooMany - enough > 1) {
    const middle = Math.floor((enough + tooMany) / 2);
    if (need(middle) <= state.monthlyCalls) enough = middle;
    else tooMany = middle;
  }
  return enough;
}

/** The smallest edition whose calls are enough for the company's people; null when none is. */
export function editionFor(state: QuotaState): Edition["name"] | null {
  const calls = needOf(state)(state.people);
  return editions.find(({ monthlyCalls }) => calls <= monthlyCalls)?.name ?? null;
}

/** What a long month with a close needs at least for so many people, whose shifts are mixed as now. */
function needOf(state: QuotaState): (people: number) => number {
  const { coming, shifts, batches } = state;
  const usual = coming.shifts.length > 0 ? coming.shifts : shifts;
  const first = firstPulls(usual);
  const cadences = cadencesOf({ shifts: usual, order: first }, false);
  return (people) => {
    const scaled = usual.map((shift) => ({
      ...shift,
      people: Math.ceil((shift.people * people) / Math.max(1, state.people)),
    }));
    const month: MonthAhead = {
      ...{
        nights: nightsOfLongMonth,
        weeks: 5,
        workdays: workdaysOfLongMonth,
        isWorkedToday: false,
        closes: true,
        batches,
      },
      load: { ...loadOf(state), people },
      extras: { next: 0, later: 0 },
    };
    const coming = { shifts: scaled, order: first };
    const ahead = { today: pullDay([]), progress: { now: 0, lastPull: null }, coming, workdays: workdaysOfLongMonth };
    const days = costsOf(cadences, ahead, batches);
    const rungs = enoughRungs(month, days).reduce((sum, { calls }) => sum + calls, 0);
    return rungs + nightsOfLongMonth * recordCalls(people, batches);
  };
}
