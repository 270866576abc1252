import type { ScimFilter, ScimValue } from "@today/core/scim-filter";

/** One of several values of an attribute, `{ type: "work", value: "li@x.cn" }`. */
export type Entry = Readonly<Record<string, unknown>>;

/** Whether an entry is one that a filter of a path means; texts are compared without case. */
export function fitsEntry(entry: Entry, filter: ScimFilter): boolean {
  switch (filter.op) {
    case "and":
      return filter.parts.every((part) => fitsEntry(entry, part));
    case "or":
      return filter.parts.some((part) => fitsEntry(entry, part));
    case "not":
      return !fitsEntry(entry, filter.part);
    case "has":
      return false;
    case "pr":
      return valueAt(entry, filter.path) !== undefined;
    default:
      return compares(filter.op, plain(valueAt(entry, filter.path)), plain(filter.value));
  }
}

/** The entry that a filter describes, `type eq "work"` is `{ type: "work" }`; null for one that leaves it open. */
export function describedEntry(filter: ScimFilter): Entry | null {
  if (filter.op === "eq") return { [filter.path]: filter.value };
  if (filter.op !== "and") return null;
  const parts = filter.parts.map(describedEntry);
  return parts.includes(null) ? null : Object.assign({}, ...parts);
}

function valueAt(entry: Entry, path: string): unknown {
  const name = Object.keys(entry).find((one) => one.toLowerCase() === path);
  return name === undefined ? undefined : entry[name];
}

function plain(value: unknown): ScimValue {
  if (value === undefined || value === null) return null;
  return String(value).toLowerCase();
}

function compares(op: string, value: ScimValue, wanted: ScimValue): boolean {
  if (op === "eq") return value === wanted;
  if (op === "ne") return value !== wanted;
  if (typeof value !== "string" || typeof wanted !== "string") return false;
  if (op === "co") return value.includes(wanted);
  if (op === "sw") return value.startsWith(wanted);
  return op === "ew" && value.endsWith(wanted);
}
