import { expect, test } from "vitest";
import type { Policy } from "../../../api.ts";
import { breaksOf, heldOn, inputOf, offeredStart, withRules } from "./policy-draft.ts";

const first: Policy = {
  ...{ startsOn: null, overtime: "approved", breaks: { rule: "shift" }, longDay: 960 },
  privacy: { coordinateDays: 90, hourMonths: 24, basis: "notice", location: "optional" },
  rules: {
    ...{ tolerance: { minutes: 30, lateDays: 1 }, backDays: 31, overtimeBackDays: 7 },
    ...{ period: "month", lieu: false, onlyApproved: false },
    notices: { leave: true, overtime: false, budget: false },
  },
};
const second: Policy = { ...first, startsOn: "2026-09-01", overtime: "all" };

test("the policy that began last holds", () => {
  expect(heldOn([first, second], "2026-08-31")).toEqual({ held: first, said: null });
  expect(heldOn([first, second], "2026-09-01")).toEqual({ held: second, said: second });
  expect(heldOn([first, second], "2026-10-01")).toEqual({ held: second, said: null });
});

test("what is sent has no date, and a change of one rule leaves the others", () => {
  expect(inputOf(second)).not.toHaveProperty("startsOn");
  expect(withRules(inputOf(first), { lieu: true }).rules).toEqual({ ...first.rules, lieu: true });
});

test("breaks by length begin with a usual lunch", () => {
  expect(breaksOf("length", { rule: "shift" })).toEqual({ rule: "length", after: 360, minutes: 60 });
  const own = { rule: "length", after: 300, minutes: 30 } as const;
  expect(breaksOf("length", own)).toBe(own);
  expect(breaksOf("shift", own)).toEqual({ rule: "shift" });
});

test("a change is offered for the next month, later if that is closed", () => {
  expect(offeredStart("2026-09-17", null)).toBe("2026-10-01");
  expect(offeredStart("2026-12-31", "2026-12-01")).toBe("2027-01-01");
  expect(offeredStart("2026-09-17", "2026-11-01")).toBe("2026-11-01");
});
