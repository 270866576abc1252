import { expect, test } from "vitest";
import { reportLines } from "./report.ts";

test("five lines say what came of the first pull", () => {
  const totals = { people: 200, punches: 16_804, workdays: 6_200, assigned: 2_287_230, unassigned: 91 };
  expect(reportLines({ totals, calls: { used: 141, limit: 5000 } })).toEqual([
    "  people          200",
    "  punches         16,804",
    "  workdays        6,200",
    "  hours           38,121 on projects, 2 unassigned",
    "  DingTalk calls  141 of 5,000 this month",
  ]);
});
