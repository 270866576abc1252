import type { Minutes } from "./time/minutes.ts";

/** The most overtime of a month by 劳动法 第四十一条: 36 hours. */
export const monthlyLimit = 2160;

/** From where on a month's overtime is worth a word: 24, 30 and 36 hours. */
export const overtimeLevels = [1440, 1800, monthlyLimit] as const;

export type OvertimeLevel = (typeof overtimeLevels)[number];

/** One person's overtime in a month that may still run; rest days given back as time off are left out by the caller. */
export interface MonthSoFar {
  readonly minutes: Minutes;
  /** Approved for the days that are left. */
  readonly approvedAhead: Minutes;
  /** Overtime of the last complete weeks, up to four. */
  readonly weeks: readonly Minutes[];
  /** Days of the month after today. */
  readonly daysLeft: number;
}

/** Where a month stands and where it goes, each with the highest level it reaches. */
export interface OvertimeMonth {
  readonly minutes: Minutes;
  readonly forecast: Minutes;
  readonly level: OvertimeLevel | null;
  readonly forecastLevel: OvertimeLevel | null;
}

/** Adds to a month's overtime what is approved ahead, or what the days left bring at the pace of the last weeks if that is more. */
export function overtimeMonth({ minutes, approvedAhead, weeks, daysLeft }: MonthSoFar): OvertimeMonth {
  const forecast = minutes + Math.max(approvedAhead, paceOf(weeks, daysLeft));
  return { minutes, forecast, level: levelOf(minutes), forecastLevel: levelOf(forecast) };
}

function paceOf(weeks: readonly Minutes[], daysLeft: number): Minutes {
  if (weeks.length === 0) return 0;
  const sum = weeks.reduce((total, week) => total + week, 0);
  return Math.floor((sum * daysLeft) / (weeks.length * 7));
}

function levelOf(minutes: Minutes): OvertimeLevel | null {
  return overtimeLevels.findLast((level) => minutes >= level) ?? null;
}
