import { expect, test } from "vitest";
import { defaultRules } from "./rules.ts";

test("until a company says otherwise, half an hour and the next day pass, and months are closed", () => {
  expect(defaultRules).toEqual({
    tolerance: { minutes: 30, lateDays: 1 },
    backDays: 31,
    overtimeBackDays: 7,
    period: "month",
    lieu: false,
    onlyApproved: false,
    notices: { leave: true, overtime: false, budget: false },
  });
});
