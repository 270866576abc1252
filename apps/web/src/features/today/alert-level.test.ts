import { expect, test } from "vitest";
import type { Alert } from "../../api.ts";
import { ownOvertimeLevel } from "./alert-level.ts";

const al = (subjectId: string, level: number, kind: Alert["kind"] = "overtime"): Alert => ({
  ...{ kind, subjectId, name: "", level, raisedAt: "2026-09-17T09:00:00+08:00" },
});

test("the highest level of one's own overtime is told, nobody else's", () => {
  expect(ownOvertimeLevel([al("me", 1440), al("me", 1800), al("other", 2160)], "me")).toBe(1800);
  expect(ownOvertimeLevel([al("other", 2160), al("me", 90, "budget-hours")], "me")).toBeNull();
  expect(ownOvertimeLevel([], undefined)).toBeNull();
});
