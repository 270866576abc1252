import { type Draw, drawFrom } from "../company/random.ts";
import type { FaultKind } from "./fault-kind.ts";

/** Which calls fail and how: the next `count` of them, or a share `rate` of all, at most until an instant. */
export interface Fault {
  readonly id: number;
  /** A path, a beginning with `*` behind it, or `*`. */
  readonly match: string;
  readonly kind: FaultKind;
  readonly count: number | null;
  readonly rate: number | null;
  /** How long a `timeout` stays silent and a `slow` answer takes, in real milliseconds. */
  readonly delayMs: number;
  /** By the simulator's clock. */
  readonly until: number | null;
  /** Of kind `code`: a number for the old host, a word for the new one, with its status. */
  readonly code: string | number | null;
  readonly status: number | null;
  /** Is it never wrapped with 88? */
  readonly isBusiness: boolean;
  readonly hits: number;
}

export interface Faults {
  add(fault: Omit<Fault, "id" | "hits">): Fault;
  /** The fault that hits this call, if any; it is used up by that. */
  hit(path: string): Fault | null;
  clear(): void;
  list(): readonly Fault[];
}

export function createFaults(seed: number, now: () => number): Faults {
  let faults: { rule: Fault; draw: Draw }[] = [];
  let counted = 0;
  return {
    add(fault) {
      counted += 1;
      const rule = { ...fault, id: counted, hits: 0 };
      faults.push({ rule, draw: drawFrom(seed, counted, 7) });
      return rule;
    },
    hit(path) {
      const found = faults.find(({ rule, draw }) => matches(rule.match, path) && isDue(rule, draw, now()));
      if (!found) return null;
      found.rule = { ...found.rule, hits: found.rule.hits + 1 };
      return found.rule;
    },
    clear() {
      faults = [];
    },
    list: () => faults.map(({ rule }) => rule),
  };
}

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : pattern === path;
}

function isDue({ count, rate, hits, until }: Fault, draw: Draw, now: number): boolean {
  if (until !== null && now >= until) return false;
  if (count !== null && hits >= count) return false;
  return rate === null || draw() < rate;
}
