import type { Interval } from "@today/core/time/interval";
import type { Minutes } from "@today/core/time/minutes";
import { z } from "zod";
import type { DingTalk } from "../client.ts";
import { maybe, number, readAnswer, several, text } from "../lenient.ts";
import { checkType } from "./punch-record.ts";

const PATH = "/topapi/attendance/shift/query";
const HISTORY_PATH = "/topapi/attendance/shift/history/query";
const DAY = 1440;

/** What a shift demands, on the work date's line: 20:00 to 05:00 the next day is `{ start: 1200, end: 1740 }`. */
export interface ShiftDetail {
  readonly shiftId: string;
  /** Grows with every edit; schedules name the version they were made with. */
  readonly version: string | null;
  readonly name: string;
  readonly sections: readonly Interval[];
  readonly breaks: readonly Interval[];
}

/** One clock time of a shift, `{ type: "off", at: 1080 }`. */
export interface ShiftPoint {
  readonly type: "on" | "off";
  readonly at: Minutes;
}

/** `1970-01-01 09:00:00`, whose date says nothing (批量获取考勤组详情). */
export const minuteOfDay = z.string().transform((clock, context) => {
  const [, hours, minutes] = /(\d\d):(\d\d)(?::\d\d)?$/.exec(clock) ?? [];
  if (hours === undefined) context.addIssue({ code: "custom", message: "not a clock time" });
  return Number(hours) * 60 + Number(minutes);
});

export const shiftPoint = z
  .object({ check_type: checkType, check_time: minuteOfDay, across: maybe(number) })
  .transform((point): ShiftPoint => ({ type: point.check_type, at: point.check_time + (point.across ?? 0) * DAY }));

const shiftAnswer = z.object({
  result: z.object({
    id: text,
    name: maybe(text),
    sections: several(z.object({ punches: several(shiftPoint), rests: several(shiftPoint) })),
    shift_setting: maybe(z.object({ id: maybe(text) })),
  }),
});

/** The shift as it is today. `opUserId` must be an attendance administrator; an unknown shift throws `not-found` or `bad-request`. */
export async function shift(
  dingtalk: DingTalk,
  query: { readonly opUserId: string; readonly shiftId: string },
): Promise<ShiftDetail> {
  return ask(dingtalk, PATH, { op_user_id: query.opUserId, shift_id: Number(query.shiftId) });
}

/** The shift as it was in an earlier version, the one that a past day's schedule names; throws as `shift` does. */
export async function shiftVersion(
  dingtalk: DingTalk,
  query: { readonly opUserId: string; readonly shiftId: string; readonly version: string },
): Promise<ShiftDetail> {
  const { opUserId, shiftId, version } = query;
  const asked = { op_user_id: opUserId, shift_id: Number(shiftId), version: Number(version) };
  return { ...(await ask(dingtalk, HISTORY_PATH, asked)), shiftId, version };
}

async function ask(dingtalk: DingTalk, path: string, asked: object): Promise<ShiftDetail> {
  const { result } = readAnswer(await dingtalk.callOld(path, asked), path, shiftAnswer);
  return {
    shiftId: result.id,
    version: result.shift_setting?.id ?? null,
    name: result.name ?? "",
    sections: result.sections.flatMap((section) => intervalsOf(section.punches)),
    breaks: result.sections.flatMap((section) => intervalsOf(section.rests)),
  };
}

/** Pairs each start with the end that follows it; an end at or before its start lies on the next day. */
export function intervalsOf(points: readonly ShiftPoint[]): Interval[] {
  const intervals: Interval[] = [];
  let start: Minutes | null = null;
  for (const point of points) {
    if (point.type === "on") start = point.at;
    else if (start !== null) {
      intervals.push({ start, end: point.at > start ? point.at : point.at + DAY });
      start = null;
    }
  }
  return intervals;
}
