import { type Draw, drawFrom } from "../company/random.ts";

const FAULT_KINDS = [
  "429",
  "busy",
  "timeout",
  "token-expired",
  "throttle",
  "ip",
  "permission",
  "quota",
  "http500",
  "html-ban",
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** Which calls fail and how: the next `count` of them, or a share `rate` of all. */
export interface Fault {
  readonly id: number;
  /** A path, a beginning with `*` behind it, or `*`. */
  readonly match: string;
  readonly kind: FaultKind;
  readonly count: number | null;
  readonly rate: number | null;
  /** How long a `timeout` stays silent, in real milliseconds. */
  readonly delayMs: number;
  readonly hits: number;
}

export interface Faults {
  add(fault: Pick<Fault, "match" | "kind" | "count" | "rate" | "delayMs">): Fault;
  /** The fault that hits this call, if any; it is used up by that. */
  hit(path: string): Fault | null;
  clear(): void;
  list(): readonly Fault[];
}

export function isFaultKind(kind: unknown): kind is FaultKind {
  return FAULT_KINDS.some((known) => known === kind);
}

export function createFaults(seed: number): Faults {
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
      const found = faults.find(({ rule, draw }) => matches(rule.match, path) && isDue(rule, draw));
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

function isDue({ count, rate, hits }: Fault, draw: Draw): boolean {
  if (count !== null && hits >= count) return false;
  return rate === null || draw() < rate;
}
