import type { Destination } from "@today/db/destination";
import type { Context } from "../context.ts";
import { isoOf } from "./instant.ts";

/** Where a project's hours go, as it is answered. */
export function destinationView<One extends Destination>(
  { changedAt, ...destination }: One,
  { company }: Pick<Context, "company">,
) {
  return { ...destination, changedAt: isoOf(changedAt, company.zone) };
}
