import { z } from "zod";
import { ConnectorError } from "./error.ts";

/** Text that may arrive as a number, such as an id: 12 is `"12"`. */
export const text = z.union([z.string().min(1), z.number()]).transform(String);

/** A number that may arrive as text: `"1.5"` is 1.5. */
export const number = z
  .union([z.number(), z.string().trim().min(1)])
  .transform(Number)
  .pipe(z.number());

/** A day as text, also in front of a clock time: `"2026-09-14T09:00:00Z"` is `2026-09-14`. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}/)
  .transform((value) => value.slice(0, 10));

/** An instant as ISO text. */
export const instant = z
  .string()
  .transform((value) => Date.parse(value))
  .pipe(z.number());

/** A field that may be absent, null, empty or senseless, all of which read as null. */
export function maybe<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable()).catch(null);
}

/** A list whose senseless rows are left out. The list itself must be there: an answer without it is no empty list. */
export function rows<T extends z.ZodType>(schema: T) {
  return z
    .array(z.unknown())
    .transform((list) =>
      list.flatMap((row) => [schema.safeParse(row)].flatMap((read) => (read.success ? [read.data] : []))),
    );
}

/** Reads an answer that must have this shape; otherwise throws `unreadable`, naming the fields. */
export function readBody<T extends z.ZodType>(body: unknown, schema: T): z.output<T> {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const fields = [...new Set(read.error.issues.map((issue) => issue.path.join(".") || "body"))];
  throw new ConnectorError({ kind: "unreadable", code: fields.join(", ") });
}
