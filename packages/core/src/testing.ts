import type { Pick, SplitPart } from "./allocation.ts";
import { defaultPolicy } from "./policy.ts";
import type { Punch } from "./punch.ts";
import type { Shift } from "./shift.ts";
import type { Site } from "./site.ts";
import { parseClockTime } from "./time/clock-time.ts";
import type { Interval } from "./time/interval.ts";
import type { Instant, Minutes } from "./time/minutes.ts";
import { instantAt } from "./time/zone.ts";
import type { DayFacts } from "./workday.ts";

/** The work date of every example: a Monday. */
export const monday = "2026-09-14";

/** A clock time's place on the line; throws for what is none. */
export function at(clock: string): Minutes {
  const minute = parseClockTime(clock);
  if (minute === null) throw new Error(`not a clock time: ${clock}`);
  return minute;
}

/** `span("09:00-18:00")`, also `span("20:00-06:00+1")`. */
export function span(text: string): Interval {
  const [, start = "", end = ""] = /^(.{5}(?:[+-]1)?)-(.+)$/.exec(text) ?? [];
  return { start: at(start), end: at(end) };
}

/** A shift of sections and breaks: `shift(["09:00-18:00"], ["12:00-13:00"])`. */
export function shift(sections: readonly string[], breaks: readonly string[] = []): Shift {
  return { sections: sections.map(span), breaks: breaks.map(span) };
}

/** 09:00 to 18:00 with lunch from 12:00 to 13:00. */
export const nineToSix: Shift = shift(["09:00-18:00"], ["12:00-13:00"]);

/** 08:30 to 12:00 and 13:30 to 18:00. */
export const twoSections: Shift = shift(["08:30-12:00", "13:30-18:00"]);

/** The instant of a clock time on the work date in Shanghai. */
export function instant(clock: string): Instant {
  return instantAt(monday, at(clock), "Asia/Shanghai");
}

/** A valid clock-in without a place. */
export function on(clock: string, more: Partial<Punch> = {}): Punch {
  return punch("on", clock, more);
}

/** A valid clock-out without a place. */
export function off(clock: string, more: Partial<Punch> = {}): Punch {
  return punch("off", clock, more);
}

function punch(type: "on" | "off", clock: string, more: Partial<Punch> = {}): Punch {
  return {
    id: `${type} ${clock}`,
    at: instant(clock),
    arrivedAt: instant(clock),
    type,
    valid: true,
    lat: null,
    lng: null,
    accuracy: null,
    ssid: null,
    bssid: null,
    machine: null,
    result: null,
    ...more,
  };
}

/** A pick made at its `from`, or at 07:00 for the whole day. */
export function pick(project: string, from: string | null = null, more: Partial<Pick> = {}): Pick {
  const id = `${project} ${from ?? "all day"}`;
  return { id, project, task: null, from: from === null ? null : at(from), madeAt: instant(from ?? "07:00"), ...more };
}

export function part(project: string, minutes: Minutes, task: string | null = null): SplitPart {
  return { project, task, minutes };
}

/** A site of 300 m around 30.2854, 120.0171. */
export function site(project: string, more: Partial<Site> = {}): Site {
  return { id: `site ${project}`, project, lat: 30.2854, lng: 120.0171, radius: 300, ssids: [], machines: [], ...more };
}

/** Coordinates so many metres north of the centre of `site`. */
export function north(metres: number, accuracy: number | null = null): Partial<Punch> {
  return { lat: 30.2854 + (metres / 6_371_008.8) * (180 / Math.PI), lng: 120.0171, accuracy };
}

/** A workday with `nineToSix`, over, with nothing in it but what is given. */
export function day(more: Partial<DayFacts> = {}): DayFacts {
  return {
    date: monday,
    now: instant("12:00+1"),
    dayKind: "workday",
    shift: nineToSix,
    punches: [],
    leaves: [],
    trips: [],
    overtime: [],
    picks: [],
    split: [],
    sites: [],
    defaultProject: null,
    policy: defaultPolicy,
    ...more,
  };
}
