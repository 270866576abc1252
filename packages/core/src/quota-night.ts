import { recordCalls } from "./call-cost.ts";
import { type MonthAhead, type NightKind, nightCalls, type Rhythm } from "./quota-ladder.ts";
import { nextNight, type QuotaState } from "./quota-state.ts";
import { type WorkDate, weekdayOf } from "./time/date.ts";
import type { Minutes } from "./time/minutes.ts";

/** When the night's run begins: 02:10. */
export const nightAt: Minutes = 130;

/** What the next night asks: calls by kind, how many people, and in how many nights everybody's turn comes. */
export interface NightPlan {
  readonly date: WorkDate;
  readonly calls: Readonly<Record<NightKind | "records" | "extras", number>>;
  readonly people: number;
  readonly rounds: number;
}

/** What the nights' records may cost: tonight, and until the month ends. */
export interface NightShare {
  readonly tonight: number;
  readonly reserved: number;
  readonly rounds: number;
}

/** What was chosen for the nights. */
export interface NightChoice {
  readonly share: NightShare;
  readonly runs: Readonly<Record<NightKind, Rhythm>>;
  readonly extras: boolean;
}

/**
 * The calls for the nights' records. Where they do not suffice for everybody every night, each night takes an equal part and at
 * least one batch, those longest without a pull first. A night that falls into the next month lives on that month's calls.
 */
export function shareOfNights({ nights, load, batches }: MonthAhead, left: number, monthlyCalls: number): NightShare {
  const everybody = recordCalls(load.people, batches);
  if (nights === 0) return { ...shareOf(everybody, Math.min(everybody, monthlyCalls)), reserved: 0 };
  if (left >= nights * everybody) return { tonight: everybody, reserved: nights * everybody, rounds: 1 };
  return { ...shareOf(everybody, left === 0 ? 0 : Math.max(1, Math.floor(left / nights))), reserved: left };
}

/** The next night. Only a night that takes everybody asks for more than records. */
export function planNight(state: QuotaState, month: MonthAhead, { share, runs, extras }: NightChoice): NightPlan {
  const date = nextNight(state);
  const isWeekly = weekdayOf(date) === 1;
  const callsFor = (kind: NightKind) => {
    const rhythm = runs[kind];
    return rhythm === "weekly" && !isWeekly ? 0 : nightCalls(kind, rhythm, month);
  };
  return {
    date,
    calls: {
      records: share.tonight,
      extras: extras ? month.extras.next : 0,
      schedules: callsFor("schedules"),
      leaves: callsFor("leaves"),
      results: callsFor("results"),
      approvals: callsFor("approvals"),
      checkins: callsFor("checkins"),
    },
    people: Math.min(state.people, share.tonight * state.batches.recordPeople),
    rounds: share.rounds,
  };
}

function shareOf(everybody: number, tonight: number): Pick<NightShare, "tonight" | "rounds"> {
  if (everybody === 0) return { tonight: 0, rounds: 1 };
  return { tonight, rounds: tonight === 0 ? 0 : Math.ceil(everybody / tonight) };
}
