import type { Mapping } from "../../../../api.ts";
import type { Field, Rule } from "./way.ts";

type Rules = readonly Rule[];
type Place = Pick<Field, "of" | "name">;

/** The rule that fills a field; null where nothing does. */
export function ruleFor(rules: Rules, { of, name }: Place): Rule | null {
  return rules.find((rule) => rule.of === of && rule.to === name) ?? null;
}

/** The rules with another one for a field; null for none. Those of other fields stay where they are. */
export function withRule(rules: Rules, field: Place, rule: Rule | null): Rule[] {
  const others = rules.filter((one) => !isOf(one, field));
  if (rule === null) return others;
  return rules.some((one) => isOf(one, field))
    ? rules.flatMap((one) => (isOf(one, field) ? (one === ruleFor(rules, field) ? [rule] : []) : [one]))
    : [...rules, rule];
}

/** The fields that two sets of rules fill differently, in their order; rules of fields that are no more there come last. */
export function changedFields(before: Rules, after: Rules, fields: Mapping["fields"]): Place[] {
  const gone = [...before, ...after].map(({ of, to }) => ({ of, name: to }));
  const all = [...fields, ...gone].filter(
    (one, at, list) => list.findIndex(({ of, name }) => of === one.of && name === one.name) === at,
  );
  return all.filter((field) => said(ruleFor(before, field)) !== said(ruleFor(after, field)));
}

/** The rules whose field the product no longer has. */
export function goneRules(rules: Rules, fields: Mapping["fields"]): Rule[] {
  return rules.filter((rule) => !fields.some((field) => isOf(rule, field)));
}

function isOf(rule: Rule, { of, name }: Place): boolean {
  return rule.of === of && rule.to === name;
}

function said(rule: Rule | null): string {
  if (rule === null) return "";
  const { from, table, optional } = rule;
  const rows = table === null ? null : Object.entries(table.rows).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([from, rows, table?.otherwise, optional]);
}
