import { type PeriodState, refuseMove } from "@today/core/period";
import { markOverDays } from "@today/db/over-day";
import { dirtyPeople, type PeriodRow } from "@today/db/period";
import { countOpen } from "@today/db/period-check";
import { writeClosing } from "@today/db/period-closing";
import { writeMove } from "@today/db/period-move";
import { authorOf, demandRole } from "../author.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { hookWork } from "../hooks/work.ts";
import { demandPeriod } from "../named-period.ts";
import { settleDays } from "../settle-days.ts";
import { periodView } from "../views/period.ts";

/** Where a period is to go, from the version that was seen. */
export interface MoveWish {
  readonly id: string;
  readonly version: number;
  readonly state: PeriodState;
  readonly reason: string | null;
  readonly leaveOpen: boolean;
}

/**
 * Moves a period to its next state or back; closing settles what is left first and refuses `period-not-clean` with the counts of
 * what is open. Refuses `version-conflict` with the current one.
 */
export async function movePeriod(ctx: Context, wish: MoveWish): Promise<PeriodRow> {
  demandRole(ctx, "hr");
  const author = authorOf(ctx);
  const period = await demandPeriod(ctx, wish.id);
  if (isRepeat(ctx, period, wish)) return period;
  if (period.version !== wish.version) throw new Refusal("version-conflict", { current: periodView(ctx, period) });
  // A closed one takes two people.
  if (period.state === "closed") throw new Refusal("period-move-unknown");
  const refused = refuseMove(period.state, wish.state, { last: period.last, today: author.today });
  if (refused?.problem === "period-not-over" || refused?.problem === "period-move-unknown")
    throw new Refusal(refused.problem);
  const written =
    wish.state === "closed" ? await close(ctx, period, wish) : await writeMove(ctx.db, author, { ...wish, period });
  const current = await demandPeriod(ctx, wish.id);
  if (written) await enqueue(ctx, await hookWork(ctx));
  if (written || isRepeat(ctx, current, wish)) return current;
  if (current.version !== wish.version) throw new Refusal("version-conflict", { current: periodView(ctx, current) });
  throw new Refusal("period-not-clean", { current: await countOpen(ctx.db, author, period) });
}

async function close(ctx: Context, period: PeriodRow, { leaveOpen, reason }: MoveWish): Promise<boolean> {
  if (leaveOpen && reason === null) throw new Refusal("reason-missing");
  await settlePeriod(ctx, period);
  return writeClosing(ctx.db, authorOf(ctx), { period, leaveOpen, reason });
}

/** Settles what is not settled yet, days that were settled while they went on too. */
async function settlePeriod(ctx: Context, { first, last }: PeriodRow): Promise<void> {
  const { db, company, now } = ctx;
  await db.batch([markOverDays(db, { companyId: company.id, at: now }, { from: first, to: last })]);
  const people = await dirtyPeople(db, company.id, { first, last });
  if (people.length > 0) await settleDays(ctx, people);
}

/** Whether the same person asked for the same before and the answer was lost. */
function isRepeat({ actor }: Context, { state, version, changedBy }: PeriodRow, wish: MoveWish): boolean {
  return state === wish.state && version === wish.version + 1 && changedBy?.id === actor.id;
}
