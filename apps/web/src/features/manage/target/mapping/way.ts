import type { Mapping } from "../../../../api.ts";
import { piecesOf, sourcesOf, templateOf } from "./template.ts";

export type Field = Mapping["fields"][number];
export type Rule = Mapping["rules"][number];
export type Table = NonNullable<Rule["table"]>;

/** How a field is filled: with words and chips, from one source, looked up in a table, with one thing always, or not at all. */
export type Way = "text" | "source" | "table" | "fixed" | "none";

/** The ways that make sense for a field, the usual one first. */
export function waysOf({ kind }: Field): readonly Way[] {
  if (kind === "text") return ["text", "table", "none"];
  if (kind === "date") return ["source", "none"];
  if (kind === "number") return ["source", "fixed", "table", "none"];
  return ["fixed", "table", "source", "none"];
}

/** How a rule fills its field; a way that the field has not is still told, so that nothing is lost on opening. */
export function wayOf(field: Field, rule: Rule | null): Way {
  if (rule === null) return "none";
  if (rule.table !== null) return isFixed(rule) ? "fixed" : "table";
  if (field.kind === "text") return "text";
  const pieces = piecesOf(rule.from);
  if (sourcesOf(rule.from).length === 0) return "fixed";
  return pieces.length === 3 && templateOf(pieces).trim().startsWith("{") ? "source" : "text";
}

/** The one source of a rule that is filled from one; `""` while none is chosen. */
export function sourceOf(rule: Rule | null): string {
  return sourcesOf(rule?.from ?? "")[0] ?? "";
}

/** What a rule always says, `"9"`. */
export function fixedOf(rule: Rule | null): string {
  return rule?.table?.otherwise ?? rule?.from ?? "";
}

/** A rule that takes one source as it is. */
export function fromSource(rule: Rule, source: string): Rule {
  return { ...rule, from: source === "" ? "" : `{${source}}` };
}

/** A rule that always says the same. It is kept as a table without rows, so that a choice that is gone is told on saving. */
export function fixed(rule: Rule, value: string): Rule {
  return { ...rule, from: "", table: { rows: {}, otherwise: value } };
}

/** The rule of a field once it is filled another way; what can be kept of the rule before is kept. Null for not at all. */
export function turned(field: Field, rule: Rule | null, way: Way): Rule | null {
  const { of, name: to } = field;
  const base: Rule = { of, to, from: "", table: null, optional: rule?.optional ?? false };
  if (way === "none") return null;
  if (way === "text") return { ...base, from: rule?.from ?? "" };
  if (way === "source") return fromSource(base, sourceOf(rule));
  const held = rule?.table != null && !isFixed(rule) ? rule.table : null;
  const always = rule !== null && wayOf(field, rule) === "fixed" ? fixedOf(rule) : "";
  if (way === "fixed") return fixed(base, held?.otherwise ?? always);
  return { ...fromSource(base, sourceOf(rule)), table: held ?? { rows: {}, otherwise: always } };
}

function isFixed({ from, table }: Rule): boolean {
  return table !== null && Object.keys(table.rows).length === 0 && sourcesOf(from).length === 0;
}

/** A table with another value for one key; null lets the key be as all others. */
export function rowSet({ rows, otherwise }: Table, key: string, value: string | null): Table {
  const { [key]: _, ...rest } = rows;
  return { rows: value === null ? rest : { ...rows, [key]: value }, otherwise };
}
