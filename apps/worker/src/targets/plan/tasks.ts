import { taskWordOf } from "@today/core/task-state";
import { dueAt } from "@today/core/worklog-due";
import { parseStored } from "@today/db/json-rows";
import { readTargets, type StoredTarget } from "@today/db/target";
import {
  keepWantedStates,
  loadTasksOfDays,
  type MarkedPerson,
  peopleAtOnce,
  readMarkedPeople,
  unmarkPeople,
  type WantedState,
} from "@today/db/task-plan";
import { keepTodoPlan } from "@today/db/todo-plan";
import { todayOf } from "../../author.ts";
import { enqueue } from "../../commit.ts";
import type { Context } from "../../context.ts";
import { todoWork } from "../../todo/work.ts";
import { stateWork } from "../task/work.ts";

const mostRounds = 20;

/**
 * Works out which states tasks are to have and of what people are to be reminded, for people who are marked, 100 in one transaction and
 * 2,000 at most. Whoever is marked again meanwhile stays marked. What may go at once is sent.
 */
export async function planTasks(ctx: Context): Promise<void> {
  let planned = peopleAtOnce;
  let all = 0;
  for (let round = 0; round < mostRounds && planned === peopleAtOnce; round += 1) {
    planned = await planSome(ctx);
    all += planned;
  }
  if (all === 0) return;
  await enqueue(ctx, [
    ...(await stateWork(ctx)),
    ...(await todoWork(ctx)),
    ...(planned === peopleAtOnce ? [{ kind: "plan-worklogs" } as const] : []),
  ]);
}

async function planSome(ctx: Context): Promise<number> {
  const { db, company, now } = ctx;
  const people = await readMarkedPeople(db, company.id);
  if (people.length === 0) return 0;
  const arrival = { companyId: company.id, at: now };
  const today = todayOf(ctx);
  await db.batch([
    ...keepWantedStates(db, arrival, await wantedStates(ctx, people)),
    ...keepTodoPlan(db, arrival, { people, today }),
    unmarkPeople(db, company.id, people),
  ]);
  return people.length;
}

async function wantedStates(ctx: Context, people: readonly MarkedPerson[]): Promise<WantedState[]> {
  const { db, company } = ctx;
  const targets = new Map((await readTargets(db, company.id)).map((target) => [target.id, target]));
  if ([...targets.values()].every(({ states }) => Object.keys(states).length === 0)) return [];
  const since = new Map(people.map((person) => [person.personId, person.since]));
  const tasks = await loadTasksOfDays(db, company.id, { people, today: todayOf(ctx) });
  return tasks.flatMap(({ personId, date, warnings, targetId, taskId, own, closed, minutes }) => {
    const day = { warnings: parseStored<string[]>(warnings, []) };
    const word = taskWordOf(day, { isClosed: closed === 1, isOwn: own === 1, isFree: own === 0, minutes });
    const target = targets.get(targetId);
    const stateId = word === null ? undefined : target?.states[word];
    if (word === null || target === undefined || stateId === undefined) return [];
    return [
      { personId, since: since.get(personId) ?? 0, date, targetId, taskId, word, stateId, nextAt: due(ctx, target) },
    ];
  });
}

function due({ now, company }: Context, { pace }: StoredTarget): number {
  return dueAt(pace, now, company.zone);
}
