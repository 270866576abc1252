import { type DayOverride, writeOverride } from "@today/db/calendar-change";
import { authorOf, demandRole } from "../author.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";

/** Says what kind a day is whatever was published, or takes that back; the day is settled anew for everybody. */
export async function overrideDay(ctx: Context, wish: DayOverride): Promise<void> {
  demandRole(ctx, "admin");
  const answer = await writeOverride(ctx.db, authorOf(ctx), wish);
  if (answer === "year-missing") throw new Refusal("calendar-year-missing");
  if (answer === "closed") throw new Refusal("period-closed");
  await enqueue(ctx, [{ kind: "settle", people: null }]);
}
