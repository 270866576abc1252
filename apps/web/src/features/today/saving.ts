import { clockTime, minuteOf } from "../../format.ts";
import { type Message, problemSentence } from "../../message.ts";
import { pickQueue } from "../../picking.ts";
import { ApiProblem } from "../../problem.ts";
import type { Saving } from "../../ui/save-state.tsx";
import type { Day } from "./day.ts";

/** How the last choice for today is doing; null when nothing was chosen. */
export function savingOf(m: Message, { today, entries }: Pick<Day, "today" | "entries">): Saving | null {
  const last = entries.filter(({ item: pick }) => pick.date === today.date).pop();
  if (last === undefined || last.state === "saved") {
    const madeAt = last?.view.madeAt ?? lastMade(today);
    return madeAt === null ? null : { state: "saved", at: clockTime(minuteOf(madeAt, today.date), m.lang) };
  }
  if (last.state !== "refused") return { state: last.state === "sending" ? "saving" : "waiting" };
  const onRetry = () => pickQueue.retry();
  return { state: "failed", why: problemSentence(m, new ApiProblem(last.code, 422)), onRetry };
}

function lastMade({ picks, split }: Day["today"]): string | null {
  const made = [...picks.map(({ madeAt }) => madeAt), ...(split === null ? [] : [split.madeAt])];
  return made.sort().pop() ?? null;
}
