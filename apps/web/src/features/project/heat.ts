import type { Minutes } from "@today/core/time/minutes";
import type { ProjectReport } from "../../api.ts";

type Person = ProjectReport["people"][number];

const lightest = 0.08;

/** How dark a cell is, 0 to 1 of the darkest: nothing at 0, and the most of all cells at 1. */
export function heatOf(minutes: Minutes, most: Minutes): number {
  if (minutes <= 0 || most <= 0) return 0;
  return lightest + (1 - lightest) * Math.min(1, minutes / most);
}

/** The most that one person did in one week. */
export function mostIn(people: readonly Person[]): Minutes {
  return Math.max(0, ...people.flatMap(({ weeks }) => weeks));
}

const warnAt = 30 * 60;
const limit = 36 * 60;

/** Whether a month's overtime is near the 36 hours of the law, or would pass them at this pace. */
export function isNearLimit({ monthOvertime, forecastOvertime }: Person): boolean {
  return monthOvertime >= warnAt || forecastOvertime > limit;
}
