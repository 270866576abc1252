import type { Day } from "../company/beijing.ts";
import type { CheckType } from "../company/shift.ts";
import type { ApprovalKind } from "./approval-template.ts";
import type { LeaveType } from "./leave.ts";

export type ApprovalUnit = "day" | "halfDay" | "hour";

/** A time that is asked for: `amount` counts `unit`s, half days as 0.5. */
export interface AskedSpan {
  readonly start: number;
  readonly end: number;
  readonly unit: ApprovalUnit;
  readonly amount: number;
}

/** What a form says. */
export type ApprovalContent =
  | (AskedSpan & { readonly kind: "leave"; readonly leaveType: LeaveType; readonly reason: string })
  | (AskedSpan & { readonly kind: "overtime" | "trip" | "outing"; readonly reason: string; readonly place: string })
  | {
      readonly kind: "supply";
      readonly supplyId: number;
      readonly day: Day;
      readonly type: CheckType;
      readonly at: number;
      readonly reason: string;
    }
  /** By the label of the component; the values are as the API's callers write them. */
  | { readonly kind: "custom"; readonly values: Readonly<Record<string, unknown>> };

/** Who decides together: all, one of them, or just the one. */
export interface ApprovalStep {
  readonly mode: "AND" | "OR" | "NONE";
  readonly userIds: readonly string[];
}

export interface ApprovalTask {
  readonly id: number;
  readonly step: number;
  readonly userId: string;
  readonly status: "RUNNING" | "COMPLETED" | "CANCELED" | "TERMINATED";
  readonly result: "AGREE" | "REFUSE" | "REDIRECTED" | "NONE";
  readonly createdAt: number;
  readonly finishedAt: number | null;
  readonly remark: string | null;
}

export interface ApprovalNote {
  readonly at: number;
  readonly userId: string;
  readonly remark: string;
}

/** One instance of an OA approval. */
export interface Approval {
  /** Ends in the epoch second of its creation. */
  readonly id: string;
  /** Counted over all approvals; its task ids follow from it. */
  readonly number: number;
  /** `202609131534000382214`: the Beijing minute of creation, then nine digits. */
  readonly businessId: string;
  readonly processCode: string;
  readonly title: string;
  readonly userId: string;
  readonly departmentId: number;
  readonly content: ApprovalContent;
  readonly steps: readonly ApprovalStep[];
  /** Started by API, which alone shows its approvers. */
  readonly byApi: boolean;
  readonly cc: readonly string[];
  readonly action: "NONE" | "MODIFY" | "REVOKE";
  /** The first instance of its chain, when this one changes or revokes it. */
  readonly main: string | null;
  readonly createdAt: number;
  readonly finishedAt: number | null;
  readonly status: "RUNNING" | "TERMINATED" | "COMPLETED";
  readonly result: "agree" | "refuse" | null;
  readonly tasks: readonly ApprovalTask[];
  readonly notes: readonly ApprovalNote[];
}

/** What somebody does with a running approval. */
export type Decision =
  | {
      readonly verb: "agree" | "refuse" | "terminate" | "comment";
      readonly by: string;
      readonly at: number;
      readonly remark: string | null;
    }
  | {
      readonly verb: "redirect";
      readonly by: string;
      readonly to: string;
      readonly at: number;
      readonly remark: string | null;
    };

const TASK_IDS = 90_112_000_000;
const TASKS_EACH = 100;

/** A new approval: its first step's tasks are running. Without steps it is agreed at once. */
export function begun(draft: Omit<Approval, "finishedAt" | "status" | "result" | "tasks" | "notes">): Approval {
  const running = { ...draft, finishedAt: null, status: "RUNNING", result: null, tasks: [], notes: [] } as const;
  return withStep(running, 0, draft.createdAt);
}

/** The approval after a decision. Throws a sentence when it cannot be made: not running, or not theirs to decide. */
export function decided(approval: Approval, decision: Decision): Approval {
  const { verb, by, at, remark } = decision;
  if (verb === "comment") return { ...approval, notes: [...approval.notes, { at, userId: by, remark: remark ?? "" }] };
  if (approval.status !== "RUNNING") throw new Error("the approval is over");
  if (verb === "terminate") {
    const tasks = approval.tasks.map((task) => ended(task, { status: "TERMINATED", result: "NONE" }, at));
    return { ...approval, tasks, notes: noted(approval, decision), status: "TERMINATED", finishedAt: at };
  }
  const own = approval.tasks.find(({ status, userId }) => status === "RUNNING" && userId === by);
  if (!own) throw new Error("it is not theirs to decide now");
  if (decision.verb === "redirect") {
    const given = { id: taskId(approval), step: own.step, userId: decision.to, at };
    const tasks = approval.tasks.map((task) => (task === own ? done(own, "REDIRECTED", decision) : task));
    return { ...approval, tasks: [...tasks, newTask(given)] };
  }
  const result = verb === "agree" ? "AGREE" : "REFUSE";
  const tasks = approval.tasks.map((task) => (task === own ? done(own, result, decision) : task));
  if (verb === "refuse")
    return { ...approval, tasks: cancelled(tasks, at), status: "COMPLETED", result: "refuse", finishedAt: at };
  const isOr = approval.steps[own.step]?.mode === "OR";
  const settled = isOr ? cancelled(tasks, at) : tasks;
  const waits = settled.some(({ status }) => status === "RUNNING");
  const next = { ...approval, tasks: settled };
  return waits ? next : withStep(next, own.step + 1, at);
}

/** Whom the approval waits for. */
export function waitingFor({ tasks }: Approval): string[] {
  return tasks.filter(({ status }) => status === "RUNNING").map(({ userId }) => userId);
}

export function kindOf({ content }: Approval): ApprovalKind {
  return content.kind;
}

function withStep(approval: Approval, step: number, at: number): Approval {
  const { userIds = [] } = approval.steps[step] ?? {};
  if (userIds.length === 0) return { ...approval, status: "COMPLETED", result: "agree", finishedAt: at };
  const first = taskId(approval);
  const tasks = userIds.map((userId, index) => newTask({ id: first + index, step, userId, at }));
  return { ...approval, tasks: [...approval.tasks, ...tasks] };
}

function taskId({ number, tasks }: Approval): number {
  return TASK_IDS + number * TASKS_EACH + tasks.length + 1;
}

function newTask({ at, ...own }: { id: number; step: number; userId: string; at: number }): ApprovalTask {
  return { ...own, status: "RUNNING", result: "NONE", createdAt: at, finishedAt: null, remark: null };
}

function done(task: ApprovalTask, result: ApprovalTask["result"], { at, remark }: Decision): ApprovalTask {
  return { ...task, status: "COMPLETED", result, finishedAt: at, remark };
}

function cancelled(tasks: readonly ApprovalTask[], at: number): ApprovalTask[] {
  return tasks.map((task) => ended(task, { status: "CANCELED", result: "NONE" }, at));
}

function ended(task: ApprovalTask, how: Pick<ApprovalTask, "status" | "result">, at: number): ApprovalTask {
  return task.status === "RUNNING" ? { ...task, ...how, finishedAt: at } : task;
}

function noted({ notes }: Approval, { at, by, remark }: Decision): ApprovalNote[] {
  return remark === null ? [...notes] : [...notes, { at, userId: by, remark }];
}
