import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import { beijingDate, beijingInstant, LAST_INSTANT } from "./beijing.ts";
import { listOf, type RejectedRow } from "./lenient.ts";

// The long lists of a night are read by hand, as leniently as `lenient.ts` reads the short ones and many times faster.

/** One row as received. */
export type Fields = Readonly<Record<string, unknown>>;

/** Text that may arrive as a number: 685935028 is `"685935028"`; null when it is absent, empty or senseless. */
export function textOf(value: unknown): string | null {
  if (typeof value === "string") return value === "" ? null : value;
  return typeof value === "number" && Number.isFinite(value) ? String(value) : null;
}

/** A number that may arrive as text: `"120.017139"` is 120.017139; null when it is none. */
export function numberOf(value: unknown): number | null {
  const read = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof read === "number" && Number.isFinite(read) ? read : null;
}

/** A truth that may arrive as text or number: `"true"`, `"Y"`, `1`; null when it is none. */
export function truthOf(value: unknown): boolean | null {
  if (typeof value === "boolean") return value;
  const text = textOf(value);
  return text === null ? null : /^(true|y|yes|1)$/i.test(text);
}

/** An instant as epoch milliseconds, the same as text, or Beijing wall clock text; null when it is none. */
export function instantOf(value: unknown): Instant | null {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 1e10)
    return value > LAST_INSTANT ? null : value;
  const text = textOf(value);
  if (text === null) return null;
  if (!/^\d{11,}$/.test(text)) return beijingInstant(text);
  return Number(text) > LAST_INSTANT ? null : Number(text);
}

let known: { readonly value: unknown; readonly date: WorkDate | null } = { value: null, date: null };

/** A work date, sent as the epoch of Beijing midnight or as wall clock text; null when it is none. The same one comes many times in a row. */
export function workDateOf(value: unknown): WorkDate | null {
  if (value !== known.value) {
    const at = instantOf(value);
    known = { value, date: at === null ? null : beijingDate(at) };
  }
  return known.date;
}

/** A closed vocabulary, `{ OnDuty: "on", OffDuty: "off" }`. */
export type Words<T extends string> = ReadonlyMap<string, T>;

/** The vocabulary of these meanings. */
export function wordsOf<T extends string>(meanings: Readonly<Record<string, T>>): Words<T> {
  return new Map(Object.entries(meanings));
}

/** A word of a closed vocabulary; null for any other. */
export function wordOf<T extends string>(words: Words<T>, value: unknown): T | null {
  return typeof value === "string" || typeof value === "number" ? (words.get(String(value)) ?? null) : null;
}

/** The names of the fields that are null, as the reason why a row is set aside: `"id, userCheckTime"`. */
export function lacking(fields: Fields): string {
  return Object.keys(fields)
    .filter((name) => fields[name] === null)
    .join(", ");
}

/** Reads each row by itself; one of which `read` gives a reason instead is set aside and does not spoil the list. */
export function readEach<T extends object>(
  list: unknown,
  read: (row: Fields) => T | string,
): { rows: T[]; rejected: RejectedRow[] } {
  const rows: T[] = [];
  const rejected: RejectedRow[] = [];
  for (const raw of listOf(list)) {
    const row = typeof raw === "object" && raw !== null && !Array.isArray(raw) ? read(raw as Fields) : "row";
    if (typeof row === "string") rejected.push({ reason: row, raw });
    else rows.push(row);
  }
  return { rows, rejected };
}
