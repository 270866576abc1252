import { defaultPolicy, type Policy } from "@today/core/policy";
import { defaultPrivacy, type Privacy } from "@today/core/privacy";
import { defaultRules, type Rules } from "@today/core/rules";
import type { WorkDate } from "@today/core/time/date";
import { parseStored } from "./json-rows.ts";

/** A dated policy as stored; `value` is JSON of what differs from the default. */
export interface PolicyRow {
  readonly startsOn: WorkDate;
  readonly value: string;
}

export const policiesSql = `select starts_on as startsOn, value from policy where company_id = ?1 and group_id = ''
  order by starts_on`;

/** Makes the function that tells a date's policy: the one that started last, before the first one the default in the company's zone. */
export function createPolicyReader(rows: readonly PolicyRow[], zone: string): (date: WorkDate) => Policy {
  const first: Policy = { ...defaultPolicy, zone };
  const dated = rows.map(({ startsOn, value }) => ({
    startsOn,
    policy: { ...first, ...parseStored<Partial<Policy>>(value, {}) },
  }));
  return (date) => dated.findLast(({ startsOn }) => startsOn <= date)?.policy ?? first;
}

/** Makes the function that tells a date's company rules, which lie in the policy under `rules`; what is not said there is the default. */
export function createRulesReader(rows: readonly PolicyRow[]): (date: WorkDate) => Rules {
  const dated = rows.map(({ startsOn, value }) => {
    const { rules = {} } = parseStored<{ readonly rules?: Partial<Rules> }>(value, {});
    return { startsOn, rules: { ...defaultRules, ...rules } };
  });
  return (date) => dated.findLast(({ startsOn }) => startsOn <= date)?.rules ?? defaultRules;
}

/** Makes the function that tells what a company laid down about its people's data on a date; it lies in the policy under `privacy`. */
export function createPrivacyReader(rows: readonly PolicyRow[]): (date: WorkDate) => Privacy {
  const dated = rows.map(({ startsOn, value }) => {
    const { privacy = {} } = parseStored<{ readonly privacy?: Partial<Privacy> }>(value, {});
    return { startsOn, privacy: { ...defaultPrivacy, ...privacy } };
  });
  return (date) => dated.findLast(({ startsOn }) => startsOn <= date)?.privacy ?? defaultPrivacy;
}
