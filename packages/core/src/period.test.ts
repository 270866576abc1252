import fc from "fast-check";
import { expect, test } from "vitest";
import { type Changer, type PeriodState, periodOf, refuseChange, refuseMove } from "./period.ts";
import { addDays, dateOfDayNumber, weekdayOf } from "./time/date.ts";

const september = { first: "2026-09-01", last: "2026-09-30", state: "closed" } as const;
const october = { first: "2026-10-01", last: "2026-10-31", state: "open-for-approvers" } as const;
const november = { first: "2026-11-01", last: "2026-11-30", state: "open" } as const;

function refused(date: string, by?: Changer) {
  return refuseChange(date, [november, october, september], by)?.problem ?? null;
}

const somebody: Changer = { approver: false, graceUntil: null, today: "2026-11-03" };

test("a date in a closed period refuses changes, from its first to its last day", () => {
  expect(["2026-09-01", "2026-09-30"].map((date) => refused(date))).toEqual(["period-closed", "period-closed"]);
  expect(["2026-08-31", "2026-10-01"].map((date) => refused(date))).toEqual([null, null]);
});

test("a closed period refuses approvers and people with grace too", () => {
  expect(refused("2026-09-15", { approver: true, graceUntil: "2027-01-01", today: "2026-11-03" })).toBe(
    "period-closed",
  );
});

test("a period open for approvers refuses everybody else", () => {
  expect(["2026-10-01", "2026-10-31"].map((date) => refused(date, somebody))).toEqual([
    ...["period-approvers-only", "period-approvers-only"],
  ]);
  expect(refused("2026-10-15", { ...somebody, approver: true })).toBeNull();
  expect(["2026-11-01", "2026-12-24"].map((date) => refused(date, somebody))).toEqual([null, null]);
});

test("grace lets a person in until its last day", () => {
  const until = (graceUntil: string) => refused("2026-10-15", { ...somebody, graceUntil });
  expect(["2026-11-04", "2026-11-03", "2026-11-02"].map(until)).toEqual([null, null, "period-approvers-only"]);
});

test("a month goes from its first to its last day", () => {
  expect(periodOf("2026-09-14", "month")).toEqual({ id: "2026-09", first: "2026-09-01", last: "2026-09-30" });
  expect(periodOf("2028-02-01", "month").last).toBe("2028-02-29");
  expect(periodOf("2026-12-31", "month")).toEqual({ id: "2026-12", first: "2026-12-01", last: "2026-12-31" });
});

test("a week goes from Monday to Sunday and has its ISO number", () => {
  expect(periodOf("2026-09-14", "week")).toEqual({ id: "2026-W38", first: "2026-09-14", last: "2026-09-20" });
  expect(periodOf("2026-09-20", "week").id).toBe("2026-W38");
});

test("a week over the new year belongs to the year of its Thursday", () => {
  const ids = ["2025-12-29", "2026-01-01", "2027-01-01", "2027-01-03", "2027-01-04", "2024-12-30"];
  expect(ids.map((date) => periodOf(date, "week").id)).toEqual([
    ...["2026-W01", "2026-W01", "2026-W53", "2026-W53", "2027-W01", "2025-W01"],
  ]);
});

test("every date lies in its period, and the next day in the same or the next one", () => {
  const date = fc.integer({ min: 0, max: 40_000 }).map(dateOfDayNumber);
  fc.assert(
    fc.property(date, fc.constantFrom("month" as const, "week" as const), (day, kind) => {
      const { id, first, last } = periodOf(day, kind);
      expect(first <= day && day <= last).toBe(true);
      expect([periodOf(first, kind).id, periodOf(last, kind).id]).toEqual([id, id]);
      const next = periodOf(addDays(last, 1), kind);
      expect(next.id > id).toBe(true);
      expect(next.first).toBe(addDays(last, 1));
      if (kind === "week") expect(weekdayOf(first)).toBe(1);
    }),
  );
});

test("periods go to approvers and back, are closed from there, and are opened again for approvers", () => {
  const states: PeriodState[] = ["open", "open-for-approvers", "closed"];
  const when = { last: "2026-09-30", today: "2026-10-08" };
  const allowed = states.flatMap((from) =>
    states.filter((to) => refuseMove(from, to, when) === null).map((to) => `${from} → ${to}`),
  );
  expect(allowed).toEqual([
    "open → open-for-approvers",
    "open-for-approvers → open",
    "open-for-approvers → closed",
    "closed → open-for-approvers",
  ]);
  expect(refuseMove("open", "closed", when)).toEqual({ ok: false, problem: "period-move-unknown" });
});

test("nothing is closed before its last day is over", () => {
  const close = (today: string) =>
    refuseMove("open-for-approvers", "closed", { last: "2026-09-30", today })?.problem ?? null;
  expect(["2026-09-29", "2026-09-30", "2026-10-01"].map(close)).toEqual(["period-not-over", "period-not-over", null]);
  expect(refuseMove("open", "open-for-approvers", { last: "2026-09-30", today: "2026-09-01" })).toBeNull();
});
