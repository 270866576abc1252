import type { OvertimeKind } from "./allocation.ts";
import type { WorkSystem } from "./terms.ts";

/** What of the hourly rate a minute is paid, by 劳动法 第四十四条. */
export type PayPercent = 100 | 150 | 200 | 300;

/**
 * The percentage of one allocation. With `lieu` rest days are given back as time off and paid plainly; of comprehensive
 * hours the excess is paid by the cycle's balance and holidays here; irregular hours know no overtime.
 */
export function payPercent(system: WorkSystem, overtime: OvertimeKind | null, lieu: boolean): PayPercent {
  if (system === "irregular" || overtime === null) return 100;
  if (overtime === "statutory") return 300;
  if (system === "comprehensive") return 100;
  if (overtime === "workday") return 150;
  return lieu ? 100 : 200;
}
