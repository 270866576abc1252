import { z } from "@hono/zod-openapi";
import type { KeysetPage } from "@today/db/keyset";
import type { Context as Request } from "hono";
import { base64url } from "../digest.ts";
import { Refusal } from "../error.ts";

type Place = readonly (string | number)[];

/** A place in one list as it travels, which means nothing to whoever gets it. */
function sealCursor(list: string, place: Place): string {
  return base64url(new TextEncoder().encode(JSON.stringify([list, ...place])));
}

/** Reads the place back; null at the beginning. Refuses `invalid-input` for what is no cursor of that list. */
export function openCursor<const Parts extends readonly ("text" | "number")[]>(
  list: string,
  cursor: string | undefined,
  parts: Parts,
): { readonly [N in keyof Parts]: Parts[N] extends "text" ? string : number } | null {
  if (cursor === undefined) return null;
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
    const [name, ...place] = z.array(z.union([z.string(), z.int()])).parse(JSON.parse(new TextDecoder().decode(bytes)));
    const fits =
      place.length === parts.length && place.every((one, n) => (typeof one === "string") === (parts[n] === "text"));
    if (name === list && fits) return place as never;
  } catch {
    // Falls through to the one refusal.
  }
  throw new Refusal("invalid-input", { fields: [{ path: "cursor", message: "Not a cursor of this list" }] });
}

/** A page with where the next one begins, in the body and as a `Link`. */
export function pageOf<Row, Item>(
  c: Request,
  page: KeysetPage<Row>,
  {
    list,
    placeOf,
    view,
  }: { readonly list: string; readonly placeOf: (row: Row) => Place; readonly view: (row: Row) => Item },
) {
  const next = page.last === null ? null : sealCursor(list, placeOf(page.last));
  if (next !== null) {
    const { pathname, searchParams } = new URL(c.req.url);
    searchParams.set("cursor", next);
    c.header("Link", `<${pathname}?${searchParams}>; rel="next"`);
  }
  return { items: page.rows.map(view), next };
}
