import type { WorkDate } from "@today/core/time/date";
import type { ProjectReport } from "../../api.ts";
import { shortDate } from "../../format.ts";
import { hoursOf } from "../../hour-sums.ts";
import { percentOf, yuan } from "../../money.ts";
import type { Words } from "./project-words.ts";

/** A sentence about a budget: amber where something can be done, green where all is well, else a plain fact. */
export interface Told {
  readonly tone: "todo" | "good" | "fact";
  readonly text: string;
}

/** One budget of a project: hours or money. */
export interface Stand {
  readonly unit: "minutes" | "fen";
  readonly used: number;
  readonly budget: number;
  readonly endsOn: WorkDate | null;
  readonly forecast: ProjectReport["forecast"];
  readonly today: WorkDate;
}

/** How the budget in hours stands; null without one. */
export function hoursStand({ used, budget, forecast, now }: ProjectReport): Stand | null {
  if (!budget?.minutes) return null;
  const { minutes, endsOn } = budget;
  return { unit: "minutes", used, budget: minutes, endsOn, forecast, today: now.slice(0, 10) };
}

/** How the budget in money stands; null without one, and for all but finance. */
export function moneyStand({ money, budget, moneyForecast, now }: ProjectReport): Stand | null {
  if (money === undefined || !budget?.fen) return null;
  const { fen, endsOn } = budget;
  return {
    unit: "fen",
    used: money.fen,
    budget: fen,
    endsOn,
    forecast: moneyForecast ?? null,
    today: now.slice(0, 10),
  };
}

/** Whether it will hold, in one sentence. */
export function forecastTold(m: Words, stand: Stand): Told {
  const { used, budget, forecast, endsOn, today } = stand;
  const over = used - budget;
  if (over > 0) return { tone: "todo", text: m["report.forecast.over"](amountOf(stand, over)) };
  if (over === 0) return { tone: "todo", text: m["report.forecast.full"] };
  if (forecast === null) return { tone: "fact", text: m["report.forecast.short"] };
  if (forecast.weekly <= 0) return { tone: "fact", text: m["report.forecast.still"] };
  const { daysEarly } = forecast;
  const day = (date: WorkDate) => dayText(date, today);
  if (forecast.endsOn === null || endsOn === null) {
    return forecast.endsOn === null
      ? { tone: "good", text: m["report.forecast.holds"] }
      : { tone: "fact", text: m["report.forecast.ends"](day(forecast.endsOn)) };
  }
  if (daysEarly !== null && daysEarly > 0) {
    return { tone: "todo", text: m["report.forecast.early"](day(forecast.endsOn), daysEarly) };
  }
  return { tone: "good", text: m["report.forecast.holdsUntil"](day(endsOn)) };
}

/** The same beside a bar, in a word or two: `早 26 天`, `剩 9%`, `按计划`. */
export function standTold(m: Words, stand: Stand): Told {
  const { used, budget, forecast } = stand;
  const left = Math.max(0, budget - used);
  if (used > budget) return { tone: "todo", text: m["report.over"](amountOf(stand, used - budget)) };
  const share = percentOf(left, budget);
  if (left * 10 <= budget) return { tone: "todo", text: m["report.left"](share) };
  const early = forecast?.daysEarly ?? 0;
  if (early > 0) return { tone: "todo", text: m["report.early"](early) };
  const isPlanned = forecast !== null && forecast.weekly > 0 && stand.endsOn !== null;
  return { tone: "fact", text: isPlanned ? m["report.onPlan"] : m["report.left"](share) };
}

/** `11/22`; of another year `2027/1/10`. */
export function dayText(date: WorkDate, today: WorkDate): string {
  const short = shortDate(date);
  return date.slice(0, 4) === today.slice(0, 4) ? short : `${date.slice(0, 4)}/${short}`;
}

function amountOf({ unit }: Stand, amount: number): string {
  return unit === "fen" ? yuan(amount) : hoursOf(amount);
}
