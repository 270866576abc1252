import { addDays, daysBetween, type WorkDate } from "@today/core/time/date";
import type { Minutes } from "@today/core/time/minutes";
import type { ProjectReport } from "../../api.ts";

/** How much was left at the end of a day; below 0 once more than the budget is used. */
export interface BurnPoint {
  readonly date: WorkDate;
  readonly left: Minutes;
}

/** What a burn-down shows. */
export interface BurnDown {
  readonly first: WorkDate;
  readonly last: WorkDate;
  readonly budget: Minutes;
  /** The lowest line: 0, or what is overrun. */
  readonly floor: Minutes;
  /** From the whole budget on the first day to what is left today. */
  readonly points: readonly BurnPoint[];
  readonly plannedEnd: WorkDate | null;
  /** When it ends at the pace of the last weeks, and between which days. */
  readonly ends: { readonly on: WorkDate; readonly earliest: WorkDate; readonly latest: WorkDate } | null;
}

type Source = Pick<ProjectReport, "burn" | "budget" | "forecast" | "project">;

/** A report as a burn-down; null without a budget in hours or without hours. */
export function burnDown({ burn, budget, forecast, project }: Source): BurnDown | null {
  const [earliest, today] = [burn[0], burn[burn.length - 1]];
  if (!budget?.minutes || earliest === undefined || today === undefined) return null;
  const whole = budget.minutes;
  const first = startOf(project.startsOn, earliest.date);
  const left = whole - today.used;
  const ends = left > 0 ? endsOf(forecast) : null;
  return {
    first,
    last: lastOf(first, today.date, [budget.endsOn, ends?.latest ?? null]),
    budget: whole,
    floor: Math.min(0, left),
    points: [{ date: first, left: whole }, ...burn.map(({ date, used }) => ({ date, left: whole - used }))],
    plannedEnd: budget.endsOn,
    ends,
  };
}

/** What should be left on a day if the budget were used evenly until the planned end; null without one. */
export function plannedLeft({ first, budget, plannedEnd }: BurnDown, date: WorkDate): Minutes | null {
  if (plannedEnd === null || plannedEnd <= first) return null;
  const share = daysBetween(date, plannedEnd) / daysBetween(first, plannedEnd);
  return Math.round(budget * Math.min(1, Math.max(0, share)));
}

/** The point next to a day, so many days after the first. */
export function pointNear({ first, points }: BurnDown, days: number): BurnPoint | undefined {
  const away = ({ date }: BurnPoint) => Math.abs(daysBetween(first, date) - days);
  return points.reduce<BurnPoint | undefined>((best, one) => (best && away(best) < away(one) ? best : one), undefined);
}

function startOf(startsOn: WorkDate | null, earliest: WorkDate): WorkDate {
  return startsOn !== null && startsOn <= earliest ? startsOn : `${earliest.slice(0, 8)}01`;
}

function endsOf(forecast: ProjectReport["forecast"]): BurnDown["ends"] {
  if (forecast === null || forecast.endsOn === null) return null;
  const { endsOn, earliest, latest } = forecast;
  return { on: endsOn, earliest: earliest ?? endsOn, latest: latest ?? endsOn };
}

const leastAhead = 60;

// A forecast years away would press what has happened into a corner: it may take as much room as the past, no more.
function lastOf(first: WorkDate, today: WorkDate, wished: readonly (WorkDate | null)[]): WorkDate {
  const farthest = addDays(today, Math.max(leastAhead, daysBetween(first, today)));
  const [planned, forecast] = wished;
  const ahead = forecast != null && forecast > farthest ? farthest : forecast;
  return [planned, ahead].reduce<WorkDate>((last, date) => (date != null && date > last ? date : last), today);
}
