import { expect, test } from "vitest";
import { dingtalkBatches } from "./call-cost.ts";
import type { ExpectedShift } from "./punch-habit.ts";
import { planCalls, type QuotaPlan } from "./quota-plan.ts";
import type { QuotaState } from "./quota-state.ts";
import { at } from "./testing.ts";
import { formatClockTime } from "./time/clock-time.ts";

function office(people: number): ExpectedShift[] {
  return [{ people, punches: [at("09:00"), at("18:00")] }];
}

/** Tuesday, the first of December, at 08:00, with 30 nights and 22 workdays to come. */
function state(people: number, more: Partial<QuotaState> = {}): QuotaState {
  return {
    ...{ monthlyCalls: 5000, used: 0, pushes: { monthly: 3000, used: 0 }, people, shifts: office(people) },
    coming: { workdays: 22, shifts: office(people) },
    ...{ today: "2026-12-01", now: at("08:00"), lastDay: "2026-12-31", isNightDone: true, lastPull: null },
    ...{ eventsOn: false, closeOn: null, refusedByDingTalk: null, batches: dingtalkBatches },
    extras: { newcomers: 0, openDays: [], unknownShifts: 0 },
    load: { leavesAHundred: 30, approvalTemplates: 1, approvalsADay: 2, checkinsADay: 10 },
    ...more,
  };
}

function codes({ reasons }: QuotaPlan): string[] {
  return reasons.map((reason) => (reason.code === "reserve-low" ? `low ${reason.cut}` : reason.code));
}

function clock({ days }: QuotaPlan): string[] {
  return days.today.map((pull) => `${formatClockTime(pull.at)} ${pull.calls}`);
}

test("a night of 120 people is set aside for every night left, and the days have the others", () => {
  const { night, reserve, days, left } = planCalls(state(120));
  expect(night).toEqual({
    ...{ date: "2026-12-02", people: 120, rounds: 1 },
    calls: { records: 3, extras: 0, schedules: 3, leaves: 4, results: 7, approvals: 3, checkins: 1 },
  });
  expect(reserve).toEqual({ nights: 30, calls: 30 * 21, close: 0 });
  expect([left, days.calls]).toEqual([5000, 5000 - 630]);
});

test("with few calls left a day is pulled after the start, in the middle, after the end and when the last have left", () => {
  const plan = planCalls(state(300, { used: 3000 }));
  expect(clock(plan)).toEqual(["09:12 6", "13:42 6", "18:12 6", "20:12 6"]);
  expect(plan.days.minutesBetween).toBe(270);
  expect(plan.freshness).toEqual({ median: 12, p95: 72 });
});

test("with a few more it follows those who leave late", () => {
  const plan = planCalls(state(300, { used: 2800 }));
  expect(clock(plan)).toEqual(["09:12 6", "13:42 6", "15:57 6", "18:12 6", "19:12 6", "20:12 6"]);
  expect(plan.freshness).toEqual({ median: 12, p95: 36 });
});

test("it slows down as the calls run low and never stops the night", () => {
  const plans = [0, 2500, 3400, 3900, 4500, 4700, 4900, 4990].map((used) => planCalls(state(300, { used })));
  expect(plans.map(({ days }) => days.today.length)).toEqual([26, 8, 2, 2, 1, 0, 0, 0]);
  const kinds = ["schedules", "leaves", "results", "approvals", "checkins"] as const;
  expect(plans.map(({ runs }) => kinds.map((kind) => runs[kind][0]).join(""))).toEqual([
    ...["nnnnn", "nnnnn", "nnnnn", "nnowo", "wwowo", "wwowo", "ooooo", "ooooo"],
  ]);
  expect(plans.map(({ night }) => night.calls.records)).toEqual([6, 6, 6, 6, 6, 6, 3, 1]);
  expect(plans.map(({ night }) => night.rounds)).toEqual([1, 1, 1, 1, 1, 1, 2, 6]);
  expect(plans.map(({ freshness }) => freshness?.p95)).toEqual([13, 32, 430, 430, 490, 1048, 2485, 8233]);
  expect(codes(planCalls(state(300, { used: 4500 })))).toEqual([
    ...["low schedules", "low leaves", "low results", "low approvals", "low checkins", "low days"],
  ]);
  expect(codes(planCalls(state(300, { used: 4990 })))[0]).toBe("low records");
});

test("what runs weekly runs in the night that begins a week", () => {
  const sunday = { today: "2026-12-06", shifts: [], coming: { workdays: 19, shifts: office(2000) } };
  const tonight = planCalls(state(2000, { ...sunday, used: 900 }));
  expect([tonight.runs.leaves, tonight.night.date, tonight.night.calls.leaves]).toEqual(["weekly", "2026-12-07", 40]);
  const others = planCalls(state(2000, { ...sunday, used: 900, isNightDone: false, now: at("01:00") }));
  expect([others.night.date, others.night.calls.leaves]).toEqual(["2026-12-06", 0]);
});

test("a close this month is set aside: records first, then every person's columns, then results", () => {
  const close = (used: number) => planCalls(state(300, { used, closeOn: "2026-12-28" })).close;
  expect(close(0)).toEqual({ records: 30, columns: 300, results: 282 });
  expect(close(2500)).toEqual({ records: 30, columns: 0, results: 0 });
  expect(planCalls(state(20, { closeOn: "2026-12-28" })).close).toEqual({ records: 5, columns: 20, results: 19 });
  expect(planCalls(state(20, { closeOn: "2027-01-03" })).close).toBeNull();
  expect(codes(planCalls(state(300, { used: 2500, closeOn: "2026-12-28" })))).toEqual([
    "low columns",
    "low close-results",
  ]);
});

test("it says from how many people on another edition is needed, and which", () => {
  expect(codes(planCalls(state(300)))).toEqual([]);
  const { reasons } = planCalls(state(2000));
  expect(reasons.at(-1)).toEqual({ code: "edition-too-small", from: 1001, needs: "professional" });
  expect(planCalls(state(1000)).reasons).toEqual([]);
  expect(planCalls(state(30_000)).reasons.at(-1)).toMatchObject({ from: 1001, needs: "professional" });
  expect(planCalls(state(2_000_000)).reasons.at(-1)).toMatchObject({ from: 1001, needs: null });
});

test("pushed punches are collected when the pushes carry a month of them", () => {
  const events = (people: number, more: Partial<QuotaState> = {}) =>
    planCalls(state(people, { eventsOn: true, ...more }));
  expect([events(65).days.collectEvery, events(65).freshness]).toEqual([1, { median: 1, p95: 1 }]);
  expect(events(66).reasons).toEqual([{ code: "pushes-too-few", from: 66 }]);
  expect(events(65, { pushes: { monthly: 3000, used: 500 } }).reasons).toEqual([{ code: "pushes-too-few", from: 66 }]);
  expect(events(66).days.collectEvery).toBeNull();
  expect(clock(events(65))).toEqual(["09:12 2", "18:12 2", "20:12 2"]);
});

test("after DingTalk's refusal only the night goes on, until calls of ours are counted again or the month is over", () => {
  const refused = (used: number, at = "2026-12-01") =>
    planCalls(state(65, { used, refusedByDingTalk: { at, count: 3100 } }));
  expect(refused(3100).reasons[0]).toEqual({ code: "refused", elsewhere: 1900 });
  expect([refused(3100).days.today, refused(3100).shared]).toEqual([[], null]);
  expect(refused(3100).night.calls.records).toBe(2);
  expect(codes(refused(3101))).toEqual([]);
  expect(codes(refused(3100, "2026-11-30"))).toEqual([]);
});

test("opening the app may start pulls as often as the calls that are left over allow", () => {
  expect(planCalls(state(20)).shared).toEqual({ mostToday: 156, minutesBetween: 6, calls: 3603 });
  expect(planCalls(state(20, { now: at("22:40") })).shared?.mostToday).toBe(0);
  expect(planCalls(state(2000, { used: 4800 })).shared).toBeNull();
});

test("after a stop the missed pulls are made as one, at once", () => {
  const stopped = state(300, { used: 3000, now: at("19:00"), lastPull: at("09:12") });
  expect(clock(planCalls(stopped))).toEqual(["19:00 6", "20:12 6"]);
  expect(clock(planCalls({ ...stopped, lastPull: at("19:00") }))).toEqual(["20:12 6"]);
});

test("only the shifts that just punched are pulled", () => {
  const shifts = [...office(120), { people: 40, punches: [at("20:00"), at("06:00+1")] }];
  const plan = planCalls(state(160, { shifts, coming: { workdays: 22, shifts }, used: 3800, now: 0 }));
  expect(clock(plan)).toEqual(["06:12 1", "09:12 3", "18:12 3", "20:12 1", "22:12 4"]);
});

test("on the month's last day the coming night is paid from the next month's calls", () => {
  const last = state(120, { today: "2026-12-31", used: 4990, coming: { workdays: 0, shifts: office(120) } });
  expect(planCalls(last)).toMatchObject({
    ...{ left: 10, reserve: { nights: 0, calls: 0 }, night: { date: "2027-01-01", calls: { records: 3 } } },
    days: { calls: 10, planned: 9 },
  });
});

test("a company without people needs no calls", () => {
  const empty = planCalls(state(0));
  expect(empty).toMatchObject({ reserve: { calls: 0 }, days: { calls: 5000, planned: 0 }, freshness: null });
  expect(empty.night.calls.records).toBe(0);
});

test("what a night asks beside everybody's week is set aside for every night, newcomers and new shifts for one", () => {
  const extras = { newcomers: 3, openDays: [5, 30], unknownShifts: 2 };
  const plan = planCalls(state(120, { extras }));
  expect(plan.night.calls.extras).toBe(4 + 1 + 2 + 2);
  expect(plan.reserve.calls).toBe(30 * 21 + 9 + 29 * 3);
  const poor = planCalls(state(120, { extras, used: 4900 }));
  expect(poor.night.calls.extras).toBe(0);
  expect(codes(poor)).toContain("low extras");
});
