import type { Fields } from "./field.ts";

/** What a JSON text says; null when it says nothing or is none. */
export function jsonOf(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** An object's fields, or those of the object that a JSON text says; none for anything else. */
export function fieldsOf(value: unknown): Fields {
  const read = typeof value === "string" ? jsonOf(value) : value;
  return typeof read === "object" && read !== null && !Array.isArray(read) ? (read as Fields) : {};
}

/** A list, or the list that a JSON text says; empty for anything else. */
export function elementsOf(value: unknown): readonly unknown[] {
  const read = typeof value === "string" ? jsonOf(value) : value;
  return Array.isArray(read) ? read : [];
}
