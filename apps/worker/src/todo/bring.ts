import { instantAt } from "@today/core/time/zone";
import { nextAttemptAt } from "@today/core/worklog-retry";
import type { ClaimedTodo, TodoEnd } from "@today/db/todo-reminder";
import { DingTalkError } from "@today/dingtalk/error";
import { changeTodo, createTodo, isRefused, removeTodo } from "@today/dingtalk/todo";
import { mayPass, stopOf } from "../batch-failure.ts";
import type { Context } from "../context.ts";

const dueMinute = 18 * 60;
const mostAttempts = 8;
const hourMs = 3_600_000;

/** How bringing a reminder to DingTalk ended; `stops` when the others had better wait too. */
export interface TodoOutcome {
  readonly end: TodoEnd;
  readonly stops: boolean;
}

/**
 * Brings a reminder to stand at DingTalk as it should: made, changed, done or removed. It is due at 18:00. What was made and whose answer
 * was lost is found by its name, so that nobody is reminded twice.
 */
export async function bringTodo(ctx: Context, claim: ClaimedTodo): Promise<TodoOutcome> {
  try {
    const told = await bring(ctx, claim);
    if (typeof told !== "string") return { end: { ...done, ...told }, stops: false };
    return { end: { ...done, todoId: claim.todoId, n: claim.n, state: "failed", problem: told }, stops: false };
  } catch (error) {
    if (error instanceof RangeError) {
      return { end: { ...done, todoId: claim.todoId, n: claim.n, state: "failed", problem: "too-long" }, stops: false };
    }
    if (!(error instanceof DingTalkError)) throw error;
    return failing(ctx, claim, error);
  }
}

const done = { state: "done", problem: null, attempts: 0, nextAt: 0 } as const;

/** What stands there then, or what is in the way. */
async function bring(ctx: Context, claim: ClaimedTodo): Promise<Pick<TodoEnd, "todoId" | "n"> | string> {
  const { unionId, wanted, n, todoId } = claim;
  const { publicUrl, zone } = ctx.company;
  // Whoever is gone takes their todos along.
  if (unionId === null) return { todoId: null, n: n + 1 };
  const content = {
    unionId,
    subject: claim.title,
    dueAt: instantAt(claim.dueOn, dueMinute, zone),
    isDone: wanted === "done",
  };
  if (wanted === "gone" && todoId !== null) {
    await removeTodo(ctx.dingtalk, { unionId, id: todoId });
    return { todoId: null, n: n + 1 };
  }
  if (todoId !== null && (await change(ctx, { ...content, id: todoId }))) return { todoId, n };
  if (todoId !== null && wanted === "done") return { todoId: null, n: n + 1 };
  if (publicUrl === null) return "public-url-missing";
  // One that somebody has removed at DingTalk is made anew under another name.
  const next = todoId === null ? n : n + 1;
  const sourceId = await sourceOf(ctx, claim, next);
  const made = await createTodo(ctx.dingtalk, { ...content, sourceId, url: `${publicUrl}/#/today` });
  if (wanted === "gone") {
    await removeTodo(ctx.dingtalk, { unionId, id: made.id });
    return { todoId: null, n: next + 1 };
  }
  if (!made.isNew || wanted === "done") await change(ctx, { ...content, id: made.id });
  return { todoId: made.id, n: next };
}

/** False when it is not there any more. */
async function change({ dingtalk }: Context, todo: Parameters<typeof changeTodo>[1]): Promise<boolean> {
  try {
    await changeTodo(dingtalk, todo);
    return true;
  } catch (error) {
    if (isRefused(error)) return false;
    throw error;
  }
}

/** By what DingTalk knows it again; it tells nobody anything. */
async function sourceOf(
  { company }: Context,
  { targetId, remoteTask, personId }: ClaimedTodo,
  n: number,
): Promise<string> {
  const name = new TextEncoder().encode(JSON.stringify([company.id, targetId, remoteTask, personId]));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", name));
  const hex = [...digest.slice(0, 12)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `today-${hex}-${n}`;
}

/** A lost answer leaves it unclear whether there is a todo now; without the permission everything waits for it. */
function failing(ctx: Context, { attempts, todoId, n }: ClaimedTodo, error: DingTalkError): TodoOutcome {
  const { now } = ctx;
  // Somebody outside the app's visible range is a matter of their own.
  const isOurs = stopOf(error) !== null;
  const again = isOurs || (mayPass(error) && attempts < mostAttempts);
  const waits = isOurs
    ? now + hourMs
    : Math.max(nextAttemptAt(now, attempts, Math.random()), now + (error.retryAfterMs ?? 0));
  const isUnclear = error.kind === "timeout" || error.kind === "busy" || error.kind === "unreadable";
  return {
    end: {
      ...{ todoId, n, state: again ? (isUnclear ? "unknown" : "due") : "failed", problem: `dingtalk-${error.kind}` },
      ...{ attempts: isOurs ? attempts - 1 : attempts, nextAt: again ? waits : 0 },
    },
    stops: again,
  };
}
