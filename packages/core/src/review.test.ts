import { expect, test } from "vitest";
import { type Choice, defaultTolerance, type ReviewedDay, reviewDay } from "./review.ts";
import { day, instant, monday, north, off, on, part, pick, shift, site, span } from "./testing.ts";
import { addDays } from "./time/date.ts";
import { instantAt } from "./time/zone.ts";
import { type DayFacts, settleWorkday } from "./workday.ts";

const nineToSixPunches = [on("09:00"), off("18:00")];
const days = (count: number, minute = 0) => instantAt(addDays(monday, count), minute, "Asia/Shanghai");
const made = (fact: string, madeAt: number, byOther = false): Choice => ({ fact, madeAt, byOther });

function review(facts: Partial<DayFacts>, more: Partial<ReviewedDay> = {}) {
  const full = day({ punches: nineToSixPunches, defaultProject: "A", ...facts });
  const { dayKind, policy } = full;
  const reviews = reviewDay({
    ...{ day: settleWorkday(full), dayKind, policy, choices: [], tolerance: defaultTolerance },
    ...more,
  });
  return reviews?.map(({ reasons }) => reasons) ?? null;
}

test("a day as planned passes by itself", () => {
  expect(review({})).toEqual([[]]);
});

test("a day that is not over is not judged yet", () => {
  expect(review({ now: instant("17:00") })).toBeNull();
});

test("a day without allocations has nothing to judge", () => {
  expect(review({ defaultProject: null })).toEqual([]);
});

test("more than the tolerance away from the plan, up or down, holds all allocations of the day", () => {
  const from = (clock: string) => review({ punches: [on(clock), off("18:00")] });
  expect([from("09:30"), from("09:31")]).toEqual([[[]], [["off-plan"]]]);
  const picks = [pick("A"), pick("B", "14:00")];
  expect(review({ picks, punches: [on("10:00"), off("18:00")] })).toEqual([["off-plan"], ["off-plan"]]);
  const wide = { tolerance: { minutes: 60, lateDays: 1 } };
  expect(review({ punches: [on("10:00"), off("18:00")] }, wide)).toEqual([[]]);
});

test("leave makes the plan shorter", () => {
  const facts = { leaves: [span("09:00-12:00")], punches: [on("13:00"), off("18:00")] };
  expect(review(facts)).toEqual([[]]);
  expect(review({ ...facts, leaves: [] })).toEqual([["off-plan"]]);
});

test("approved overtime is not away from the plan", () => {
  const facts = { punches: [on("09:00"), off("21:00")], overtime: [span("18:00-21:00")] };
  expect(review(facts)).toEqual([[], []]);
});

test("a plan is missed on workdays alone, swapped ones included", () => {
  const short = { punches: [on("09:00"), off("12:00")], overtime: [span("09:00-12:00")] };
  expect(review({ ...short, dayKind: "swapped-workday" })).toEqual([["off-plan"]]);
  expect(review({ ...short, dayKind: "rest" })).toEqual([[]]);
  expect(review({ ...short, shift: shift([]) })).toEqual([[]]);
  const planned = settleWorkday(day({ punches: [on("09:00"), off("12:00")], defaultProject: "A" }));
  expect(review({}, { day: planned, dayKind: "statutory" })).toEqual([[]]);
});

test("a pick of a project away from its site waits, its other allocations do not", () => {
  const sites = [site("A"), site("B")];
  const far = { punches: [on("09:00", north(5000)), off("18:00")], sites, defaultProject: null };
  expect(review({ ...far, picks: [pick("A")] })).toEqual([["off-site"]]);
  expect(review({ ...far, defaultProject: "A" })).toEqual([[]]);
  expect(review({ ...far, defaultProject: "A", picks: [pick("B", "14:00")] })).toEqual([[], ["off-site"]]);
});

test("a choice is late from the end of the day after on", () => {
  const chosen = (madeAt: number) => review({ picks: [pick("A", null)] }, { choices: [made("A all day", madeAt)] });
  expect([chosen(days(2) - 1), chosen(days(2))]).toEqual([[[]], [["changed-late"]]]);
  const patient = { minutes: 30, lateDays: 3 };
  const choices = [made("A all day", days(3))];
  expect(review({ picks: [pick("A")] }, { choices, tolerance: patient })).toEqual([[]]);
  const sameDay = { minutes: 30, lateDays: 0 };
  expect(review({ picks: [pick("A")] }, { choices: [made("A all day", days(1))], tolerance: sameDay })).toEqual([
    ["changed-late"],
  ]);
});

test("the end of a day is that of the company's zone", () => {
  const policy = { zone: "America/New_York", overtime: "approved" } as const;
  const choices = [made("A all day", days(2))];
  expect(review({ picks: [pick("A")] }, { choices, policy })).toEqual([[]]);
});

test("what somebody else chose for a person is never late", () => {
  const choices = [made("A all day", days(9), true)];
  expect(review({ picks: [pick("A")] }, { choices })).toEqual([[]]);
});

test("only the allocation behind which the late choice stands waits", () => {
  const facts = { picks: [pick("A"), pick("B", "14:00")] };
  expect(review(facts, { choices: [made("B 14:00", days(5)), made("A all day", days(0))] })).toEqual([
    [],
    ["changed-late"],
  ]);
  expect(review({}, { choices: [made("gone", days(5)), made("split", days(5))] })).toEqual([[]]);
  const here = { punches: [on("09:00", north(0)), off("18:00")], sites: [site("A", { id: "1" })] };
  expect(review(here, { choices: [made("1", days(5))] })).toEqual([[]]);
});

test("late picks of one project hold their own overtime, task, place or basis alone", () => {
  const late = [pick("A", "18:00")];
  const facts = { punches: [on("09:00"), off("20:00")], overtime: [span("18:00-20:00")] };
  const choices = [made("A 18:00", days(5))];
  expect(review({ ...facts, picks: [pick("A"), ...late] }, { choices })).toEqual([[], ["changed-late"]]);
  const tasks = [pick("A"), pick("A", "14:00", { id: "task", task: "T-1" })];
  expect(review({ picks: tasks }, { choices: [made("task", days(5))] })).toEqual([[], ["changed-late"]]);
  expect(review({ picks: [pick("A", "14:00")] }, { choices: [made("A 14:00", days(5))] })).toEqual([
    [],
    ["changed-late"],
  ]);
  const punches = [on("09:00", north(0)), off("12:00"), on("13:00", north(5000)), off("18:00")];
  const places = { punches, sites: [site("A")], picks: [pick("A"), pick("A", "13:00")] };
  expect(review(places, { choices: [made("A 13:00", days(5))] })).toEqual([["changed-late", "off-site"], []]);
});

test("all parts of a late split wait", () => {
  const split = [part("A", 200), part("B", 100)];
  expect(review({ split }, { choices: [made("split", days(2))] })).toEqual([[], ["changed-late"], ["changed-late"]]);
  expect(review({ split }, { choices: [made("split", days(2), true)] })).toEqual([[], [], []]);
});

test("an odd day waits, one that is late or unassigned in part does not", () => {
  const warned = (warnings: ReviewedDay["day"]["warnings"]) =>
    review({}, { day: { ...settleWorkday(day({ punches: nineToSixPunches, defaultProject: "A" })), warnings } });
  for (const name of ["long-day", "missing-in", "missing-out", "split-overflow", "worked-on-leave"] as const) {
    expect(warned([name])).toEqual([["odd-day"]]);
  }
  expect(warned(["early-leave", "late", "pick-off-site", "unassigned"])).toEqual([[]]);
});

test("overtime nobody asked for waits where all of it counts", () => {
  const facts = { punches: [on("09:00"), off("21:00")], policy: { ...day().policy, overtime: "all" as const } };
  expect(review(facts)).toEqual([[], ["overtime-unasked"]]);
});

test("reasons are sorted", () => {
  const facts = {
    punches: [on("10:00", north(5000)), off("21:00")],
    policy: { ...day().policy, overtime: "all" as const, longDay: 60 },
    ...{ sites: [site("A")], picks: [pick("A")] },
  };
  expect(review(facts, { choices: [made("A all day", days(5))] })?.[1]).toEqual([
    ...["changed-late", "odd-day", "off-plan", "off-site", "overtime-unasked"],
  ]);
});
