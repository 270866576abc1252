import type { Sum } from "@today/db/project-sum";
import type { Money, ProjectReport } from "../contract.ts";

/** Minutes and money of one project, person or month, taken apart each way. */
export interface Cost extends Pick<ProjectReport, "kinds" | "places" | "states"> {
  readonly minutes: number;
  readonly money: Money;
}

const passed = { automatic: "approved", approved: "approved", waiting: "waiting", running: "waiting" } as const;

/** Adds sums up; kinds, places and states each come to the whole. Nothing mobile is in `onsite`. */
export function costOf(sums: readonly Sum[]): Cost {
  const cost = {
    minutes: 0,
    ...{ kinds: noKinds(), places: noPlaces(), states: { approved: 0, waiting: 0, rejected: 0 } },
    money: { fen: 0, kinds: noKinds(), places: noPlaces(), withoutRate: 0 },
  };
  for (const { place, overtime, state, minutes, fen, unrated } of sums) {
    const kind = overtime === "" ? "regular" : overtime;
    cost.minutes += minutes;
    cost.kinds[kind] += minutes;
    cost.places[place] += minutes;
    cost.states[state === "rejected" ? "rejected" : passed[state]] += minutes;
    cost.money.fen += fen;
    cost.money.kinds[kind] += fen;
    cost.money.places[place] += fen;
    cost.money.withoutRate += unrated;
  }
  return cost;
}

/** The costs of each key, in the order of the sums. */
export function costsByKey(sums: readonly Sum[]): Map<string, Cost> {
  const own = new Map<string, Sum[]>();
  for (const sum of sums) own.set(sum.key, [...(own.get(sum.key) ?? []), sum]);
  return new Map([...own].map(([key, list]) => [key, costOf(list)]));
}

function noKinds() {
  return { regular: 0, workday: 0, rest: 0, statutory: 0 };
}

function noPlaces() {
  return { onsite: 0, mobile: 0, trip: 0, unknown: 0 };
}
