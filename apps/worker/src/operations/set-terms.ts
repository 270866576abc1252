import { makeTerms, type Terms } from "@today/core/terms";
import type { WorkDate } from "@today/core/time/date";
import { writeTerms } from "@today/db/terms";
import { authorOf, demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { refuseUndone } from "../undone.ts";

/** Says under what terms a person works from a date on. */
export async function setTerms(ctx: Context, person: string, terms: Terms): Promise<void> {
  demandRole(ctx, "hr", "admin");
  if (!makeTerms(terms).ok) throw new Refusal("terms-malformed");
  refuseUndone(await writeTerms(ctx.db, authorOf(ctx), { person, startsOn: terms.from, terms }));
}

/** Takes back what was said from a date on: what held before goes on. */
export async function removeTerms(ctx: Context, person: string, startsOn: WorkDate): Promise<void> {
  demandRole(ctx, "hr", "admin");
  refuseUndone(await writeTerms(ctx.db, authorOf(ctx), { person, startsOn, terms: null }));
}
