import { expect, test } from "vitest";
import { plus, tallyOf } from "./tally.ts";

const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 };

test("a report is counted, with what was not run as skipped", () => {
  expect(tallyOf(report, 0)).toEqual({ passed: 5, failed: 0, skipped: 2 });
});

test("a runner that ended badly is a failure even if no test in it failed", () => {
  expect(tallyOf(report, 1)).toEqual({ passed: 5, failed: 1, skipped: 2 });
  expect(tallyOf(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("tallies add up", () => {
  expect(plus(tallyOf(report, 0), tallyOf({ ...report, numFailedTests: 3 }, 1))).toEqual({
    passed: 10,
    failed: 3,
    skipped: 4,
  });
});
