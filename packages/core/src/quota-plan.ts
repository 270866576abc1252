import {
  type Cadence,
  cadencesOf,
  costsOf,
  type DuePull,
  longestWait,
  type PullDay,
  pullDay,
  pullsLeft,
} from "./cadence.ts";
import type { Edition } from "./edition.ts";
import { editionFor, peopleEnoughFor } from "./edition-need.ts";
import { type Freshness, freshnessOf } from "./pull-freshness.ts";
import { punchesADay } from "./punch-habit.ts";
import { climb, closeCalls, type MonthAhead, type NightKind, type Rhythm, type Rung, rungsOf } from "./quota-ladder.ts";
import { type NightPlan, type NightShare, nightAt, planNight, shareOfNights } from "./quota-night.ts";
import { isRefused, monthAhead, pushesSuffice, pushesTooFewFrom, type QuotaState } from "./quota-state.ts";
import type { Minutes } from "./time/minutes.ts";

/** What a plan leaves out or does less often than it would like. */
export type Cut = NightKind | "records" | "extras" | "close-records" | "close-results" | "columns" | "days";

/** Why a plan is less than one would like. */
export type PlanReason =
  | { readonly code: "reserve-low"; readonly cut: Cut }
  /** From `from` people on another edition is needed, and `needs` is the smallest that is enough now. */
  | { readonly code: "edition-too-small"; readonly from: number; readonly needs: Edition["name"] | null }
  /** Punch events should not be subscribed to; a whole month's pushes are too few from `from` people on. */
  | { readonly code: "pushes-too-few"; readonly from: number | null }
  /** DingTalk refused; by its count `elsewhere` calls went to other apps. */
  | { readonly code: "refused"; readonly elsewhere: number };

/** What DingTalk is asked until the month ends. */
export interface QuotaPlan {
  /** Calls left of the month. */
  readonly left: number;
  readonly night: NightPlan;
  /** Calls set aside for the nights left, tonight's included, and for the close. */
  readonly reserve: { readonly nights: number; readonly calls: number; readonly close: number };
  readonly runs: Readonly<Record<NightKind, Rhythm>>;
  /** The calls of the close, 0 for what must be left out; null without a close this month. */
  readonly close: { readonly records: number; readonly results: number; readonly columns: number } | null;
  readonly days: DaysPlan;
  /** How often opening the app may start a pull of 50 people, of one call; null for never. */
  readonly shared: { readonly mostToday: number; readonly minutesBetween: Minutes; readonly calls: number } | null;
  /** Of a workday on which people punch by habit; null where nothing brings their punches this month. */
  readonly freshness: Freshness | null;
  readonly reasons: readonly PlanReason[];
}

/** The pulls by day. */
export interface DaysPlan {
  /** All calls that are not set aside: pulls, shared ones and those asked for by hand may use them. */
  readonly calls: number;
  /** What the cadence costs until the month ends, today's part included. */
  readonly planned: number;
  /** In time order; one whose time is not after now is due. */
  readonly today: readonly DuePull[];
  /** The longest time between two pulls of a workday; null with fewer than two. */
  readonly minutesBetween: Minutes | null;
  /** For how many minutes pushed punches are collected before they are pulled; null without events. */
  readonly collectEvery: Minutes | null;
}

const noCadence: Cadence = { pulls: 0, collectEvery: null, tier: 1 };
const nightKinds: readonly NightKind[] = ["schedules", "leaves", "results", "approvals", "checkins"];
const wholeCuts = ["extras", "close-records", "columns", "close-results"] as const;
/** A month has no more nights. */
const mostRounds = 31;
/** From 08:10 to 22:40 the app is opened. */
const openTime = { from: 490, to: 1360 };

/**
 * The plan of a month's calls from now on: first the nights, then the close, then the days, each as good as the calls left allow.
 * It holds no memory: asked again after any call, stop or restart it goes on from what was used.
 */
export function planCalls(state: QuotaState): QuotaPlan {
  const month = monthAhead(state);
  const left = Math.max(0, state.monthlyCalls - state.used);
  const share = shareOfNights(month, left, state.monthlyCalls);
  const days = daysOf(state);
  const choice = buy(state, { month, share, days, left });
  const { bought } = choice;
  const runs = rhythmsOf(bought);
  const nights = share.reserved + callsOfRungs(bought, isOfNight);
  const close = callsOfRungs(bought, isOfClose);
  const chosen = { ...days, cadence: days.cadences[bought.filter(isOfDays).length - 1] ?? noCadence };
  return {
    left,
    night: planNight(state, month, { share, runs, extras: bought.some(({ name }) => name === "extras") }),
    reserve: { nights: month.nights, calls: nights, close },
    runs,
    close: month.closes ? closeOf(bought, month) : null,
    days: { calls: left - nights - close, planned: callsOfRungs(bought, isOfDays), ...daysPlan(state, chosen) },
    shared: isRefused(state) ? null : sharedOf(choice.unplanned, month, state.now),
    freshness: freshnessReached(chosen, share.rounds),
    reasons: reasonsOf(state, choice),
  };
}

interface Choice {
  readonly bought: readonly Rung[];
  readonly rungs: readonly Rung[];
  /** Whether every night takes everybody; only then anything beyond the nights is bought. */
  readonly isWhole: boolean;
  /** Calls for shared pulls: their own rung, and what no further rung could be bought for. */
  readonly unplanned: number;
}

function buy(
  { now, lastPull, batches }: QuotaState,
  { month, share, days, left }: { month: MonthAhead; share: NightShare; days: DaysAhead; left: number },
): Choice {
  const ahead = { ...days, progress: { now, lastPull }, workdays: month.workdays };
  const rungs = rungsOf(month, costsOf(days.cadences, ahead, batches));
  const isWhole = share.rounds === 1;
  const free = left - share.reserved;
  const { bought, calls } = isWhole ? climb(rungs, free) : { bought: [], calls: 0 };
  const unplanned = callsOfRungs(bought, ({ name }) => name === "shared") + free - calls;
  return { bought, rungs, isWhole, unplanned };
}

function daysPlan({ now, lastPull, batches }: QuotaState, { cadence, ...days }: ChosenDays) {
  return {
    today: pullsLeft(days.today, cadence, { now, lastPull }, batches),
    minutesBetween: longestWait(usualDay(days), cadence),
    collectEvery: cadence.collectEvery,
  };
}

function freshnessReached({ cadence, ...days }: ChosenDays, rounds: number): Freshness | null {
  const { shifts, order } = usualDay(days);
  const { pulls, collectEvery } = cadence;
  return freshnessOf({
    shifts,
    pulls: order.slice(0, pulls),
    collectEvery,
    nightAt,
    rounds: Math.min(rounds, mostRounds),
  });
}

/** Today, or a workday to come when nobody works today. */
function usualDay({ today, coming }: DaysAhead): PullDay {
  return today.order.length > 0 ? today : coming;
}

interface DaysAhead {
  readonly today: PullDay;
  readonly coming: PullDay;
  readonly cadences: readonly Cadence[];
}

interface ChosenDays extends DaysAhead {
  readonly cadence: Cadence;
}

function daysOf(state: QuotaState): DaysAhead {
  const today = pullDay(state.shifts);
  const coming = pullDay(state.coming.shifts);
  const usual = coming.order.length > 0 ? coming : today;
  // What nobody is expected to punch costs pushes and calls that cannot be foreseen.
  const collects = state.eventsOn && pushesSuffice(state) && punchesADay(usual.shifts) > 0;
  const cadences = isRefused(state) ? [] : cadencesOf(usual, collects);
  return { today, coming, cadences };
}

function rhythmsOf(bought: readonly Rung[]): Record<NightKind, Rhythm> {
  const has = new Set(bought.map(({ name }) => name));
  const rhythm = (kind: NightKind): Rhythm => {
    if (has.has(`${kind}-nightly`)) return "nightly";
    return has.has(`${kind}-weekly`) ? "weekly" : "on-demand";
  };
  return {
    schedules: rhythm("schedules"),
    leaves: rhythm("leaves"),
    results: rhythm("results"),
    approvals: rhythm("approvals"),
    checkins: rhythm("checkins"),
  };
}

function closeOf(bought: readonly Rung[], month: MonthAhead): QuotaPlan["close"] {
  const calls = (name: Rung["name"], kind: "records" | "results" | "columns") =>
    bought.some((rung) => rung.name === name) ? closeCalls(kind, month) : 0;
  return {
    records: calls("close-records", "records"),
    results: calls("close-results", "results"),
    columns: calls("columns", "columns"),
  };
}

function sharedOf(calls: number, { workdays, isWorkedToday }: MonthAhead, now: Minutes): QuotaPlan["shared"] {
  const aDay = Math.floor(calls / Math.max(1, workdays + Number(isWorkedToday)));
  if (aDay === 0) return null;
  const openFor = openTime.to - openTime.from;
  const ahead = Math.min(openFor, Math.max(0, openTime.to - now));
  return { mostToday: Math.ceil((aDay * ahead) / openFor), minutesBetween: Math.ceil(openFor / aDay), calls };
}

function reasonsOf(state: QuotaState, choice: Choice): PlanReason[] {
  const reasons: PlanReason[] = [];
  const { refusedByDingTalk: refusal, monthlyCalls, people } = state;
  if (refusal !== null && isRefused(state))
    reasons.push({ code: "refused", elsewhere: Math.max(0, monthlyCalls - refusal.count) });
  reasons.push(...cutsOf(choice).map((cut) => ({ code: "reserve-low" as const, cut })));
  const enoughFor = peopleEnoughFor(state);
  if (people > enoughFor) reasons.push({ code: "edition-too-small", from: enoughFor + 1, needs: editionFor(state) });
  if (state.eventsOn && !pushesSuffice(state)) reasons.push({ code: "pushes-too-few", from: pushesTooFewFrom(state) });
  return reasons;
}

/** What was not bought; pulls by day count as cut only where not even those after starts and ends are made. */
function cutsOf({ bought, rungs, isWhole }: Choice): Cut[] {
  const left = isWhole ? rungs.slice(bought.length) : rungs;
  const missing = left.filter(({ calls }) => calls > 0);
  const lacks = (test: (rung: Rung) => boolean) => missing.some(test);
  const cuts: Cut[] = isWhole ? [] : ["records"];
  for (const kind of nightKinds) if (lacks(({ name }) => name.startsWith(kind))) cuts.push(kind);
  for (const cut of wholeCuts) if (lacks(({ name }) => name === cut)) cuts.push(cut);
  const enough = left.slice(0, left.findIndex(({ name }) => name === "schedules-nightly") + 1);
  if (enough.some((rung) => isOfDays(rung) && rung.calls > 0)) cuts.push("days");
  return cuts;
}

function callsOfRungs(rungs: readonly Rung[], test: (rung: Rung) => boolean): number {
  return rungs.reduce((sum, rung) => (test(rung) ? sum + rung.calls : sum), 0);
}

function isOfClose({ name }: Rung): boolean {
  return name === "columns" || name.startsWith("close");
}

function isOfNight({ name }: Rung): boolean {
  return name === "extras" || name.endsWith("-weekly") || name.endsWith("-nightly");
}

function isOfDays({ name }: Rung): boolean {
  return name === "day";
}
