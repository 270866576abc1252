import { daysBetween, isWorkDate } from "@today/core/time/date";
import { exportAddress } from "./api-month.ts";
import type { Language } from "./format.ts";

/** What can be taken away as a file. */
export type Exported = "hours" | "approvals" | "cost";

/** A file to take away: from when to when, days for hours and approvals, months for costs. */
export interface ExportChoice {
  readonly what: Exported;
  readonly format: "xlsx" | "csv";
  readonly from: string;
  readonly to: string;
}

/** Why it cannot be had, by the end of its message's key. */
export type ExportFault = "needDay" | "exportReversed" | "exportLong" | "exportLongMonths";

const mostDays = 62;
const mostMonths = 36;

/** What is wrong with a choice, or null. */
export function exportFault({ what, from, to }: ExportChoice): ExportFault | null {
  const isKnown = what === "cost" ? isMonth : isWorkDate;
  if (!isKnown(from) || !isKnown(to)) return "needDay";
  if (to < from) return "exportReversed";
  if (what === "cost") return monthNumber(to) - monthNumber(from) >= mostMonths ? "exportLongMonths" : null;
  return daysBetween(from, to) >= mostDays ? "exportLong" : null;
}

/** Its address; of one project, or of all. */
export function exportHref({ what, ...choice }: ExportChoice, lang: Language, project: string | null): string {
  return exportAddress(what, { ...choice, lang, project: project ?? undefined });
}

/** Whether a text is a month, `2026-09`. */
export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
}
