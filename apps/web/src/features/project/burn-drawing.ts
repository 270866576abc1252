import { addDays, daysBetween, type WorkDate } from "@today/core/time/date";
import { type BurnDown, plannedLeft } from "./burn-down.ts";

/** The room of a drawing in pixels: its size, and what its labels take at the left, top and bottom. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** A burn-down in pixels. */
export interface BurnDrawing {
  readonly line: string;
  /** The line's area down to 0. */
  readonly area: string;
  readonly plan: string | null;
  readonly forecast: string | null;
  readonly band: string | null;
  readonly today: Place;
  /** Where the forecast meets 0; null where that lies beyond the drawing. */
  readonly end: Place | null;
  /** Heights of whole numbers of hours, 0 first. */
  readonly levels: readonly { readonly hours: number; readonly y: number }[];
  /** First days of months, not more than have room. */
  readonly months: readonly { readonly date: WorkDate; readonly x: number }[];
  readonly placeOf: (date: WorkDate, left: number) => Place;
}

/** Draws a burn-down into a room. */
export function drawBurn(burn: BurnDown, room: Room): BurnDrawing {
  const placeOf = scaleOf(burn, room);
  const points = burn.points.map(({ date, left }) => placeOf(date, left));
  const now = burn.points[burn.points.length - 1] ?? { date: burn.first, left: burn.budget };
  const today = placeOf(now.date, now.left);
  const { ends, plannedEnd, first } = burn;
  const ground = placeOf(first, 0).y;
  const isPlanned = plannedEnd !== null && plannedLeft(burn, first) !== null;
  return {
    line: lineOf(points),
    area: `${lineOf(points)}L${round(today.x)} ${round(ground)}L${round(points[0]?.x ?? 0)} ${round(ground)}Z`,
    plan: isPlanned ? lineOf([placeOf(first, burn.budget), placeOf(plannedEnd, 0)]) : null,
    forecast: ends && lineOf([today, placeOf(ends.on, 0)]),
    band: ends && `${lineOf([today, placeOf(ends.earliest, 0), placeOf(ends.latest, 0)])}Z`,
    today,
    end: ends !== null && ends.on <= burn.last ? placeOf(ends.on, 0) : null,
    levels: levelsOf(burn).map((hours) => ({ hours, y: placeOf(first, hours * 60).y })),
    months: monthsOf(burn, Math.max(2, Math.floor((room.width - room.left) / (room.left * 1.25)))).map((date) => ({
      date,
      x: placeOf(date, 0).x,
    })),
    placeOf,
  };
}

function scaleOf({ first, last, budget, floor }: BurnDown, room: Room): BurnDrawing["placeOf"] {
  const days = Math.max(1, daysBetween(first, last));
  const [wide, high] = [room.width - room.left, room.height - room.top - room.bottom];
  return (date, left) => ({
    x: room.left + (daysBetween(first, date) / days) * wide,
    y: room.top + ((budget - left) / (budget - floor)) * high,
  });
}

/** Round numbers of hours up to the budget, three or so: 0, 10,000, 20,000 of 26,000. */
function levelsOf({ budget }: BurnDown): number[] {
  const hours = budget / 60;
  const size = 10 ** Math.floor(Math.log10(Math.max(1, hours)));
  const step = [0.2, 0.5, 1, 2, 5].map((part) => part * size).find((one) => hours / one <= 4) ?? size;
  const whole = Math.max(1, Math.round(step));
  return Array.from({ length: Math.floor(hours / whole) + 1 }, (_, n) => n * whole);
}

function monthsOf({ first, last }: BurnDown, most: number): WorkDate[] {
  const all: WorkDate[] = [];
  const start = first.endsWith("-01") ? first : nextMonth(first);
  for (let date = start; date <= last; date = nextMonth(date)) all.push(date);
  const stride = Math.max(1, Math.ceil(all.length / most));
  return all.filter((_, n) => n % stride === 0);
}

function nextMonth(date: WorkDate): WorkDate {
  return `${addDays(`${date.slice(0, 8)}01`, 31).slice(0, 8)}01`;
}

function lineOf(places: readonly Place[]): string {
  return places.map(({ x, y }, n) => `${n === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
