import { expect, test } from "vitest";
import { editions } from "./edition.ts";
import { type MonthReached, type QuotaMonth, simulateMonth } from "./quota-month.ts";
import { at } from "./testing.ts";

/** December 2026 has 31 nights and 23 workdays; seven of ten people work from 09:00, the others from 08:30. */
function month(people: number, more: Partial<QuotaMonth>): QuotaMonth {
  const early = Math.round(people * 0.3);
  return {
    ...{ first: "2026-12-01", last: "2026-12-31", closeOn: "2026-12-28" },
    ...{ monthlyCalls: 5000, monthlyPushes: 3000, people, eventsOn: false },
    shifts: [
      { people: people - early, punches: [at("09:00"), at("18:00")] },
      { people: early, punches: [at("08:30"), at("17:30")] },
    ],
    load: { leavesAHundred: 30, approvalTemplates: 2, approvalsADay: people / 100, checkinsADay: people / 10 },
    ...more,
  };
}

function said({ used, pulls, shared, freshness, firstPlan }: MonthReached): string {
  const { runs, reasons } = firstPlan;
  const letter = { nightly: "n", weekly: "w", "on-demand": "-" };
  const rhythms = [runs.schedules, runs.leaves, runs.results, runs.approvals, runs.checkins].map((one) => letter[one]);
  const limits = reasons.flatMap((reason) => {
    if (reason.code === "edition-too-small") return [`${reason.needs} from ${reason.from}`];
    return reason.code === "pushes-too-few" ? [`no events from ${reason.from}`] : [];
  });
  const numbers = [
    `used ${used}`,
    `pulls ${pulls}`,
    `shared ${shared}`,
    `fresh ${freshness?.median}/${freshness?.p95}`,
  ];
  return [...numbers, rhythms.join(""), ...limits].join(", ");
}

/** Nights run schedules, leaves, results, approvals and check-ins `n`ightly, `w`eekly or not at all; fresh is median/p95 in minutes. */
const table: Record<string, string> = {
  "standard, 20 people": "used 2191, pulls 1403, shared 465, fresh 3/6, nnnnn",
  "standard, 20 people, events": "used 1823, pulls 115, shared 465, fresh 1/1, nnnnn",
  "standard, 65 people": "used 3749, pulls 1403, shared 465, fresh 3/6, nnnnn",
  "standard, 65 people, events": "used 4163, pulls 115, shared 465, fresh 1/1, nnnnn",
  "standard, 300 people": "used 4995, pulls 517, shared 209, fresh 9/15, nnnnn",
  "standard, 300 people, events": "used 4995, pulls 517, shared 209, fresh 9/15, nnnnn, no events from 66",
  "standard, 2000 people": "used 4999, pulls 92, shared 203, fresh 13/439, ww-w-, professional from 875",
  "standard, 2000 people, events":
    "used 4999, pulls 92, shared 203, fresh 13/439, ww-w-, professional from 875, no events from 66",
  "professional, 20 people": "used 2191, pulls 1403, shared 465, fresh 3/6, nnnnn",
  "professional, 20 people, events": "used 1823, pulls 115, shared 465, fresh 1/1, nnnnn",
  "professional, 65 people": "used 3749, pulls 1403, shared 465, fresh 3/6, nnnnn",
  "professional, 65 people, events": "used 4163, pulls 115, shared 465, fresh 1/1, nnnnn",
  "professional, 300 people": "used 10567, pulls 1403, shared 465, fresh 3/6, nnnnn",
  "professional, 300 people, events": "used 7899, pulls 115, shared 465, fresh 1/1, nnnnn",
  "professional, 2000 people": "used 67102, pulls 1403, shared 465, fresh 3/6, nnnnn",
  "professional, 2000 people, events": "used 67102, pulls 1403, shared 465, fresh 3/6, nnnnn, no events from 1087",
  "add-on, 20 people": "used 2191, pulls 1403, shared 465, fresh 3/6, nnnnn",
  "add-on, 20 people, events": "used 1823, pulls 115, shared 465, fresh 1/1, nnnnn",
  "add-on, 65 people": "used 3749, pulls 1403, shared 465, fresh 3/6, nnnnn",
  "add-on, 65 people, events": "used 4163, pulls 115, shared 465, fresh 1/1, nnnnn",
  "add-on, 300 people": "used 10567, pulls 1403, shared 465, fresh 3/6, nnnnn",
  "add-on, 300 people, events": "used 7899, pulls 115, shared 465, fresh 1/1, nnnnn",
  "add-on, 2000 people": "used 67102, pulls 1403, shared 465, fresh 3/6, nnnnn",
  "add-on, 2000 people, events": "used 21102, pulls 115, shared 465, fresh 1/1, nnnnn",
  "50000 calls, 2000 people": "used 49942, pulls 974, shared 465, fresh 5/15, nnnnn",
  "500000 calls, 2000 people": "used 67102, pulls 1403, shared 465, fresh 3/6, nnnnn",
};

/** What a company may leave to the app of a larger edition. */
const parts = [50_000, 500_000].map((calls) => ({ name: `${calls} calls`, monthlyCalls: calls, monthlyPushes: 3000 }));

const cases = [...editions, ...parts].flatMap(({ name, monthlyCalls, monthlyPushes }) =>
  (name.endsWith("calls") ? [2000] : [20, 65, 300, 2000]).flatMap((people) =>
    (name.endsWith("calls") ? [false] : [false, true]).map((eventsOn) => ({
      title: `${name}, ${people} people${eventsOn ? ", events" : ""}`,
      month: month(people, { monthlyCalls, monthlyPushes, eventsOn }),
    })),
  ),
);

test.each(cases)("a month of $title stays within its calls with every night made", ({ title, month: one }) => {
  const reached = simulateMonth(one);
  expect(reached.used).toBeLessThanOrEqual(one.monthlyCalls);
  expect([reached.nights, reached.unseen]).toEqual([31, 0]);
  expect(said(reached)).toBe(table[title]);
});
