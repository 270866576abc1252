import fc from "fast-check";
import { expect, test } from "vitest";
import type { Allocation } from "./allocation.ts";
import { type ApprovalState, allocationKey, type Decision, stateOf } from "./approval.ts";
import { arbitraryDay } from "./arbitrary-day.ts";
import { defaultTolerance, type ReviewReason, reviewDay } from "./review.ts";
import { settleWorkday } from "./workday.ts";

const allocation: Allocation = {
  ...{ project: "A", task: null, minutes: 480, basis: "pick", place: "onsite", overtime: null },
};
const key = allocationKey(allocation);

function decide(verdict: Decision["verdict"], more: Partial<Decision> = {}): Decision {
  return { batch: "first", project: "A", key, minutes: 480, verdict, at: 1, ...more };
}

function stands(decisions: readonly Decision[], reasons: readonly ReviewReason[] = []) {
  const approval = stateOf(allocation, { reasons }, decisions);
  return [approval.state, ...approval.reasons];
}

test("a key names task, basis, place and overtime, empty where there is none", () => {
  expect(key).toBe("|pick|onsite|");
  expect(allocationKey({ task: "T-1", basis: "split", place: "mobile", overtime: "rest" })).toBe(
    "T-1|split|mobile|rest",
  );
});

test("without a decision an allocation passes by itself, or waits for its reasons", () => {
  expect(stands([])).toEqual(["automatic"]);
  expect(stands([], ["off-plan", "off-site"])).toEqual(["waiting", "off-plan", "off-site"]);
});

test("a running day is not judged, whatever was decided", () => {
  expect(stateOf(allocation, null, [decide("approved")])).toEqual({ state: "running", reasons: [] });
});

test("a decision on the same minutes stands and keeps what it was asked for", () => {
  expect(stands([decide("approved")], ["off-plan"])).toEqual(["approved", "off-plan"]);
  expect(stands([decide("rejected")])).toEqual(["rejected"]);
});

test("the latest decision stands, in whatever order they come; of two at once the one said last", () => {
  const first = decide("approved", { at: 1 });
  const second = decide("rejected", { at: 2, batch: "second" });
  expect([stands([first, second]), stands([second, first])]).toEqual([["rejected"], ["rejected"]]);
  expect(stands([first, decide("rejected")])).toEqual(["rejected"]);
});

test("a decision taken back leaves the allocation as if nobody had decided", () => {
  const decisions = [decide("approved", { at: 1 }), decide("withdrawn", { at: 2 })];
  expect(stands(decisions)).toEqual(["automatic"]);
  expect(stands(decisions, ["odd-day"])).toEqual(["waiting", "odd-day"]);
  expect(stands([...decisions, decide("rejected", { at: 3, batch: "second" })])).toEqual(["rejected"]);
});

test("what was decided before or after stands again once a decision between is taken back", () => {
  const before = decide("approved", { at: 1, batch: "before" });
  const taken = [decide("rejected", { at: 2 }), decide("withdrawn", { at: 4 })];
  expect(stands([before, ...taken])).toEqual(["approved"]);
  expect(stands([...taken, before])).toEqual(["approved"]);
  expect(stands([decide("approved", { at: 3, batch: "after" }), ...taken])).toEqual(["approved"]);
  expect(stands([{ ...before, minutes: 479 }, ...taken])).toEqual(["waiting", "changed-since"]);
});

test("taking a batch back for another allocation leaves this one as it is", () => {
  const elsewhere = decide("withdrawn", { at: 2, project: "B" });
  expect(stands([decide("approved"), elsewhere])).toEqual(["approved"]);
});

test("other minutes reopen what was decided", () => {
  expect(stands([decide("approved", { minutes: 479 })])).toEqual(["waiting", "changed-since"]);
  expect(stands([decide("rejected", { minutes: 481 })], ["off-plan"])).toEqual([
    ...["waiting", "changed-since", "off-plan"],
  ]);
});

test("a later decision on other minutes takes the place of an earlier one on these", () => {
  expect(stands([decide("approved", { at: 1 }), decide("approved", { at: 2, minutes: 300 })])).toEqual([
    ...["waiting", "changed-since"],
  ]);
});

test("a decision on another project or another allocation says nothing", () => {
  expect(stands([decide("rejected", { project: "B" }), decide("rejected", { key: "T-1|pick|onsite|" })])).toEqual([
    "automatic",
  ]);
});

test("minutes of all states add up to what is assigned", () => {
  fc.assert(
    fc.property(arbitraryDay, fc.array(arbitraryDecision, { maxLength: 6 }), (facts, decisions) => {
      const day = settleWorkday(facts);
      const { dayKind, policy } = facts;
      const reviews = reviewDay({ day, dayKind, policy, choices: [], tolerance: defaultTolerance });
      const sums: Record<ApprovalState, number> = { running: 0, automatic: 0, waiting: 0, approved: 0, rejected: 0 };
      for (const [index, one] of day.allocations.entries()) {
        const { state, reasons } = stateOf(one, reviews?.[index] ?? null, decisions);
        sums[state] += one.minutes;
        expect(reasons).toEqual([...new Set(reasons)].sort());
        if (state === "waiting") expect(reasons).not.toEqual([]);
      }
      expect(Object.values(sums).reduce((sum, minutes) => sum + minutes, 0)).toBe(day.counted - day.unassigned);
      expect(sums.running > 0 && day.over).toBe(false);
    }),
    { numRuns: 500 },
  );
});

const arbitraryDecision: fc.Arbitrary<Decision> = fc.record({
  batch: fc.constantFrom("first", "second", "third", "fourth"),
  project: fc.constantFrom("A", "B", "C"),
  key: fc.constantFrom(
    ...["|pick|unknown|", "|pick|mobile|", "|default|unknown|", "T-1|pick|unknown|", "|default|trip|"],
  ),
  minutes: fc.constantFrom(0, 60, 480),
  verdict: fc.constantFrom("approved" as const, "rejected" as const, "withdrawn" as const),
  at: fc.integer({ min: 1, max: 3 }),
});
