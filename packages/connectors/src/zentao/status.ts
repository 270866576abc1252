import type { Means, RemoteState, StatusSink } from "../connector.ts";
import { ConnectorError } from "../error.ts";
import { readBody } from "../lenient.ts";
import { written } from "../written.ts";
import type { ZentaoApi } from "./api.ts";
import { localTime } from "./clock.ts";
import { pathOf, readTask } from "./effort.ts";
import { ownComment } from "./ours.ts";
import { OneTask, type Task } from "./shape.ts";

const names: Readonly<Record<string, string>> = {
  wait: "未开始",
  doing: "进行中",
  done: "已完成",
  pause: "已暂停",
  cancel: "已取消",
  closed: "已关闭",
};

const small = 0.01;

type Step = "start" | "pause" | "restart" | "finish" | "close" | "active";

/** By which step a task gets from one state to another. */
const steps: Readonly<Record<string, Readonly<Record<string, Step>>>> = {
  wait: { doing: "start", done: "finish" },
  doing: { pause: "pause", done: "finish" },
  pause: { doing: "restart", done: "finish" },
  done: { doing: "active", closed: "close" },
  cancel: { doing: "active", closed: "close" },
  closed: { doing: "active" },
};

/** A state by ZenTao's word, `{ id: "doing", name: "进行中" }`. */
export function stateOf(status: string): RemoteState {
  return { id: status, name: names[status] ?? status };
}

/** States of tasks, one step away from where they are. */
export function createStatus(api: ZentaoApi, means: Means): StatusSink {
  return {
    choices: async (ref) => {
      const task = await readTask(api, ref);
      return [task.status, ...reachable(task)].map(stateOf);
    },
    set: (ref, stateId) =>
      written(
        async () => {
          const task = await readTask(api, ref);
          if (task.status === stateId) return null;
          const step = reachable(task).includes(stateId) ? steps[task.status]?.[stateId] : undefined;
          if (step === undefined) throw refusal("status-not-allowed");
          return { step, body: bodyOf(step, task, localTime(means.now(), means.zone)) };
        },
        async (plan) => {
          if (plan === null) return ref;
          const answer = await api.post(`${pathOf(ref)}/${plan.step}`, plan.body);
          // A step that was not taken is answered with 200 and the task as it was.
          if (readBody(answer, OneTask).status !== stateId) throw refusal("status-not-taken");
          return ref;
        },
      ),
  };
}

/** A task without hours cannot be finished. */
function reachable(task: Task): string[] {
  return Object.keys(steps[task.status] ?? {}).filter((to) => to !== "done" || task.consumed > 0);
}

/** No step books hours: what it says was consumed is what was before. Steps are never sent empty, which would be passed over. */
function bodyOf(step: Step, task: Task, now: string): object {
  const left = Math.max(task.left, small);
  const said = { comment: ownComment };
  const since = task.realStarted === null ? { realStarted: now } : {};
  if (step === "start") return { ...said, realStarted: now, consumed: task.consumed, left };
  if (step === "restart") return { ...said, ...since, consumed: task.consumed, left };
  if (step === "active") return { ...said, left };
  if (step !== "finish") return said;
  const assignedTo = task.openedBy ?? task.assignedTo;
  return { ...said, ...since, currentConsumed: 0, finishedDate: now, ...(assignedTo === null ? {} : { assignedTo }) };
}

function refusal(code: string) {
  return new ConnectorError({ kind: "permission", code, field: "state" });
}
