import { makeTerms, type Terms } from "@today/core/terms";
import type { WorkDate } from "@today/core/time/date";
import { type DatedAnswer, writeTerms } from "@today/db/terms";
import { authorOf, demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";

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

/** Refuses `not-found` for somebody unknown and `period-closed` for what reaches into a closed period. */
export function refuseUndone(answer: DatedAnswer): void {
  if (answer === "unknown") throw new Refusal("not-found");
  if (answer === "closed") throw new Refusal("period-closed");
}
