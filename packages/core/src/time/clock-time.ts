import { type Minutes, minutesPerDay } from "./minutes.ts";

const shape = /^([01]\d|2[0-3]):([0-5]\d)([+-]1)?$/;

/** A clock time's place on the line: `09:00` is 540, `06:00+1` is 1800, `22:00-1` is -120; null for any other text. */
export function parseClockTime(text: string): Minutes | null {
  const match = shape.exec(text);
  if (match === null) return null;
  return Number(match[1]) * 60 + Number(match[2]) + Number(match[3] ?? 0) * minutesPerDay;
}

/** The clock time of a place on the line: 1800 is `06:00+1`, -120 is `22:00-1`. */
export function formatClockTime(minute: Minutes): string {
  const day = Math.floor(minute / minutesPerDay);
  const rest = minute - day * minutesPerDay;
  const clock = `${pad(Math.floor(rest / 60))}:${pad(rest % 60)}`;
  if (day > 0) return `${clock}+${day}`;
  return day < 0 ? `${clock}${day}` : clock;
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
