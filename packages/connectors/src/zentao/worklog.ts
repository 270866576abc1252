import { workDateOf } from "@today/core/time/zone";
import { hoursOf } from "../amount.ts";
import type { Means, WorklogFact, WorklogRef, Worklogs } from "../connector.ts";
import { ConnectorError } from "../error.ts";
import { readBody } from "../lenient.ts";
import { carries, markerIn } from "../marker.ts";
import { written } from "../written.ts";
import type { Calls, ZentaoApi } from "./api.ts";
import { createCorrection } from "./correction.ts";
import { isSame, pathOf, readBack, readEfforts, readTask, worklogOf, workOf } from "./effort.ts";
import { leftAfter } from "./left.ts";
import { ownComment } from "./ours.ts";
import { isApplication, type Settings } from "./setting.ts";
import { type Effort, Execution, OneTask, type Task } from "./shape.ts";

interface Site {
  readonly api: ZentaoApi;
  readonly settings: Settings;
  readonly means: Means;
}

/** Hours as ZenTao's efforts; changed and removed only where the settings name the pages that do it. */
export function createWorklogs(site: Site): Worklogs {
  const { api, settings } = site;
  return {
    find: async (fact) => {
      const rows = await readEfforts(api, fact.task);
      return rows
        .filter((row) => carries(row.work ?? "", fact.marker))
        .map((row) => worklogOf(row, fact.task, isApplication(settings)));
    },
    list: async (task, { from, to }) => {
      const rows = (await readEfforts(api, task)).filter((row) => row.date >= from && row.date <= to);
      const items = rows.map((row) => ({
        ...worklogOf(row, task, isApplication(settings)),
        marker: markerIn(row.work ?? ""),
      }));
      return { items, next: null };
    },
    create: (fact) =>
      written(
        () => prepare(site, fact),
        async ({ calls, task, known, left }) => {
          const work = workOf(fact, isApplication(settings));
          const answer = await calls.post(`${pathOf(fact.task)}/estimate`, rowOf(fact, left, work));
          readBody(answer, OneTask);
          const ref = refOf(await readBack(calls, fact.task), fact, known);
          if (!isApplication(settings)) await handBack(calls, task, settings.account, left);
          return ref;
        },
      ),
    ...(settings.correction === "" ? {} : createCorrection(api, settings)),
  };
}

async function prepare({ api, settings, means }: Site, fact: WorklogFact) {
  if (fact.minutes <= 0) throw refusal("invalid", "no-minutes", "minutes");
  if (fact.date > workDateOf(means.now(), means.zone)) throw refusal("invalid", "future", "date");
  const calls = isApplication(settings) ? api.as(personOf(fact)) : api;
  const task = await readTask(calls, fact.task);
  await proveTeam(calls, task, isApplication(settings) ? personOf(fact) : settings.account, isApplication(settings));
  const known = new Set((await readEfforts(calls, fact.task)).map((row) => row.id));
  return { calls, task, known, left: leftAfter(task, settings.left, fact.minutes) };
}

/** Hours of who is not in a task's team are passed over in silence, and those of who is not in the execution's are taken. */
async function proveTeam(calls: Calls, task: Task, account: string, isPerson: boolean): Promise<void> {
  const isShared = task.mode !== null && task.team !== null && task.team.length > 0;
  if (isShared && !task.team?.includes(account)) throw refusal("permission", "not-in-task-team", "person");
  if (!isPerson) return;
  const { teamMembers } = readBody(await calls.get(`/executions/${encodeURIComponent(task.execution)}`), Execution);
  if (teamMembers.every((one) => one.account !== account)) throw refusal("permission", "not-in-team", "person");
}

/** Up to 18.4 the day is `dates`, later `date`; each passes the other over. Without `left` the task would be finished. */
function rowOf(fact: WorklogFact, left: number, work: string) {
  return {
    id: [""],
    dates: [fact.date],
    date: [fact.date],
    consumed: [hoursOf(fact.minutes)],
    left: [left],
    work: [work],
  };
}

/** Hours on a task that waits or rests hand it to whoever writes them; the one it was for gets it back. The hours stand either way. */
async function handBack(calls: Calls, task: Task, account: string, left: number): Promise<void> {
  if (!["wait", "pause"].includes(task.status) || task.assignedTo === null || task.assignedTo === account) return;
  const body = { assignedTo: task.assignedTo, left, comment: ownComment };
  await calls.post(`/tasks/${encodeURIComponent(task.id)}/assignto`, body).catch((error: unknown) => {
    if (!(error instanceof ConnectorError)) throw error;
  });
}

function refOf(rows: readonly Effort[], fact: WorklogFact, known: ReadonlySet<string>): WorklogRef {
  const row = rows.find((one) => !known.has(one.id) && carries(one.work ?? "", fact.marker) && isSame(one, fact));
  if (row === undefined) throw refusal("invalid", "not-written", null);
  return { id: row.id, task: fact.task };
}

function personOf({ personRemoteId }: WorklogFact): string {
  if (personRemoteId === null) throw refusal("not-found", "person-missing", "person");
  return personRemoteId;
}

function refusal(kind: "invalid" | "permission" | "not-found", code: string, field: string | null) {
  return new ConnectorError({ kind, code, field });
}
