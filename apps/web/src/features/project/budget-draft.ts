import { isWorkDate } from "@today/core/time/date";
import type { Budget, BudgetInput } from "../../api.ts";
import { fenOf, yuan } from "../../money.ts";

/** What stands in the fields of a budget's form. */
export interface BudgetDraft {
  readonly hours: string;
  readonly yuan: string;
  readonly endsOn: string;
}

/** Why a field cannot be saved, by the end of its message's key. */
export type BudgetFault = "needHours" | "needMoney" | "needDay";
export type BudgetFaults = Readonly<Partial<Record<keyof BudgetDraft, BudgetFault>>>;

const mostHours = 10_000_000;
const mostFen = 1_000_000_000_000;

/** The form of a budget, or of none yet. */
export function budgetDraft(budget: Budget | null): BudgetDraft {
  return {
    hours: budget?.minutes ? String(Math.round((budget.minutes / 60) * 100) / 100) : "",
    yuan: budget?.fen ? yuan(budget.fen).replace(/[¥,]|\.00$/g, "") : "",
    endsOn: budget?.endsOn ?? "",
  };
}

/** What is wrong with a form, by field; an empty field is no such budget, and hours as they were are well. */
export function budgetFaults({ hours, yuan: money, endsOn }: BudgetDraft, before: Budget | null = null): BudgetFaults {
  const fen = fenOf(money);
  return {
    ...(isBlank(hours) || minutesOf(hours) !== null || hours === budgetDraft(before).hours
      ? {}
      : { hours: "needHours" }),
    ...(isBlank(money) || (fen !== null && fen > 0 && fen <= mostFen) ? {} : { yuan: "needMoney" }),
    ...(endsOn === "" || isWorkDate(endsOn) ? {} : { endsOn: "needDay" }),
  };
}

/** What is sent for a form without faults; money from those alone who see it. Hours left as they were keep their minutes. */
export function budgetInput(draft: BudgetDraft, before: Budget | null, seesMoney: boolean): BudgetInput {
  const isKept = before !== null && draft.hours === budgetDraft(before).hours;
  return {
    version: before?.version ?? 0,
    minutes: isKept ? before.minutes : minutesOf(draft.hours),
    ...(seesMoney ? { fen: fenOf(draft.yuan) } : {}),
    endsOn: draft.endsOn === "" ? null : draft.endsOn,
  };
}

/** The budget that a refused change met. */
export function isBudget(current: unknown): current is Budget {
  return typeof current === "object" && current !== null && "version" in current && "endsOn" in current;
}

function minutesOf(hours: string): number | null {
  const digits = hours.replace(/[,，\s]/g, "");
  if (!/^\d+$/.test(digits)) return null;
  const number = Number(digits);
  return number >= 1 && number <= mostHours ? number * 60 : null;
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
