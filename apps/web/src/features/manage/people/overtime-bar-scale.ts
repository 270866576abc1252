import { overtimeLevels } from "@today/core/overtime-month";
import type { OvertimeMonth } from "../../../api.ts";

/** Shares of a bar from 0 to 1: what was done, what it may come to, and the levels that one is warned at. */
export interface BarScale {
  readonly done: number;
  readonly forecast: number;
  readonly marks: readonly number[];
}

/** A bar as long as the limit, longer if the forecast goes beyond. */
export function scaleOf({ minutes, forecast, limit }: Pick<OvertimeMonth, "minutes" | "forecast" | "limit">): BarScale {
  const whole = Math.max(limit, forecast, minutes, 1);
  return {
    done: minutes / whole,
    forecast: Math.max(minutes, forecast) / whole,
    marks: overtimeLevels.map((level) => level / whole).filter((mark) => mark < 1),
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
