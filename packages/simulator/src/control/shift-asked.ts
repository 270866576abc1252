import type { Shift, ShiftPoint } from "../company/shift.ts";
import { type Asked, optionalNumber, optionalText, Problem, textIn } from "./asked.ts";

const DAY_MINUTES = 24 * 60;
const MOST_POINTS = 6;

/** A shift from `{ name, points: ["09:00", "18:00"], rest?: ["12:00", "13:00"], flexMinutes?, freeOff? }`; what is not said stays. */
export function shiftIn(asked: Asked, own: { id: number; version: number; before: Shift | null }): Shift {
  const { id, version, before } = own;
  const points = asked.points === undefined && before ? before.points : pointsIn(asked.points);
  const rest = asked.rest === undefined && asked.points === undefined && before ? before.rest : restIn(asked.rest);
  const flexMinutes = optionalNumber(asked, "flexMinutes") ?? before?.flexMinutes ?? 0;
  const freeOff = typeof asked.freeOff === "boolean" ? asked.freeOff : (before?.freeOff ?? false);
  return {
    id,
    version,
    name: before ? (optionalText(asked, "name") ?? before.name) : textIn(asked, "name"),
    points,
    rest,
    workMinutes: workMinutes(points, rest),
    ...(flexMinutes > 0 ? { flexMinutes } : {}),
    ...(freeOff ? { freeOff } : {}),
  };
}

function pointsIn(value: unknown): ShiftPoint[] {
  const minutes = minutesIn(value);
  if (minutes.length < 2 || minutes.length % 2 === 1 || minutes.length > MOST_POINTS) {
    throw new Problem("points are no pairs of on and off");
  }
  return minutes.map((minute, index) => ({ type: index % 2 === 0 ? "OnDuty" : "OffDuty", minute }));
}

function restIn(value: unknown): Shift["rest"] {
  if (value === undefined || value === null) return null;
  const [start, end] = minutesIn(value);
  if (start === undefined || end === undefined) throw new Problem("rest is no pair of times");
  return { start, end };
}

/** Each time is later than the one before: 06:00 after 20:00 is on the next day. */
function minutesIn(value: unknown): number[] {
  if (!Array.isArray(value)) throw new Problem("points are no list of times");
  const minutes: number[] = [];
  for (const text of value) {
    const [, hours, rest] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(String(text)) ?? [];
    if (hours === undefined) throw new Problem(`${text} is not like 18:05`);
    const minute = Number(hours) * 60 + Number(rest);
    minutes.push(minute <= (minutes.at(-1) ?? -1) ? minute + DAY_MINUTES : minute);
  }
  return minutes;
}

function workMinutes(points: readonly ShiftPoint[], rest: Shift["rest"]): number {
  const whole = points.reduce((sum, { type, minute }) => sum + (type === "OnDuty" ? -minute : minute), 0);
  return whole - (rest ? rest.end - rest.start : 0);
}
