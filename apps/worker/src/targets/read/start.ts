import { weekdayOf } from "@today/core/time/date";
import { instantAt } from "@today/core/time/zone";
import { forgetChanges, readChanges } from "@today/db/remote-change";
import { readTarget } from "@today/db/target";
import { openRun, type RunPart, readUnreadTargets } from "@today/db/target-run";
import { todayOf } from "../../author.ts";
import { enqueue } from "../../commit.ts";
import type { Context } from "../../context.ts";
import { abilitiesOf } from "../abilities.ts";
import { partsOf, projectWork, wholeWork } from "./part.ts";

/** The night's pull of DingTalk is over by then. */
const nightMinute = 4 * 60;
const sunday = 7;

/** Reads every target that is on once a day, after the night; on Sundays from the beginning, which tells what is gone. */
export async function startNightly(ctx: Context): Promise<void> {
  const { db, company, now } = ctx;
  const today = todayOf(ctx);
  const night = instantAt(today, nightMinute, company.zone);
  if (now < night) return;
  for (const targetId of await readUnreadTargets(db, company.id, night)) {
    const id = await openReading(ctx, { targetId, work: wholeWork(weekdayOf(today) === sunday) });
    await enqueue(ctx, [{ kind: "target-run", targetId, runId: id }]);
  }
}

/** Reads the projects of a target that were marked, unless it is being read: then they are read afterwards. */
export async function startChanged(ctx: Context, targetId: string): Promise<void> {
  const { db, company } = ctx;
  const changes = await readChanges(db, company.id, targetId);
  const target = changes.length === 0 ? null : await readTarget(db, company.id, targetId);
  if (target === null || target.state === "removed" || target.problem !== null) return;
  const wanted = changes.map(({ project, tasksUntil }) => ({
    ...{ id: project, tasksUntil, members: tasksUntil === null },
  }));
  const runId = await openReading(ctx, { targetId, work: partsOf(projectWork(wanted, abilitiesOf(target))), changes });
  await enqueue(ctx, [{ kind: "target-run", targetId, runId }]);
}

interface Opening {
  readonly targetId: string;
  readonly work: readonly RunPart[];
  readonly changes?: Awaited<ReturnType<typeof readChanges>>;
}

/** Begins a reading, unless one is under way. Gives its id. */
export async function openReading(
  { db, company, actor, now }: Context,
  { targetId, work, changes = [] }: Opening,
): Promise<string> {
  const id = crypto.randomUUID();
  // A reading of some projects does not stand for the day's reading.
  const askedBy = changes.length === 0 ? actor.id : "changes";
  const wish = { targetId, id, kind: "read", month: null, work, askedBy, at: now } as const;
  await db.batch([
    ...openRun(db, company.id, wish),
    ...(changes.length === 0 ? [] : [forgetChanges(db, company.id, { targetId, runId: id, changes })]),
  ]);
  return id;
}
