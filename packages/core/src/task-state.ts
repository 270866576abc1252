import type { Minutes } from "./time/minutes.ts";

/** What the state of a task at a product is to say: somebody works on it, something is odd with their day, nobody came. */
export type TaskWord = "working" | "warning" | "paused";

/** Somebody's last day that is over. */
interface LastDay {
  /** By their names, `["late"]`. */
  readonly warnings: readonly string[];
}

/** A task there. `isOwn`: it is assigned to the person of the day; `isFree`: to nobody. */
export interface TaskAtTarget {
  readonly isClosed: boolean;
  readonly isOwn: boolean;
  readonly isFree: boolean;
  /** Counted minutes of the day that stand on it. */
  readonly minutes: Minutes;
}

const odd = ["late", "early-leave"];

/**
 * The word that somebody's last day says of a task; null when it says nothing, as a day of leave or rest does. A task of nobody is
 * worked on when hours stand on it, one of somebody else says what their day says, and a closed one is left alone.
 */
export function taskWordOf({ warnings }: LastDay, task: TaskAtTarget): TaskWord | null {
  const { isClosed, isOwn, isFree, minutes } = task;
  if (isClosed || !(isOwn || isFree)) return null;
  if (isOwn && warnings.includes("absent")) return "paused";
  if (isOwn && warnings.some((name) => odd.includes(name))) return "warning";
  return minutes > 0 ? "working" : null;
}
