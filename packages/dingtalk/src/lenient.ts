import { z } from "zod";
import { beijingInstant, LAST_INSTANT } from "./beijing.ts";
import type { Answer } from "./envelope.ts";
import { DingTalkError } from "./error.ts";

/** A row set aside because a field that identifies it was missing or malformed, `reason` naming the fields: `"userCheckTime"`. */
export interface RejectedRow {
  readonly reason: string;
  readonly raw: unknown;
}

/** Text that may arrive as a number, such as an id: 685935028 is `"685935028"`. */
export const text = z.union([z.string().min(1), z.number()]).transform(String);

/** A number that may arrive as text: `"120.017139"` is 120.017139. */
export const number = z
  .union([z.number(), z.string().trim().min(1)])
  .transform(Number)
  .pipe(z.number());

/** A truth that may arrive as text or number: `"true"`, `"Y"`, `1`. */
export const truth = z
  .union([z.boolean(), z.string(), z.number()])
  .transform((value) => /^(true|y|yes|1)$/i.test(String(value)));

/** An instant as epoch milliseconds, the same as text, or Beijing wall clock text. */
export const instant = z.union([z.number(), z.string()]).transform((value, context) => {
  const at = /^\d{11,}$/.test(String(value)) ? Number(value) : beijingInstant(String(value));
  if (at !== null && at <= LAST_INSTANT) return at;
  context.addIssue({ code: "custom", message: "not an instant" });
  return z.NEVER;
});

/** A list of ids that may arrive as a list, one bare id, or comma-separated or bracketed text: `"[user456]"`. */
export const idList = z
  .union([z.array(z.union([z.string(), z.number()])), z.string(), z.number()])
  .transform((value) =>
    Array.isArray(value)
      ? value
      : String(value)
          .replace(/[[\]"\s]/g, "")
          .split(","),
  )
  .transform((ids) => ids.map(String).filter((id) => id !== ""));

/** A field of any kind that may be absent, read later row by row. */
export const anything = z.unknown().optional();

/** A list that may be absent or a bare element instead of a list of one. */
export function several<T extends z.ZodType>(schema: T) {
  return anything.transform(listOf).pipe(z.array(schema));
}

/** A field that may be absent, null, empty or senseless, all of which read as null. */
export function maybe<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable()).catch(null);
}

/** A field with a closed vocabulary, `oneOf({ OnDuty: "on", OffDuty: "off" })`; a word outside it is senseless. */
export function oneOf<T extends string>(words: Readonly<Record<string, T>>) {
  return z.union([z.string(), z.number()]).transform((word, context) => {
    const meaning = words[String(word)];
    if (meaning === undefined) context.addIssue({ code: "custom", message: "unknown word" });
    return meaning ?? z.NEVER;
  });
}

/** Reads each row by itself and builds of it what is wanted; a bad one is set aside and does not spoil the list. An absent list is empty. */
export function readRows<S extends z.ZodType, T>(
  list: unknown,
  schema: S,
  build: (row: z.output<S>, raw: unknown) => T,
): { rows: T[]; rejected: RejectedRow[] } {
  const rows: T[] = [];
  const rejected: RejectedRow[] = [];
  for (const raw of listOf(list)) {
    const read = schema.safeParse(raw);
    if (read.success) rows.push(build(read.data, raw));
    else rejected.push({ reason: fieldsOf(read.error), raw });
  }
  return { rows, rejected };
}

/** Reads an answer that must have this shape; otherwise throws `unreadable`, naming the fields. */
export function readAnswer<T>(answer: Answer, path: string, schema: z.ZodType<T>): T {
  const read = schema.safeParse(answer);
  if (read.success) return read.data;
  throw new DingTalkError({ kind: "unreadable", path, code: fieldsOf(read.error) });
}

/** A list as such, also when it is absent or, as in DingTalk's own samples, a bare element instead of a list of one. */
export function listOf(list: unknown): readonly unknown[] {
  if (Array.isArray(list)) return list;
  return list === null || list === undefined || list === "" ? [] : [list];
}

function fieldsOf(error: z.ZodError): string {
  return [...new Set(error.issues.map((issue) => issue.path.join(".") || "row"))].join(", ");
}
