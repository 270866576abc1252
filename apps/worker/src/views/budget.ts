import type { Role } from "@today/core/person";
import type { BudgetRecord } from "@today/db/budget";
import type { Budget } from "../contract.ts";

/** A budget for somebody of those roles: without its money for all but finance. */
export function budgetView({ version, minutes, fen, endsOn }: BudgetRecord, roles: readonly Role[]): Budget {
  return { version, minutes, ...(roles.includes("finance") ? { fen } : {}), endsOn };
}
