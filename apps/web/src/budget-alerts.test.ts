import { expect, test } from "vitest";
import type { Alert } from "./api.ts";
import { budgetAlerts } from "./budget-alerts.ts";

const al = (kind: Alert["kind"], subjectId: string, level: number): Alert => ({
  ...{ kind, subjectId, name: subjectId, level, raisedAt: "2026-09-17T09:00:00+08:00" },
});

test("each project is told once, with the highest level that its hours or its money have passed, the most used first", () => {
  const alerts = [
    al("budget-hours", "a", 50),
    al("budget-hours", "a", 75),
    al("budget-money", "a", 75),
    al("budget-hours", "c", 50),
    al("budget-money", "c", 90),
    al("overtime", "zhao", 1440),
    al("budget-hours", "b", 100),
    al("calendar", "2027", 2027),
  ];
  expect(budgetAlerts(alerts).map(({ project, unit, level }) => [project, unit, level])).toEqual([
    ["b", "hours", 100],
    ["c", "money", 90],
    ["a", "hours", 75],
  ]);
});
