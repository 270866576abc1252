import { overtimeLevels } from "@today/core/overtime-month";
import type { Minutes } from "@today/core/time/minutes";
import type { OvertimeMonth } from "../../../api.ts";

/** Shares of a bar from 0 to 1: what was done, what it may come to, and the levels that one is warned at. */
export interface BarScale {
  readonly done: number;
  readonly forecast: number;
  readonly marks: readonly number[];
}

type Bar = Pick<OvertimeMonth, "minutes" | "forecast" | "limit">;

const mostLimits = 2;

/** How long bars are that stand below each other: the limit, more if somebody's forecast goes beyond, at most twice it. */
export function wholeOf(bars: readonly Bar[]): Minutes {
  const limit = bars[0]?.limit ?? 1;
  const longest = Math.max(limit, ...bars.flatMap(({ minutes, forecast }) => [minutes, forecast]));
  return Math.min(longest, limit * mostLimits);
}

/** A bar of a length; what is longer fills it. */
export function scaleOf({ minutes, forecast }: Bar, whole: Minutes): BarScale {
  const share = (length: Minutes) => Math.min(1, length / whole);
  return {
    done: share(minutes),
    forecast: share(Math.max(minutes, forecast)),
    marks: overtimeLevels.map(share).filter((mark) => mark < 1),
  };
}

/** Whether something of the month is worth a line. */
export function hasOvertime({ minutes, forecast, waiting, lieu }: OvertimeMonth): boolean {
  return minutes > 0 || forecast > 0 || waiting > 0 || lieu > 0;
}

/** The month before (-1) or after (1): of `2026-12` the next is `2027-01`. */
export function monthBeside(month: string, step: -1 | 1): string {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + step;
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`;
}
