import { z } from "zod";
import { describedEntry, type Entry, fitsEntry } from "./entry.ts";
import { ScimError } from "./error.ts";
import { type Place, readPath, type Shape } from "./path.ts";

/** A resource while it is changed; only names of its shape are ever set. */
export type Draft = Record<string, unknown>;

const mostOperations = 1000;

const Operation = z.object({
  op: z
    .string()
    .transform((op) => op.toLowerCase())
    .pipe(z.enum(["add", "replace", "remove"])),
  path: z
    .string()
    .nullish()
    .transform((path) => (path === null || path === undefined || path === "" ? null : path)),
  value: z.unknown().optional(),
});

const Body = z.object({ Operations: z.array(Operation).min(1).max(mostOperations) });

type Op = z.output<typeof Operation>;
type Change = Omit<Op, "path">;

/**
 * A resource after the operations of a PATCH (RFC 7644, 3.5.2) as Entra ID writes them: operations with capitals, dotted keys
 * without a path, `members` removed by a list of values, an entry that is replaced before there is one. What is not kept is left out.
 */
export function patched(resource: object, body: unknown, shape: Shape): Draft {
  const read = Body.safeParse(body);
  if (!read.success) throw new ScimError(400, "invalidSyntax", "Operations are missing or malformed");
  const draft: Draft = structuredClone({ ...resource });
  for (const operation of read.data.Operations) perform(draft, operation, shape);
  return draft;
}

function perform(draft: Draft, { op, path, value }: Op, shape: Shape): void {
  if (op !== "remove" && value === undefined) throw new ScimError(400, "invalidValue", "The value is missing");
  if (path !== null) {
    const place = readPath(path, shape);
    if (place !== null) set(draft, place.name, changed(draft, place, { op, value }, shape));
    return;
  }
  if (op === "remove") throw new ScimError(400, "noTarget", "A removal names what it removes");
  if (!isObject(value)) throw new ScimError(400, "invalidValue", "Without a path the value is an object");
  for (const [key, below] of Object.entries(value)) {
    if (!/^(schemas|id|meta)$/i.test(key)) perform(draft, { op, path: key, value: below }, shape);
  }
}

/** What an attribute is after a change, undefined for nothing. */
function changed(draft: Draft, place: Place, told: Change, shape: Shape): unknown {
  const kind = shape[place.name];
  const removing = told.op === "remove";
  if (kind === undefined) return undefined;
  if (kind === "one") return removing ? undefined : single(told.value);
  if ("several" in kind) return changedEntries(entriesOf(draft[place.name]), place, told);
  if (place.below === null && removing) return undefined;
  const there = draft[place.name];
  const whole = isObject(there) ? { ...there } : {};
  if (place.below !== null) set(whole, place.below, removing ? undefined : belowValue(place.below, told.value));
  else if (isObject(told.value)) merge(whole, place.name, { value: told.value, shape });
  return whole;
}

function merge(whole: Draft, name: string, { value, shape }: { readonly value: Entry; readonly shape: Shape }): void {
  for (const [key, told] of Object.entries(value)) {
    const below = readPath(name.includes(":") ? `${name}:${key}` : `${name}.${key}`, shape)?.below;
    if (below !== null && below !== undefined) set(whole, below, belowValue(below, told));
  }
}

/** A manager may come as a bare id (Entra ID) or as an object. */
function belowValue(below: string, value: unknown): unknown {
  if (below === "manager") return isObject(value) ? value : { value: single(value) };
  return single(value);
}

function changedEntries(there: Entry[], { filter, below }: Place, { op, value }: Change): Entry[] | undefined {
  const meant = (entry: Entry) => (filter === null ? below !== null && isMain(there, entry) : fitsEntry(entry, filter));
  if (op === "remove") return removed(there, { meant, narrowed: filter !== null, below, value });
  if (below === null && filter === null)
    return op === "replace" ? entriesOf(value) : withOthers(there, entriesOf(value));
  const told = below === null ? (entriesOf(value)[0] ?? {}) : { [below]: single(value) };
  if (there.some(meant)) return there.map((one) => (meant(one) ? { ...one, ...told } : one));
  const described = filter === null ? {} : describedEntry(filter);
  if (described === null) throw new ScimError(400, "noTarget", "The path means nothing that is there");
  return [...there, { ...described, ...told }];
}

function removed(
  there: readonly Entry[],
  wish: {
    readonly meant: (entry: Entry) => boolean;
    readonly narrowed: boolean;
    readonly below: string | null;
    readonly value: unknown;
  },
): Entry[] | undefined {
  const { meant, narrowed, below, value } = wish;
  if (below !== null && below !== "value")
    return there.map((one) => (meant(one) ? { ...one, [below]: undefined } : one));
  if (narrowed || below !== null) return there.filter((one) => !meant(one));
  const listed = value === undefined || value === null ? null : new Set(entriesOf(value).map((one) => one.value));
  return listed === null ? undefined : there.filter((one) => !listed.has(one.value));
}

function withOthers(there: readonly Entry[], told: readonly Entry[]): Entry[] {
  const seen = new Set(told.map((one) => one.value));
  return [...there.filter((one) => !seen.has(one.value)), ...told];
}

function isMain(there: readonly Entry[], entry: Entry): boolean {
  return entry === (there.find((one) => String(one.primary).toLowerCase() === "true") ?? there[0]);
}

function entriesOf(value: unknown): Entry[] {
  const list = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return list.map((one) => (isObject(one) ? { ...one } : { value: one }));
}

/** Entra ID sometimes wraps a single value, `[{ "$ref": null, "value": "Bjensen" }]`. */
function single(value: unknown): unknown {
  const only: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  return isObject(only) && "value" in only ? only.value : only;
}

function set(target: Draft, name: string, value: unknown): void {
  if (value === undefined || value === null) delete target[name];
  else target[name] = value;
}

function isObject(value: unknown): value is Draft {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
