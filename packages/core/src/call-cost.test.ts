import { expect, test } from "vitest";
import { type CallKind, callsOf, callsOfExtras, dingtalkBatches, type Load } from "./call-cost.ts";

const company: Load = {
  people: 120,
  points: 2,
  leavesAHundred: 15,
  approvalTemplates: 0,
  approvalsADay: 0,
  checkinsADay: 30,
};

function calls(kind: CallKind, more: Partial<Load> = {}, days = 1, workdays = days): number {
  return callsOf(kind, { ...company, ...more }, { days, workdays }, dingtalkBatches);
}

test("a day of 120 people costs 3 calls of records, 1 of check-ins, 2 of leaves", () => {
  expect([calls("records"), calls("checkins"), calls("leaves")]).toEqual([3, 1, 2]);
});

test("results of 120 people cost 5 calls and one more for each full last page, which may be followed by an empty one", () => {
  expect(calls("results")).toBe(5 + 2);
  expect(calls("results", { people: 24 })).toBe(1);
  expect(calls("results", { people: 25 })).toBe(2);
  expect(calls("results", { people: 100 }, 7, 5)).toBe(22);
});

test("records and schedules take 50 people and 7 days a call", () => {
  expect([50, 51, 2000].map((people) => calls("records", { people }))).toEqual([1, 2, 40]);
  expect([1, 7, 8, 31].map((days) => calls("records", {}, days))).toEqual([3, 3, 6, 15]);
  expect([7, 8].map((days) => calls("schedules", {}, days))).toEqual([3, 6]);
});

test("leaves take 100 people a call and 20 rows a page", () => {
  expect([15, 19, 20, 40].map((leavesAHundred) => calls("leaves", { leavesAHundred }))).toEqual([2, 2, 4, 6]);
  expect(calls("leaves", { people: 2000 })).toBe(20);
});

test("an approval costs a call beside the lists of its templates", () => {
  expect(calls("approvals", { approvalTemplates: 2 })).toBe(2);
  expect(calls("approvals", { approvalTemplates: 2, approvalsADay: 6 }, 7)).toBe(2 + 2 + 42);
  expect(calls("approvals", { approvalTemplates: 0, approvalsADay: 6 })).toBe(0);
});

test("check-ins are asked by departments of 1,000 people and 100 rows, and not at all where there are none", () => {
  expect(calls("checkins", { checkinsADay: 0 })).toBe(0);
  expect(calls("checkins", { checkinsADay: 100 })).toBe(2);
  expect(calls("checkins", { people: 2001, checkinsADay: 0.2 })).toBe(3);
});

test("columns cost a call for every person", () => {
  expect(calls("columns", {}, 31)).toBe(120);
});

test("nobody costs nothing", () => {
  const kinds = ["records", "results", "schedules", "leaves", "approvals", "checkins", "columns"] as const;
  expect(kinds.map((kind) => calls(kind, { people: 0, approvalTemplates: 3 }))).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

test("newcomers cost a call more of each kind, a date's results asked once more their pages, a new shift one", () => {
  const extras = (newcomers: number, openDays: number[], unknownShifts: number) =>
    callsOfExtras({ newcomers, openDays, unknownShifts }, company, dingtalkBatches);
  expect([extras(0, [], 0), extras(1, [], 0), extras(40, [], 0)]).toEqual([0, 4, 4]);
  expect([extras(0, [3, 24], 0), extras(0, [25], 0), extras(2, [60], 3)]).toEqual([2, 2, 4 + 4 + 3]);
});
