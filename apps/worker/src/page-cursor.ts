import { z } from "@hono/zod-openapi";
import { Refusal } from "./error.ts";

const Place = z.tuple([z.string(), z.string()]);

/** Where a list by name goes on, as it travels: `["张三","zhang3"]`. */
export function cursorOf(place: readonly [name: string, id: string] | null): string | null {
  return place === null ? null : JSON.stringify(place);
}

/** Reads what `cursorOf` wrote; refuses `invalid-input` for anything else. */
export function placeOf(cursor: string | undefined): readonly [name: string, id: string] | null {
  if (cursor === undefined) return null;
  const fields = [{ path: "cursor", message: "Not a cursor of this list" }];
  try {
    return Place.parse(JSON.parse(cursor));
  } catch {
    throw new Refusal("invalid-input", { fields });
  }
}
