import { hourlyFen } from "@today/core/terms";
import type { Minutes } from "@today/core/time/minutes";
import type { RateInput } from "../../../api.ts";
import { fenOf } from "../../../money.ts";

/** What somebody writes: an amount for an hour or for a month. */
export interface RateDraft {
  readonly unit: "hour" | "month";
  readonly written: string;
}

/** The rate that was meant with what is sent of it, or what is wrong. */
export type ReadRate =
  | { readonly input: RateInput; readonly fenPerHour: number }
  | { readonly fault: "empty" | "not-money" | "too-much" };

const most = { hour: 10_000_000, month: 1_000_000_000 };

/** Reads an amount in yuan; a month's is divided by 21.75 days of so many minutes. */
export function readRate({ unit, written }: RateDraft, dailyMinutes: Minutes): ReadRate {
  if (written.trim() === "") return { fault: "empty" };
  const fen = fenOf(written);
  if (fen === null) return { fault: "not-money" };
  if (fen > most[unit]) return { fault: "too-much" };
  if (unit === "hour") return { input: { fenPerHour: fen }, fenPerHour: fen };
  return { input: { fenPerMonth: fen }, fenPerHour: hourlyFen(fen, dailyMinutes) };
}
