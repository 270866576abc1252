import type { PeriodRow } from "@today/db/period";
import { removeReopening, writeReopening } from "@today/db/period-reopening";
import { authorOf, demandRole } from "../author.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { hookWork } from "../hooks/work.ts";
import { demandPeriod } from "../named-period.ts";

/**
 * Asks for a closed period to be opened again: the first is noted, another person's asking opens it for approvers. Refuses
 * `same-person` to who asked first, `period-move-unknown` where nothing is closed.
 */
export async function askReopening(
  ctx: Context,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<PeriodRow> {
  demandRole(ctx, "hr", "finance");
  const period = await demandPeriod(ctx, id);
  if (period.state !== "closed") throw new Refusal("period-move-unknown");
  const outcome = await writeReopening(ctx.db, authorOf(ctx), { period, reason });
  const after = await demandPeriod(ctx, id);
  if (outcome === "none") throw new Refusal(after.state === "closed" ? "same-person" : "period-move-unknown");
  if (outcome === "opened") await enqueue(ctx, [{ kind: "settle", people: null }, ...(await hookWork(ctx))]);
  return after;
}

/** Takes the asking of the first back. */
export async function withdrawReopening(ctx: Context, id: string): Promise<void> {
  demandRole(ctx, "hr", "finance");
  await removeReopening(ctx.db, authorOf(ctx), await demandPeriod(ctx, id));
}
