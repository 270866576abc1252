import type { Target, Worklogs } from "../../../api.ts";

type Total = Worklogs["totals"][number];
export type Held = NonNullable<Total["held"]>;

/** So many worklogs of so many minutes. */
export interface Sum {
  readonly count: number;
  readonly minutes: number;
}

/** How the hours at a target stand. `waiting` are held back by reason, those of most minutes first. */
export interface Sums {
  /** To leave, or under way. */
  readonly due: Sum;
  readonly failed: Sum;
  /** There, as far as is known. */
  readonly there: Sum;
  readonly waiting: readonly (Sum & { readonly held: Held })[];
}

/** The totals of a list of worklogs by what they mean to a reader; one that waits in part counts in both. */
export function sumsOf(totals: readonly Total[]): Sums {
  const waiting = new Map<Held, Sum>();
  for (const { held, count, waiting: minutes } of totals)
    if (held !== null) waiting.set(held, plus(waiting.get(held) ?? none, { count, minutes }));
  const of = (...states: readonly Total["state"][]) =>
    totals.filter(({ state }) => states.includes(state)).reduce<Sum>(plus, none);
  const sent = totals.filter(({ sentMinutes }) => sentMinutes > 0);
  return {
    due: of("due", "sending", "unknown"),
    failed: of("failed"),
    there: sent.map(({ count, sentMinutes }) => ({ count, minutes: sentMinutes })).reduce<Sum>(plus, none),
    waiting: [...waiting].map(([held, sum]) => ({ held, ...sum })).sort((a, b) => b.minutes - a.minutes),
  };
}

/** When the first of those that are due leaves; null where none is. */
export function nextOf({ worklogs }: Pick<Worklogs, "worklogs">): string | null {
  return worklogs.flatMap(({ nextAt }) => nextAt ?? []).sort()[0] ?? null;
}

/** What a reader has to know first: something to mend, on, stopped by somebody, or not begun yet. */
export function standOf({ problem, state, pushedAt }: Pick<Target, "problem" | "state" | "pushedAt">) {
  if (problem !== null) return "broken";
  if (state === "on") return "on";
  return pushedAt === null ? "new" : "paused";
}

const none: Sum = { count: 0, minutes: 0 };

function plus(a: Sum, { count, minutes }: Sum): Sum {
  return { count: a.count + count, minutes: a.minutes + minutes };
}
