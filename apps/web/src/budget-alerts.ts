import type { Alert } from "./api.ts";

/** The highest level that a project's budget has passed. */
export interface BudgetAlert {
  readonly project: string;
  readonly name: string;
  readonly unit: "hours" | "money";
  readonly level: number;
}

const units = { "budget-hours": "hours", "budget-money": "money" } as const;

/** Budgets that have passed a level, the highest level of each alone, the most used first. */
export function budgetAlerts(alerts: readonly Alert[]): BudgetAlert[] {
  const highest = new Map<string, BudgetAlert>();
  for (const { kind, subjectId, name, level } of alerts) {
    if (kind !== "budget-hours" && kind !== "budget-money") continue;
    const key = `${kind} ${subjectId}`;
    if ((highest.get(key)?.level ?? 0) < level)
      highest.set(key, { project: subjectId, name, unit: units[kind], level });
  }
  return [...highest.values()].sort((a, b) => b.level - a.level || (a.name < b.name ? -1 : 1));
}
