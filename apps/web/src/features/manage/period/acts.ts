import type { PeriodDetail, Periods, Session } from "../../../api.ts";

/** What can be done with a period as a whole. */
export type ActName = "begin" | "close" | "closeOpen" | "back" | "ask" | "agree" | "decline" | "withdraw";

/** The acts of a state: one that leads on, if there is one, and those beside it. */
export interface Acts {
  readonly first: ActName | null;
  readonly others: readonly ActName[];
}

type Person = Pick<Session["person"], "id" | "roles">;

/** How many things are open. Days that are still worked out are not: closing works them out first. */
export function openCount({ checks }: Pick<PeriodDetail, "checks">): number {
  return checks.filter(({ kind }) => kind !== "not-settled").reduce((sum, { count }) => sum + count, 0);
}

/** Whether the last day is over. */
export function isOver({ last }: { readonly last: string }, now: string): boolean {
  return now.slice(0, 10) > last;
}

/** What the reader may do with a period now: HR moves it, HR and finance ask for its reopening, and two people have to. */
export function actsOf(detail: Pick<PeriodDetail, "now" | "period" | "checks" | "closable">, me: Person): Acts {
  const { period, closable } = detail;
  if (period.state === "closed") return reopeningActs(period.reopening?.by.id ?? null, me);
  if (!me.roles.includes("hr")) return { first: null, others: [] };
  if (period.state === "open") return isOver(period, detail.now) ? only("begin") : { first: null, others: ["begin"] };
  if (!closable) return { first: null, others: ["back"] };
  return openCount(detail) === 0
    ? { first: "close", others: ["back"] }
    : { first: null, others: ["closeOpen", "back"] };
}

/** The period that is opened first: the last one that is over, else the newest. */
export function periodToOpen({ now, periods }: Pick<Periods, "now" | "periods">): Periods["periods"][number] | null {
  return periods.find((period) => isOver(period, now)) ?? periods[0] ?? null;
}

function reopeningActs(asker: string | null, { id, roles }: Person): Acts {
  if (!roles.includes("hr") && !roles.includes("finance")) return { first: null, others: [] };
  if (asker === null) return { first: null, others: ["ask"] };
  return asker === id ? { first: null, others: ["withdraw"] } : { first: "agree", others: ["decline"] };
}

function only(first: ActName): Acts {
  return { first, others: [] };
}
