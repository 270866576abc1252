import { instantAt } from "@today/core/time/zone";
import { nextAttemptAt } from "@today/core/worklog-retry";
import type { ClaimedTodo, TodoEnd } from "@today/db/todo-reminder";
import { DingTalkError } from "@today/dingtalk/error";
import { changeTodo, createTodo, findTodo, isRefused, removeTodo } from "@today/dingtalk/todo";
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
  const before = { todoId: claim.todoId, n: claim.n };
  try {
    const told = await bring(ctx, claim);
    if (told !== null) return { end: { ...done, ...told }, stops: false };
    return {
      end: { ...done, ...before, state: "due", problem: "public-url-missing", nextAt: ctx.now + hourMs },
      stops: true,
    };
  } catch (error) {
    if (error instanceof RangeError) {
      return { end: { ...done, ...before, state: "failed", problem: "too-long" }, stops: false };
    }
    if (!(error instanceof DingTalkError)) throw error;
    return failing(ctx, claim, error);
  }
}

const done = { state: "done", problem: null, attempts: 0, nextAt: 0 } as const;

/** What stands there then; null when nobody knows this app's address, which a todo leads to. */
async function bring(ctx: Context, claim: ClaimedTodo): Promise<Pick<TodoEnd, "todoId" | "n"> | null> {
  const { unionId, wanted, n, todoId } = claim;
  const { publicUrl, zone } = ctx.company;
  // Whoever is gone takes their todos along.
  if (unionId === null) return { todoId: null, n: n + 1 };
  const dueAt = instantAt(claim.dueOn, dueMinute, zone);
  const content = { unionId, subject: claim.title, dueAt, isDone: wanted === "done" };
  // One may be there of which only DingTalk knows.
  const id = todoId ?? (wanted === "open" ? null : await findTodo(ctx.dingtalk, await nameOf(ctx, claim, n)));
  if (wanted === "gone") {
    if (id !== null) await removeTodo(ctx.dingtalk, { unionId, id });
    return { todoId: null, n: n + 1 };
  }
  if (id !== null && (await change(ctx, { ...content, id }))) return { todoId: id, n };
  if (wanted === "done") return { todoId: null, n: n + 1 };
  if (publicUrl === null) return null;
  // One that somebody has removed at DingTalk is made anew under another name.
  const next = id === null ? n : n + 1;
  const todo = { ...content, ...(await nameOf(ctx, claim, next)), url: `${publicUrl}/#/today` };
  const made = await createTodo(ctx.dingtalk, todo);
  if (!made.isNew) await change(ctx, { ...content, id: made.id });
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

/** Whose it is, and by what DingTalk knows it again, which tells nobody anything. */
async function nameOf({ company }: Context, { unionId, targetId, remoteTask, personId }: ClaimedTodo, n: number) {
  const name = new TextEncoder().encode(JSON.stringify([company.id, targetId, remoteTask, personId]));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", name));
  const hex = [...digest.slice(0, 12)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return { unionId: unionId ?? "", sourceId: `today-${hex}-${n}` };
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
