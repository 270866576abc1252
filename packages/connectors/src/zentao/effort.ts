import { hoursOf, minutesOfHours } from "../amount.ts";
import type { RemoteWorklog, TaskRef, WorklogFact } from "../connector.ts";
import { ConnectorError } from "../error.ts";
import { readBody } from "../lenient.ts";
import { markedNote } from "../note.ts";
import type { Calls } from "./api.ts";
import { noteLimit } from "./setting.ts";
import { type Effort, Efforts, OneTask, type Task } from "./shape.ts";

/** Where a task is in the API. Throws `invalid` for hours or a state without a task. */
export function pathOf({ taskId }: TaskRef): string {
  if (taskId === null) throw new ConnectorError({ kind: "invalid", code: "task-missing", field: "task" });
  return `/tasks/${encodeURIComponent(taskId)}`;
}

/** A task that is there. One that is not comes as 404 or as 400, and a deleted one is still served. */
export async function readTask(calls: Calls, ref: TaskRef): Promise<Task> {
  const task = readBody(await calls.get(pathOf(ref)).catch(missing), OneTask);
  if (task.deleted === true) throw new ConnectorError({ kind: "not-found", code: "task-deleted", field: "task" });
  return task;
}

/** All hours of a task, everybody's. */
export async function readEfforts(calls: Calls, ref: TaskRef): Promise<Effort[]> {
  const { effort } = readBody(await calls.get(`${pathOf(ref)}/estimate`).catch(missing), Efforts);
  return effort.filter((row) => row.deleted !== true);
}

/** Refused hours are answered like those that were taken, so only the rows tell; when they cannot be read, nobody knows. */
export async function readBack(calls: Calls, task: TaskRef): Promise<Effort[]> {
  return readEfforts(calls, task).catch((error: unknown) => {
    if (!(error instanceof ConnectorError)) throw error;
    throw new ConnectorError({ kind: "unreadable", code: `read-back-${error.code}` });
  });
}

/** What a fact reads like in ZenTao; four-byte characters would become question marks. */
export function workOf(fact: WorklogFact, isOwnName: boolean): string {
  const said = isOwnName ? fact.note : `${fact.personName} · ${fact.note}`;
  return markedNote(said.replace(/[\u{10000}-\u{10ffff}]/gu, ""), fact.marker, noteLimit);
}

export function isSame(row: Effort, fact: WorklogFact): boolean {
  return row.date === fact.date && Math.abs(row.consumed - hoursOf(fact.minutes)) < 0.005;
}

export function worklogOf(row: Effort, task: TaskRef, isOwnName: boolean): RemoteWorklog {
  return {
    ref: { id: row.id, task },
    personRemoteId: isOwnName ? row.account : null,
    date: row.date,
    minutes: minutesOfHours(row.consumed),
  };
}

function missing(error: unknown): never {
  if (error instanceof ConnectorError && ["400", "404"].includes(error.code)) {
    throw new ConnectorError({ kind: "not-found", code: "task-unknown", field: "task" });
  }
  throw error;
}
