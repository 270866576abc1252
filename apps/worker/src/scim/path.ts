import { parseScimFilter, type ScimFilter } from "@today/core/scim-filter";
import { ScimError } from "./error.ts";

/** The attributes of a kind of resource by their names, each with those below it; `several` has many entries. */
export interface Shape {
  readonly [name: string]: "one" | readonly string[] | { readonly several: readonly string[] };
}

/** Where a change is meant to happen; names are spelled as the shape spells them. */
export interface Place {
  readonly name: string;
  readonly filter: ScimFilter | null;
  readonly below: string | null;
}

const split = /^([\w$-]+)(?:\[(.*)\])?(?:\.([\w$.-]+))?$/s;

/**
 * Reads a path, `emails[type eq "work"].value`, in any case and with or without its schema; null for an attribute that is not kept,
 * refused `invalidPath` when it is no path at all.
 */
export function readPath(path: string, shape: Shape): Place | null {
  const schema = Object.keys(shape).find((one) => one.includes(":") && startsWith(path, one));
  if (schema !== undefined) return placeBelow(schema, path.slice(schema.length + 1), shape);
  const parts = split.exec(path.replace(/^urn:ietf:params:scim:schemas:core:2\.0:\w+:/i, ""));
  if (parts === null && /^urn:/i.test(path)) return null;
  const filter = parts?.[2] === undefined ? null : parseScimFilter(parts[2]);
  if (parts === null || (parts[2] !== undefined && filter === null)) {
    throw new ScimError(400, "invalidPath", "The path cannot be read");
  }
  const name = spelled(Object.keys(shape), parts[1] ?? "");
  return name === null ? null : placeIn(name, { filter, below: parts[3] ?? null }, shape);
}

function placeBelow(name: string, below: string, shape: Shape): Place | null {
  return placeIn(name, { filter: null, below: below === "" ? null : below }, shape);
}

function placeIn(name: string, { filter, below }: Omit<Place, "name">, shape: Shape): Place | null {
  const kind = shape[name];
  if (kind === undefined) return null;
  if (below === null) return { name, filter, below };
  const names = kind === "one" ? [] : "several" in kind ? kind.several : kind;
  const known = spelled(names, below.replace(/^(manager)\.value$/i, "$1"));
  return known === null ? null : { name, filter, below: known };
}

function spelled(names: readonly string[], name: string): string | null {
  return names.find((one) => one.toLowerCase() === name.toLowerCase()) ?? null;
}

function startsWith(path: string, schema: string): boolean {
  const rest = path.slice(schema.length);
  return path.slice(0, schema.length).toLowerCase() === schema.toLowerCase() && /^(:|$)/.test(rest);
}
