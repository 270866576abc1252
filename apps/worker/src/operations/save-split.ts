import { makeSplit } from "@today/core/split";
import type { Employee } from "@today/db/person";
import { insertSplit, type SplitWish } from "@today/db/split";
import { authorOf } from "../author.ts";
import { demandChoosable } from "../choosable.ts";
import type { Context } from "../context.ts";
import type { SplitView } from "../contract.ts";
import { Refusal } from "../error.ts";
import { liveView, splittableMinutes } from "../views/day.ts";
import { loadDay } from "../views/days.ts";
import { makersOf, splitView } from "../views/facts.ts";
import { isoOf } from "../views/instant.ts";
import { namesOf } from "../views/names.ts";

/** Records how the actor divides a day that is still at `version`; refuses `version-conflict` with what is there now. */
export async function saveSplit(ctx: Context, me: Employee, wish: SplitWish): Promise<SplitView> {
  if (!makeSplit(wish.parts).ok) throw new Refusal("split-part-not-positive");
  const author = authorOf(ctx);
  const { date, parts } = wish;
  demandChoosable(date, author.today);
  const { day, version } = await loadDay(ctx, { person: me.id, date });
  if (version !== wish.version) return refuseConflict(ctx, me, wish);
  const minutes = parts.reduce((sum, part) => sum + part.minutes, 0);
  if (minutes > splittableMinutes(liveView(day, { version }))) throw new Refusal("split-too-long");
  const outcome = await insertSplit(ctx.db, author, wish);
  if (outcome === "version-conflict") return refuseConflict(ctx, me, wish);
  if (outcome === "project-not-bookable") throw new Refusal(outcome);
  await ctx.queue.sendBatch([{ body: { kind: "settle", people: [me.id] } }]);
  return {
    ...{ version: wish.version + 1, date },
    parts: parts.map((part) => ({ projectId: part.project, taskId: part.task, minutes: part.minutes })),
    madeAt: isoOf(ctx.now, ctx.company.zone),
    madeBy: { id: me.id, name: me.name, title: me.title },
  };
}

async function refuseConflict(ctx: Context, me: Employee, { date }: SplitWish): Promise<never> {
  const { day, version } = await loadDay(ctx, { person: me.id, date });
  const names = await namesOf(ctx, me, makersOf(day));
  const split = splitView(day.split, names, ctx.company.zone);
  throw new Refusal("version-conflict", { current: { version, split, workday: liveView(day, { version }) } });
}
