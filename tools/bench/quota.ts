import { callsOf, dingtalkBatches } from "../../packages/core/src/call-cost.ts";
import { type Edition, editions } from "../../packages/core/src/edition.ts";
import { type MonthReached, simulateMonth } from "../../packages/core/src/quota-month.ts";

/** A month of so many people in the smallest edition that is enough, or in the largest: what the plan uses and reaches. */
export interface PlannedMonth {
  readonly people: number;
  readonly edition: Edition["name"];
  readonly used: number;
  /** Calls of a plan that asks every night for each person by himself. */
  readonly naive: number;
  readonly freshness: MonthReached["freshness"];
}

const SIZES = [20, 65, 300, 2000];
const NIGHTS = 31;
const NINE = 540;
const SIX = 1080;
const KINDS = ["records", "results", "schedules", "leaves"] as const;

/** December 2026, with a close: a whole month on the planner for 20, 65, 300 and 2,000 people, beside the naive plan. */
export function plannedMonths(): PlannedMonth[] {
  return SIZES.map((people) => {
    const tried = editions.map(({ name, monthlyCalls, monthlyPushes }) => {
      const month = monthOf(people, { monthlyCalls, monthlyPushes });
      return { edition: name, reached: simulateMonth(month) };
    });
    const isEnough = ({ reached }: { readonly reached: MonthReached }) =>
      !reached.firstPlan.reasons.some(({ code }) => code === "edition-too-small");
    const { edition, reached } = tried.find(isEnough) ?? { edition: "add-on" as const, reached: tried[2]?.reached };
    if (reached === undefined) throw new Error("There is no edition");
    return { people, edition, used: reached.used, naive: naiveCalls(people), freshness: reached.freshness };
  });
}

function monthOf(people: number, calls: { readonly monthlyCalls: number; readonly monthlyPushes: number }) {
  return {
    ...{ first: "2026-12-01", last: "2026-12-31", closeOn: "2026-12-28", eventsOn: false, people, ...calls },
    shifts: [{ people, punches: [NINE, SIX] }],
    load: { leavesAHundred: 30, approvalTemplates: 2, approvalsADay: people / 100, checkinsADay: people / 10 },
  };
}

function naiveCalls(people: number): number {
  const load = { people: 1, points: 2, leavesAHundred: 30, approvalTemplates: 0, approvalsADay: 0, checkinsADay: 0 };
  const aNight = KINDS.map((kind) => callsOf(kind, load, { days: 1, workdays: 1 }, dingtalkBatches));
  return people * NIGHTS * aNight.reduce((sum, calls) => sum + calls, 0);
}
