import { markerOf } from "@today/connectors/marker";
import { readTargets } from "@today/db/target";
import { type MarkedDay, plannedAtOnce, readMarkedDays } from "@today/db/worklog-day";
import { type KnownTask, type LoadedWorklogs, loadWorklogFacts, readKnownTasks } from "@today/db/worklog-facts";
import { keepWorklogPlan, type PlannedDay } from "@today/db/worklog-plan";
import { readDueTargets } from "@today/db/worklog-push";
import { todayOf } from "../author.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import type { Job } from "../job.ts";
import { describerOf } from "../targets/plan/describe.ts";
import { type PlanGround, planDay } from "../targets/plan/plan-day.ts";
import { type PlannedTarget, plannedTarget } from "../targets/plan/planned-target.ts";
import { planTasks } from "../targets/plan/tasks.ts";

const mostRounds = 10;

/**
 * Works out which hours are to be at which target for the days that are marked, 500 in one transaction and 5,000 at most; while more
 * are left it puts a message on the queue. A day that is marked again meanwhile stays marked. Targets that may send at once
 * are told to. What tasks' states and reminders hang on is planned after it.
 */
export async function planWorklogs(ctx: Context): Promise<void> {
  let planned = plannedAtOnce;
  for (let round = 0; round < mostRounds && planned === plannedAtOnce; round += 1) planned = await planSome(ctx);
  const due = await readDueTargets(ctx.db, ctx.company.id, { now: ctx.now, stale: 0 });
  await enqueue(ctx, [
    ...due.map(({ id }): Job => ({ kind: "push-worklogs", targetId: id })),
    ...(planned === plannedAtOnce ? [{ kind: "plan-worklogs" } as const] : []),
  ]);
  await planTasks(ctx);
}

async function planSome(ctx: Context): Promise<number> {
  const { db, company, now } = ctx;
  const days = await readMarkedDays(db, company.id);
  if (days.length === 0) return 0;
  const stored = await readTargets(db, company.id);
  const targets = stored.flatMap((one) => plannedTarget(ctx, one) ?? []);
  const lines = targets.some(({ needsStart }) => needsStart);
  const loaded = await loadWorklogFacts(db, company.id, { days, lines });
  const tasks = await readKnownTasks(db, company.id, tasksOf(targets, days, loaded));
  const describe = await describerOf(ctx, { targets, days });
  const planned: PlannedDay[] = [];
  for (const target of targets) {
    const ground = { target, describe, ...groundOf(target, loaded, tasks) };
    for (const day of days) planned.push(await planOf(ctx, day, { loaded, ground }));
  }
  await db.batch(keepWorklogPlan(db, { companyId: company.id, at: now }, { days, planned }));
  return days.length;
}

async function planOf(
  ctx: Context,
  day: MarkedDay,
  { loaded, ground }: { readonly loaded: LoadedWorklogs; readonly ground: PlanGround },
): Promise<PlannedDay> {
  const facts = loaded.of(day);
  const difference = planDay({ company: ctx.company.id, today: todayOf(ctx), day, facts }, ground);
  const known = new Set(facts.kept.map(({ key }) => key));
  const added = difference.changes.filter(({ key }) => !known.has(key));
  const markers = await Promise.all(added.map(async ({ key }) => [key, await markerOf(key)] as const));
  return { day, targetId: ground.target.id, ...difference, markers: new Map(markers) };
}

function groundOf({ id }: PlannedTarget, { projects }: LoadedWorklogs, tasks: readonly KnownTask[]) {
  const linked = projects.filter(({ targetId }) => targetId === id);
  return {
    projects: new Map(linked.map((project) => [project.id, project])),
    tasks: tasks.filter(({ targetId }) => targetId === id),
  };
}

/** The tasks of theirs that hours of these days name, and those on which a project's hours stand. */
function tasksOf(
  targets: readonly PlannedTarget[],
  days: readonly MarkedDay[],
  { projects, of }: LoadedWorklogs,
): [targetId: string, id: string][] {
  const named = new Set(
    days.flatMap((day) => {
      const { booked, adjusted } = of(day);
      return [...booked, ...adjusted].flatMap(({ task }) => task ?? []);
    }),
  );
  const found = targets.flatMap(({ id }) =>
    [...named]
      .filter((task) => task.startsWith(`${id}/`))
      .map((task): [string, string] => [id, task.slice(id.length + 1)]),
  );
  const usual = projects.flatMap(({ targetId, remoteTask }): [string, string][] =>
    remoteTask === null ? [] : [[targetId, remoteTask]],
  );
  return [...found, ...usual];
}
