import { type IdentityKey, type KeyKind, keyOf } from "./account-key.ts";
import { accept, type Result, refuse } from "./problem.ts";

/**
 * By what an outside account finds its person: something both have, or a part of the account's user name,
 * `{ kind: "own", pattern: "^([a-z]+\\d+)@", as: "number" }`.
 */
export type AccountRule = { readonly kind: KeyKind } | OwnRule;

interface OwnRule {
  readonly kind: "own";
  /** A regular expression with one group, read without case. */
  readonly pattern: string;
  readonly as: KeyKind;
}

/** What holds until the admin says otherwise. */
export const defaultAccountRules: readonly AccountRule[] = [
  ...([{ kind: "user" }, { kind: "number" }, { kind: "mobile" }, { kind: "email" }, { kind: "union" }] as const),
];

const mostRules = 12;
const longestPattern = 200;
const mostRepeats = 3;

/** The name of the rule at a place of the list: its kind, `own-5` for one of the admin's own. */
export function ruleName(rule: AccountRule, n: number): string {
  return rule.kind === "own" ? `own-${n}` : rule.kind;
}

/** Checks an ordered list: no kind twice, and patterns that cannot run away. */
export function makeAccountRules(rules: readonly AccountRule[]): Result<readonly AccountRule[]> {
  const names = rules.map(ruleName);
  const sound = rules.length <= mostRules && new Set(names).size === names.length;
  const harmless = rules.every((rule) => rule.kind !== "own" || isHarmless(rule.pattern));
  return sound && harmless ? accept(rules) : refuse("account-rules-malformed");
}

/** What an own rule reads from a user name, null when it does not fit. */
export function captureKey({ pattern, as }: OwnRule, userName: string): IdentityKey | null {
  return isHarmless(pattern) ? keyOf(as, new RegExp(pattern, "iu").exec(userName)?.[1]) : null;
}

/**
 * Whether a pattern has exactly one group and can only take polynomial time: nothing repeats a group, few things repeat, nothing
 * looks around or back.
 */
function isHarmless(pattern: string): boolean {
  if (pattern.length > longestPattern || /\(\?|\\[1-9k]/.test(pattern) || !isPattern(pattern)) return false;
  const bare = pattern.replace(/\\./g, "x").replace(/\[[^\]]*\]/g, "x");
  const groups = bare.split("(").length - 1;
  const repeats = bare.match(/[*+?]|\{\d/g)?.length ?? 0;
  return groups === 1 && repeats <= mostRepeats && !/\)[*+?{]/.test(bare);
}

function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern, "iu");
    return true;
  } catch {
    return false;
  }
}
