import fc from "fast-check";
import { expect, test } from "vitest";
import { budgetLevels, crossed, forecastBudget, type Spending } from "./budget.ts";

const forecast = (more: Partial<Spending>) =>
  forecastBudget({ weeks: [600, 600, 600, 600], remaining: 1200, today: "2026-09-14", plannedEnd: null, ...more });

test("a level is raised once it is reached, and only once", () => {
  const at = (used: number, raised: number[] = []) => crossed({ used, budget: 481, raised }).raise;
  expect([at(240), at(241)]).toEqual([[], [50]]);
  expect(at(241, [50])).toEqual([]);
  expect([at(480, [50]), at(481, [50]), at(9000)]).toEqual([
    [75, 90],
    [75, 90, 100],
    [50, 75, 90, 100],
  ]);
});

test("a raised level that is not reached any more may be raised again", () => {
  expect(crossed({ used: 740, budget: 1000, raised: [50, 75, 90] })).toEqual({ raise: [], rearm: [75, 90] });
  expect(crossed({ used: 750, budget: 1000, raised: [50, 75] })).toEqual({ raise: [], rearm: [] });
});

test("after raising and rearming, the raised levels are those reached", () => {
  const raised = fc.subarray([...budgetLevels]);
  fc.assert(
    fc.property(fc.nat(2000), fc.integer({ min: 1, max: 1500 }), raised, (used, budget, before) => {
      const { raise, rearm } = crossed({ used, budget, raised: before });
      const after = [...before.filter((level) => !rearm.includes(level)), ...raise].sort((a, b) => a - b);
      expect(after).toEqual(budgetLevels.filter((level) => used / budget >= level / 100));
      expect(crossed({ used, budget, raised: after })).toEqual({ raise: [], rearm: [] });
    }),
  );
});

test("a budget ends when what remains is used at the mean of the last four weeks", () => {
  expect(forecast({})).toEqual({
    weekly: 600,
    endsOn: "2026-09-28",
    earliest: "2026-09-28",
    latest: "2026-09-28",
    daysEarly: null,
  });
  expect(forecast({ remaining: 1201 })?.endsOn).toBe("2026-09-29");
  expect(forecast({ weeks: [9000, 9000, 600, 600, 600, 600] })?.endsOn).toBe("2026-09-28");
});

test("the band goes from the fastest to the slowest two neighbouring weeks", () => {
  const band = forecast({ weeks: [900, 900, 300, 300] });
  expect(band).toMatchObject({ endsOn: "2026-09-28", earliest: "2026-09-24", latest: "2026-10-12" });
  expect(forecast({ weeks: [300, 900, 900, 300] })).toMatchObject({ earliest: "2026-09-24", latest: "2026-09-28" });
});

test("what is used a week is the mean of the last four, rounded down", () => {
  expect(forecast({ weeks: [9000, 100, 100, 100, 103] })?.weekly).toBe(100);
  expect(forecast({ weeks: [300, 301], remaining: 0 })?.weekly).toBe(300);
});

test("without use no end is known", () => {
  const resting = forecast({ weeks: [600, 600, 0, 0], plannedEnd: "2026-12-31" });
  expect(resting).toMatchObject({ endsOn: "2026-10-12", latest: null });
  expect(forecast({ weeks: [0, 0, 0, 0], plannedEnd: "2026-12-31" })).toEqual({
    ...{ weekly: 0, endsOn: null, earliest: null, latest: null, daysEarly: null },
  });
});

test("an end more than a hundred years away is none", () => {
  expect(forecast({ weeks: [1, 0, 0, 0], remaining: 1303 })?.endsOn).toBe("2126-08-05");
  expect(forecast({ weeks: [7, 0, 0, 0], remaining: 9125 })?.endsOn).toBe("2126-08-21");
  expect(forecast({ weeks: [1, 0, 0, 0], remaining: 1304 })?.endsOn).toBeNull();
  expect(forecast({ weeks: [1, 0, 0, 0], remaining: Number.MAX_SAFE_INTEGER })?.endsOn).toBeNull();
});

test("weeks whose hours were taken back never end a budget in the past", () => {
  for (const week of [-60, -90_000_000]) {
    expect(forecast({ weeks: [0, 0, 0, week] })).toMatchObject({ endsOn: null, earliest: null, latest: null });
  }
});

test("the planned end says how early or late the budget ends", () => {
  expect(forecast({ plannedEnd: "2026-10-12" })?.daysEarly).toBe(14);
  expect(forecast({ plannedEnd: "2026-09-21" })?.daysEarly).toBe(-7);
});

test("fewer than four complete weeks tell nothing", () => {
  expect(forecast({ weeks: [600, 600, 600] })).toBeNull();
});

test("what is used up ended, however few weeks there are", () => {
  for (const remaining of [0, -60]) {
    expect(forecast({ remaining, weeks: [], plannedEnd: "2026-09-30" })).toEqual({
      ...{ weekly: 0, endsOn: "2026-09-14", earliest: "2026-09-14", latest: "2026-09-14", daysEarly: 16 },
    });
  }
});
