import type { SplitPart } from "@today/core/allocation";
import { makeSplit } from "@today/core/split";
import { splitPartsOf } from "@today/db/choice";
import type { Employee } from "@today/db/person";
import { type AskRight, readAskRight } from "@today/db/request";
import { insertSplit, type SplitWish } from "@today/db/split";
import { authorOf } from "../author.ts";
import { demandChoosable } from "../choosable.ts";
import type { Context } from "../context.ts";
import type { SplitView } from "../contract.ts";
import { Refusal } from "../error.ts";
import { unlessClosed } from "../period-lock.ts";
import { liveView, splittableMinutes } from "../views/day.ts";
import { loadDay } from "../views/days.ts";
import { makersOf, splitView } from "../views/facts.ts";
import { isoOf } from "../views/instant.ts";
import { namesOf } from "../views/names.ts";

/** How a person's day is divided, with why when somebody else enters it. */
type Wish = SplitWish & { readonly person: string; readonly reason: string | null };

/**
 * Records how a day that is still at `version` is divided; refuses `version-conflict` with what is there now. For somebody else a
 * manager enters it of whose projects all parts are, those before included, or HR.
 */
export async function saveSplit(ctx: Context, me: Employee, wish: Wish): Promise<SplitView> {
  const author = authorOf(ctx);
  const { person, date, parts } = wish;
  const right = person === me.id ? null : await readAskRight(ctx.db, author, { person, date });
  if (right !== null && !(right.exists && (right.hr || right.shared.length > 0))) throw new Refusal("not-found");
  if (!makeSplit(parts).ok) throw new Refusal("split-part-not-positive");
  const { day, version } = await loadDay(ctx, { person, date });
  if (right !== null) demandParts(right, [...parts, ...splitPartsOf(day.split)]);
  if (right !== null && wish.reason === null) throw new Refusal("reason-missing");
  demandChoosable(date, author.today, day.rules);
  if (version !== wish.version) return refuseConflict(ctx, me, wish);
  const minutes = parts.reduce((sum, part) => sum + part.minutes, 0);
  if (minutes > splittableMinutes(liveView(day, { version }))) throw new Refusal("split-too-long");
  const outcome = (await unlessClosed(insertSplit(ctx.db, author, wish))) ?? "period-closed";
  if (outcome === "version-conflict") return refuseConflict(ctx, me, wish);
  if (outcome !== "written") throw new Refusal(outcome);
  await ctx.queue.sendBatch([{ body: { kind: "settle", people: [person] } }]);
  return {
    ...{ version: wish.version + 1, date },
    parts: parts.map((part) => ({ projectId: part.project, taskId: part.task, minutes: part.minutes })),
    madeAt: isoOf(ctx.now, ctx.company.zone),
    madeBy: { id: me.id, name: me.name, title: me.title },
  };
}

function demandParts({ hr, shared }: AskRight, parts: readonly SplitPart[]): void {
  if (!hr && !parts.every(({ project }) => shared.includes(project))) throw new Refusal("not-found");
}

async function refuseConflict(ctx: Context, me: Employee, { person, date }: Wish): Promise<never> {
  const { day, version } = await loadDay(ctx, { person, date });
  const names = await namesOf(ctx, me, makersOf(day));
  const split = splitView(day.split, names, ctx.company.zone);
  // What is there may hold others' projects, so that only whose day it is is told.
  const own = person === me.id ? { split, workday: liveView(day, { version }) } : {};
  throw new Refusal("version-conflict", { current: { version, ...own } });
}
