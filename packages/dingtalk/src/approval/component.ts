import { type Fields, textOf } from "../field.ts";
import { elementsOf, fieldsOf, jsonOf } from "../json.ts";
import type { RejectedRow } from "../lenient.ts";

const DEEPEST = 4;

/** One component of a filled-in form, whichever of DingTalk's three notations it came in. */
export interface FormComponent {
  readonly id: string | null;
  /** Its label; two of a range are joined, `开始时间/结束时间`. */
  readonly name: string;
  /** What the suite calls it, `startTime`; labels can be renamed, this cannot. */
  readonly alias: string | null;
  /** `DDDateField`; of a suite's parts, which bear none, the beginning of their id. */
  readonly type: string;
  /** As received; an empty one, absent one or the text `"null"` is null. */
  readonly value: string | null;
  readonly extension: Fields;
  readonly extensionList: readonly unknown[];
  /** The components of a suite (`DDBizSuite`). */
  readonly parts: readonly FormComponent[];
  /** The lines of a table. */
  readonly lines: readonly (readonly FormComponent[])[];
}

/** The components of a form, bad ones set aside. */
export function readComponents(list: unknown): { components: FormComponent[]; rejected: RejectedRow[] } {
  return readList(list, 0);
}

/** All components, those inside suites in place of the suites; tables stay whole. */
export function flatComponents(components: readonly FormComponent[]): FormComponent[] {
  return components.flatMap((one) => (one.parts.length > 0 ? flatComponents(one.parts) : [one]));
}

function readList(list: unknown, depth: number) {
  const components: FormComponent[] = [];
  const rejected: RejectedRow[] = [];
  if (depth > DEEPEST) return { components, rejected };
  for (const raw of elementsOf(list)) {
    const component = readComponent(fieldsOf(raw), depth);
    if (component === null) rejected.push({ reason: "id, name", raw });
    else components.push(component);
  }
  return { components, rejected };
}

function readComponent(row: Fields, depth: number): FormComponent | null {
  const props = fieldsOf(row.props);
  const id = textOf(row.id) ?? textOf(row.key) ?? textOf(props.id);
  const name = textOf(row.name) ?? textOf(row.label) ?? textOf(props.label);
  const alias = textOf(row.bizAlias) ?? textOf(row.biz_alias) ?? textOf(props.bizAlias);
  if (id === null && name === null && alias === null) return null;
  const type = textOf(row.componentType) ?? textOf(row.component_type) ?? textOf(row.componentName) ?? prefixOf(id);
  const value = valueText(row.value);
  const extension = row.extValue ?? row.ext_value ?? row.extendValue ?? row.extend_value;
  const nested = elementsOf(value);
  const isTable = type === "TableField" || nested.some((line) => "rowValue" in fieldsOf(line));
  const isSuite = !isTable && (type === "DDBizSuite" || isParts(nested));
  return {
    ...{ id, name: nameOf(name ?? alias ?? ""), alias, type, value },
    extension: fieldsOf(extension),
    extensionList: elementsOf(extension),
    parts: isSuite ? readList(nested, depth + 1).components : [],
    lines: isTable ? linesOf(nested, depth) : [],
  };
}

function linesOf(nested: readonly unknown[], depth: number): FormComponent[][] {
  return nested.map((line) => readList(fieldsOf(line).rowValue ?? line, depth + 1).components);
}

function isParts(nested: readonly unknown[]): boolean {
  return nested.length > 0 && nested.every((part) => "bizAlias" in fieldsOf(part));
}

function valueText(value: unknown): string | null {
  if (typeof value === "object" && value !== null) return JSON.stringify(value);
  if (typeof value === "boolean") return String(value);
  const text = textOf(value);
  return text === "null" ? null : text;
}

function nameOf(name: string): string {
  const labels = name.startsWith("[") ? elementsOf(jsonOf(name)).map(String) : [];
  return labels.length > 0 ? labels.join("/") : name;
}

function prefixOf(id: string | null): string {
  return /^([A-Za-z]+Field|DDBizSuite)(?=[-_])/.exec(id ?? "")?.[1] ?? "";
}
