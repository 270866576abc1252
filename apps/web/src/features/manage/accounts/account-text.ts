import type { AccountEntry } from "../../../api.ts";
import type { Words } from "./words.ts";

type Counts = Readonly<Record<AccountEntry["state"], number>>;

/** The states in the order of the page: those that wait for somebody first. */
export const states = ["ambiguous", "unmatched", "matched", "nobody"] as const;

/** The state that opens first: the first that has something to do, else those that are matched. */
export function firstState(counts: Counts): AccountEntry["state"] {
  return states.find((state) => counts[state] > 0 && waits(state)) ?? "matched";
}

/** Whether an account of a state waits for somebody. */
export function waits(state: AccountEntry["state"]): boolean {
  return state === "ambiguous" || state === "unmatched";
}

/** Whether somebody said whose it is. */
export function isByHand({ state, rule }: AccountEntry): boolean {
  return state === "nobody" || rule === "hand";
}

/** By what an account found its person, or why it did not. */
export function reasonText(m: Words, { state, rule }: AccountEntry): string {
  if (state !== "matched") return m[`account.${state}Why`];
  const kind = rule?.startsWith("own") ? "own" : rule;
  const key = `account.by.${kind}`;
  return key in m ? m[key as "account.by.hand"] : m["account.by.own"];
}

/** What is told of an account under its user name. */
export function aboutText(m: Words, { displayName, source, active }: AccountEntry): string {
  const from = sourceText(m, source);
  return [displayName, from, active ? null : m["account.inactive"]].filter(Boolean).join(" · ");
}

/** Where an account comes from; a target is told by what it is, for its id says nothing. */
function sourceText(m: Words, source: string): string {
  if (source.startsWith("target:")) return m["account.source.target"];
  return source === "scim" || source === "ldap" ? m[`account.source.${source}`] : source;
}
