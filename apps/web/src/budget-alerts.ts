import type { Alert } from "./api.ts";

/** The highest level that a budget of a project's has passed; hours before money. */
export interface BudgetAlert {
  readonly project: string;
  readonly name: string;
  readonly unit: "hours" | "money";
  readonly level: number;
}

const units = { "budget-hours": "hours", "budget-money": "money" } as const;

/** Projects with a budget that has passed a level, each once, the most used first. */
export function budgetAlerts(alerts: readonly Alert[]): BudgetAlert[] {
  const highest = new Map<string, BudgetAlert>();
  for (const { kind, subjectId, name, level } of alerts) {
    if (kind !== "budget-hours" && kind !== "budget-money") continue;
    const before = highest.get(subjectId);
    const isHigher =
      before === undefined || level > before.level || (level === before.level && kind === "budget-hours");
    if (isHigher) highest.set(subjectId, { project: subjectId, name, unit: units[kind], level });
  }
  return [...highest.values()].sort((a, b) => b.level - a.level || (a.name < b.name ? -1 : 1));
}
