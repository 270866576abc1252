import { type Day, MINUTE, midnight } from "./beijing.ts";

export type CheckType = "OnDuty" | "OffDuty";

/** A clock time that is due, in minutes from the work date's midnight; 1800 is six in the morning of the next day. */
export interface ShiftPoint {
  readonly type: CheckType;
  readonly minute: number;
}

export interface Shift {
  readonly id: number;
  /** What `shift_version` and `class_setting_id` carry. */
  readonly version: number;
  readonly name: string;
  /** On and off in turn. */
  readonly points: readonly ShiftPoint[];
  readonly rest: { readonly start: number; readonly end: number } | null;
  readonly workMinutes: number;
  /** 弹性: who comes so many minutes later or earlier may leave as much later or earlier. */
  readonly flexMinutes?: number;
  /** 下班免打卡: nobody has to punch out. */
  readonly freeOff?: boolean;
}

/** Minutes of lateness from which DingTalk's three verdicts hold. */
export const LATE = { permitted: 10, serious: 30, absent: 60 } as const;

export const DAY_SHIFT: Shift = {
  id: 677995086,
  version: 588655171,
  name: "白班",
  points: points(540, 1080),
  rest: { start: 720, end: 780 },
  workMinutes: 480,
};

export const SPLIT_SHIFT: Shift = {
  id: 677995201,
  version: 588655302,
  name: "两段班",
  points: points(510, 720, 810, 1080),
  rest: null,
  workMinutes: 480,
};

export const NIGHT_SHIFT: Shift = {
  id: 677995314,
  version: 588655419,
  name: "夜班",
  points: points(1200, 1800),
  rest: { start: 1440, end: 1500 },
  workMinutes: 540,
};

const FLEXIBLE_SHIFT: Shift = { ...DAY_SHIFT, id: 677995402, version: 588655503, name: "弹性班", flexMinutes: 60 };

const FREE_OFF_SHIFT: Shift = { ...DAY_SHIFT, id: 677995477, version: 588655577, name: "下班免打卡班", freeOff: true };

/** The last two are nobody's until they are put into a schedule. */
export const SHIFTS: readonly Shift[] = [DAY_SHIFT, SPLIT_SHIFT, NIGHT_SHIFT, FLEXIBLE_SHIFT, FREE_OFF_SHIFT];

/** The instant of a minute of a work date's line. */
export function instantOf(day: Day, minute: number): number {
  return midnight(day) + minute * MINUTE;
}

/** `1970-01-01 06:00:00` with `across` 1 for a time on the next day. */
export function clockTime(minute: number): { check_time: string; across: 0 | 1 } {
  const time = new Date((minute % 1440) * MINUTE).toISOString().slice(11, 19);
  return { check_time: `1970-01-01 ${time}`, across: minute >= 1440 ? 1 : 0 };
}

function points(...minutes: readonly number[]): ShiftPoint[] {
  return minutes.map((minute, index) => ({ type: index % 2 === 0 ? "OnDuty" : "OffDuty", minute }));
}
