import type { KeyKind } from "@today/core/account-key";
import { captureKey } from "@today/core/account-rule";
import type { AccountRule } from "../../../api.ts";

/** The kinds that accounts and people may have in common, in the order in which they are offered. */
export const kinds = ["user", "number", "mobile", "email", "union"] as const satisfies readonly KeyKind[];

/** Most rules that hold at once. */
const most = 12;

/** The list with the rule at a place one up (-1) or down (1); at the ends it stays. */
export function moved(rules: readonly AccountRule[], at: number, step: -1 | 1): readonly AccountRule[] {
  const [rule, other] = [rules[at], rules[at + step]];
  if (rule === undefined || other === undefined) return rules;
  return rules.map((one, n) => (n === at ? other : n === at + step ? rule : one));
}

/** The list without the rule at a place. */
export function dropped(rules: readonly AccountRule[], at: number): readonly AccountRule[] {
  return rules.filter((_, n) => n !== at);
}

/** The kinds that are not in the list yet. */
export function unusedKinds(rules: readonly AccountRule[]): readonly KeyKind[] {
  return kinds.filter((kind) => rules.every((rule) => rule.kind !== kind));
}

/** Whether one more fits. */
export function hasRoom(rules: readonly AccountRule[]): boolean {
  return rules.length < most;
}

/** Whether two lists say the same in the same order. */
export function areSame(one: readonly AccountRule[], other: readonly AccountRule[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A rule of one's own as it is written: the pattern, and as what the part counts. */
export interface OwnDraft {
  readonly pattern: string;
  readonly as: KeyKind;
}

/** What an own rule reads from each of some user names; null where it does not fit. */
export function readFrom({ pattern, as }: OwnDraft, names: readonly string[]): readonly (string | null)[] {
  return names.map((name) => captureKey({ kind: "own", pattern, as }, name)?.value ?? null);
}
