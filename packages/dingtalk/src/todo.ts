import type { Instant } from "@today/core/time/minutes";
import { z } from "zod";
import type { DingTalk } from "./client.ts";
import { DingTalkError } from "./error.ts";
import { anything, listOf, maybe, readAnswer, text } from "./lenient.ts";

const TASKS_PATH = "/v1.0/todo/users/:unionId/tasks";
const TASK_PATH = "/v1.0/todo/users/:unionId/tasks/:taskId";
const QUERY_PATH = "/v1.0/todo/users/:unionId/org/tasks/query";
const MOST_SUBJECT = 1024;
const MOST_URL = 1024;
const MOST_PAGES = 100;

/** Whose todo it is, by their unionId: theirs alone, told by nobody but themselves. */
export interface TodoOf {
  readonly unionId: string;
}

/** A 待办. `sourceId` names it within the app: DingTalk takes the same one only once. */
export interface Todo extends TodoOf {
  readonly sourceId: string;
  readonly subject: string;
  readonly dueAt: Instant;
  /** `https://today.example.com/#/today`; it opens inside DingTalk. */
  readonly url: string;
}

const createdAnswer = z.object({ id: text });
const queryAnswer = z.object({ nextToken: maybe(text), todoCards: anything });
const card = z.object({ taskId: text, sourceId: maybe(text) });

/**
 * Makes a todo and gives its id; one counted call. One that is there already under its `sourceId` is given instead, after it was looked
 * for, which needs `Todo.Todo.Read`. Throws a `RangeError` for an address of more than 1,024 bytes.
 */
export async function createTodo(dingtalk: DingTalk, todo: Todo): Promise<{ id: string; isNew: boolean }> {
  const { unionId, sourceId, subject, dueAt, url } = todo;
  const appUrl = `dingtalk://dingtalkclient/page/link?url=${encodeURIComponent(url)}`;
  if (appUrl.length > MOST_URL) throw new RangeError(`a todo's address has at most ${MOST_URL} bytes`);
  const body = {
    ...{
      sourceId,
      subject: cut(subject),
      creatorId: unionId,
      executorIds: [unionId],
      participantIds: [],
      dueTime: dueAt,
    },
    ...{ detailUrl: { appUrl, pcUrl: url }, isOnlyShowExecutor: true, priority: 20 },
  };
  try {
    const answer = await dingtalk.callNew("POST", pathOf(unionId), body);
    return { id: readAnswer(answer, TASKS_PATH, createdAnswer).id, isNew: true };
  } catch (error) {
    // "task exist" has the code of every other refusal of a field.
    if (!isRefused(error)) throw error;
    const id = await findTodo(dingtalk, { unionId, sourceId });
    if (id === null) throw error;
    return { id, isNew: false };
  }
}

/** Changes a todo, and whether it is done; one counted call. Throws kind `bad-request` for one that is not there any more. */
export async function changeTodo(
  dingtalk: DingTalk,
  todo: TodoOf & { readonly id: string; readonly subject: string; readonly dueAt: Instant; readonly isDone: boolean },
): Promise<void> {
  const { unionId, id, subject, dueAt, isDone } = todo;
  const body = { subject: cut(subject), dueTime: dueAt, done: isDone };
  await dingtalk.callNew("PUT", pathOf(unionId, id), body);
}

/** Removes a todo, now or before; one counted call. */
export async function removeTodo(dingtalk: DingTalk, { unionId, id }: TodoOf & { readonly id: string }): Promise<void> {
  try {
    await dingtalk.callNew("DELETE", pathOf(unionId, id));
  } catch (error) {
    if (!isRefused(error)) throw error;
  }
}

/** The id of somebody's todo by the name we gave it; null when there is none. One counted call for each page, open ones first. */
export async function findTodo(
  dingtalk: DingTalk,
  { unionId, sourceId }: TodoOf & { readonly sourceId: string },
): Promise<string | null> {
  const path = QUERY_PATH.replace(":unionId", encodeURIComponent(unionId));
  for (const isDone of [false, true]) {
    let nextToken: string | null = null;
    for (let page = 0; page < MOST_PAGES && (page === 0 || nextToken !== null); page += 1) {
      const asked = { isDone, ...(nextToken === null ? {} : { nextToken }) };
      const answer = await dingtalk.callNew("POST", path, asked);
      const { todoCards, nextToken: next } = readAnswer(answer, QUERY_PATH, queryAnswer);
      const cards = listOf(todoCards).map((row) => card.safeParse(row).data);
      const found = cards.find((row) => row?.sourceId === sourceId);
      if (found !== undefined) return found.taskId;
      nextToken = next;
    }
  }
  return null;
}

/** Whether DingTalk has refused what was asked for itself, and not who asks or how often. */
export function isRefused(error: unknown): error is DingTalkError {
  return (
    error instanceof DingTalkError &&
    (error.kind === "not-found" || (error.kind === "bad-request" && /paramError$/i.test(error.code)))
  );
}

/** The operator is the person themselves. */
function pathOf(unionId: string, id?: string): string {
  const whose = encodeURIComponent(unionId);
  const path = id === undefined ? TASKS_PATH : TASK_PATH.replace(":taskId", encodeURIComponent(id));
  return `${path.replace(":unionId", whose)}?operatorId=${whose}`;
}

function cut(subject: string): string {
  return [...subject].slice(0, MOST_SUBJECT / 2).join("");
}
