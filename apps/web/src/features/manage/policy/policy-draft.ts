import { addDays, type WorkDate } from "@today/core/time/date";
import type { Policy, PolicyInput } from "../../../api.ts";

type Breaks = PolicyInput["breaks"];
type Rules = PolicyInput["rules"];
type Privacy = Policy["privacy"];

/** What a draft says of people's data; a draft is made of a whole policy, so that it says it. */
export function privacyOf({ privacy }: PolicyInput): Privacy {
  return privacy ?? { coordinateDays: 90, hourMonths: 24, basis: "notice", location: "optional" };
}

/** A draft with something else about people's data; consent is free, so that with it location is never required. */
export function withPrivacy(draft: PolicyInput, change: Partial<Privacy>): PolicyInput {
  const privacy = { ...privacyOf(draft), ...change };
  return { ...draft, privacy: privacy.basis === "consent" ? { ...privacy, location: "optional" } : privacy };
}

/** What is sent of a policy: all of it but its date. */
export function inputOf({ overtime, breaks, longDay, rules, privacy }: Policy): PolicyInput {
  return { overtime, breaks, longDay, rules, privacy };
}

/** A draft with some company rules changed. */
export function withRules(draft: PolicyInput, rules: Partial<Rules>): PolicyInput {
  return { ...draft, rules: { ...draft.rules, ...rules } };
}

/** Breaks of another kind: by length they begin with an hour off from six hours on. */
export function breaksOf(rule: Breaks["rule"], before: Breaks): Breaks {
  if (rule === before.rule) return before;
  return rule === "shift" ? { rule } : { rule, after: 360, minutes: 60 };
}

/** From when a change is offered: the first of the next month, or the first open day if that is later. */
export function offeredStart(today: WorkDate, openFrom: WorkDate | null): WorkDate {
  const next = `${addDays(`${today.slice(0, 8)}01`, 31).slice(0, 8)}01`;
  return openFrom !== null && openFrom > next ? openFrom : next;
}

/** What held just before a date, for what a new policy changes; and what was said for exactly that date, null for nothing. */
export function heldOn(policies: readonly Policy[], date: WorkDate): { held: Policy | null; said: Policy | null } {
  const held = policies.findLast(({ startsOn }) => startsOn === null || startsOn <= date) ?? null;
  return { held, said: held?.startsOn === date ? held : null };
}
