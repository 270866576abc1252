import type { WorkDate } from "@today/core/time/date";
import { removeGrace, writeGrace } from "@today/db/period-grace";
import { authorOf, demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { demandPeriod } from "../named-period.ts";

/** Whose days of which period. */
export interface GracePlace {
  readonly id: string;
  readonly person: string;
}

/** Lets somebody change their days of a period until the end of a day, which may be today; refuses `period-closed`. */
export async function setGrace(
  ctx: Context,
  { id, ...wish }: GracePlace & { readonly until: WorkDate; readonly reason: string },
): Promise<void> {
  demandRole(ctx, "hr");
  const author = authorOf(ctx);
  const period = await demandPeriod(ctx, id);
  if (wish.until < author.today) throw new Refusal("date-out-of-range");
  if (await writeGrace(ctx.db, author, { ...wish, period })) return;
  const { state } = await demandPeriod(ctx, id);
  throw new Refusal(state === "closed" ? "period-closed" : "not-found");
}

/** Takes somebody's grace back; refuses `period-closed`. */
export async function removeGraceOf(ctx: Context, { id, person }: GracePlace): Promise<void> {
  demandRole(ctx, "hr");
  const period = await demandPeriod(ctx, id);
  if (period.state === "closed") throw new Refusal("period-closed");
  await removeGrace(ctx.db, authorOf(ctx), { period, person });
}
