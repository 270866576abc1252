import type { Suggestion, Today } from "../../api.ts";
import type { AskEntry } from "../../ask-queue.ts";
import type { KeptToday } from "../../phone-cache.ts";
import type { QueueEntry } from "../../pick-queue.ts";
import type { ProjectsById } from "../../ui/project-mark.tsx";
import type { DayView } from "./day-view.ts";

/** Everything the parts of 今天 are drawn from. */
export interface Day {
  readonly today: KeptToday;
  readonly view: DayView;
  /** As the person was shown it first. */
  readonly offer: { readonly suggestions: readonly Suggestion[]; readonly consequence: Today["consequence"] };
  readonly projects: ProjectsById;
  readonly entries: readonly QueueEntry[];
  /** Requests of this phone on their way. */
  readonly asks: readonly AskEntry[];
  /** Ids of projects that share a colour with another. */
  readonly striped: ReadonlySet<string>;
}

/** Which sheet is open. */
export type Open = "all" | "switch" | "correct" | null;

/** The projects that may be booked today. */
export function bookable({ today, projects }: Pick<Day, "today" | "projects">) {
  return [...projects.values()].filter(
    ({ startsOn, closedOn }) =>
      (startsOn === null || startsOn <= today.date) && (closedOn === null || today.date <= closedOn),
  );
}

/** Whether the first choice of the day is still only on this phone. */
export function firstPickWaits({ entries, today }: Pick<Day, "entries" | "today">): boolean {
  const waits = entries.some(({ item: pick, state }) => pick.date === today.date && state === "waiting");
  return waits && today.picks.length === 0 && today.split === null;
}
