import { hoursOf } from "../amount.ts";
import type { Task } from "./shape.ts";

const small = 0.01;
const over: ReadonlySet<string> = new Set(["done", "cancel", "closed"]);

/**
 * What to say is left of a task, in hours, when so many more minutes are booked on it. Nothing left finishes a task, so one that is
 * going on keeps 0.01; one that is over gets 0, because more would open it again.
 */
export function leftAfter(task: Pick<Task, "status" | "left">, policy: string, minutes: number): number {
  if (over.has(task.status)) return 0;
  const left = policy === "keep" ? task.left : task.left - hoursOf(Math.abs(minutes)) * Math.sign(minutes);
  return Math.max(Math.round(left * 100) / 100, small);
}
