import { wallText } from "../company/beijing.ts";
import type { Ground } from "../wire/api.ts";
import type { Approval, ApprovalTask } from "../world/approval.ts";
import { formOf } from "./approval-form.ts";

interface Operation {
  readonly at: number;
  readonly userId: string;
  readonly type: string;
  readonly result: "AGREE" | "REFUSE" | "NONE";
  readonly remark: string | null;
  readonly activity: string | null;
}

/** An instance as `v1.0/workflow/processInstances` writes it. */
export function instanceDetail(approval: Approval, ground: Ground): object {
  const { world, clock } = ground;
  const at = (ms: number) => timeText(ms, ground);
  return {
    title: approval.title,
    businessId: approval.businessId,
    status: approval.status,
    result: approval.result ?? "",
    createTime: at(approval.createdAt),
    ...(approval.finishedAt === null ? {} : { finishTime: at(approval.finishedAt) }),
    originatorUserId: approval.userId,
    originatorDeptId: departmentId(approval),
    originatorDeptName: departmentName(approval, ground),
    ...(approval.byApi ? { approverUserIds: approval.steps.flatMap(({ userIds }) => userIds) } : {}),
    ccUserIds: approval.cc,
    bizAction: approval.action,
    bizData: "{}",
    ...(approval.main === null ? {} : { mainProcessInstanceId: approval.main }),
    attachedProcessInstanceIds: attachedTo(approval, ground),
    formComponentValues: formOf(approval, world, clock.now()),
    operationRecords: operationsOf(approval).map(({ userId, at: ms, type, result, remark, activity }) => ({
      userId,
      date: at(ms),
      type,
      result,
      ...(remark === null ? {} : { remark }),
      ...(activity === null ? {} : { activityId: activity, showName: "审批人" }),
    })),
    tasks: approval.tasks.map((task) => taskDetail(approval, task, ground)),
  };
}

function taskDetail(approval: Approval, task: ApprovalTask, ground: Ground): object {
  return {
    taskId: task.id,
    userId: task.userId,
    status: task.status,
    result: task.result,
    createTime: timeText(task.createdAt, ground),
    ...(task.finishedAt === null ? {} : { finishTime: timeText(task.finishedAt, ground) }),
    activityId: activityOf(task),
    mobileUrl: taskAddress(approval, task),
    pcUrl: taskAddress(approval, task),
  };
}

/** Everything that was done with it, in time order. */
export function operationsOf(approval: Approval): Operation[] {
  const { createdAt, userId, tasks, notes, status, finishedAt } = approval;
  const plain = { result: "NONE", remark: null, activity: null } as const;
  const decided = tasks.flatMap((task): Operation[] => {
    const own = { at: task.finishedAt ?? 0, userId: task.userId, remark: task.remark, activity: activityOf(task) };
    if (task.result === "AGREE" || task.result === "REFUSE") {
      return [{ ...own, type: "EXECUTE_TASK_NORMAL", result: task.result }];
    }
    return task.result === "REDIRECTED" ? [{ ...own, type: "REDIRECT_TASK", result: "NONE" }] : [];
  });
  const said = notes.map((note) => ({ ...plain, ...note, type: "ADD_REMARK" }));
  const ended =
    status === "TERMINATED" ? [{ ...plain, at: finishedAt ?? 0, userId, type: "TERMINATE_PROCESS_INSTANCE" }] : [];
  const begun = { ...plain, at: createdAt, userId, type: "START_PROCESS_INSTANCE" };
  return [begun, ...[...decided, ...said, ...ended].toSorted((a, b) => a.at - b.at)];
}

/** Those that change or revoke it. */
export function attachedTo({ id }: Approval, { world }: Ground): string[] {
  return world.approvals().flatMap((other) => (other.main === id ? [other.id] : []));
}

/** "-1" is the root. */
export function departmentId({ departmentId: id }: Approval): string {
  return id === 1 ? "-1" : String(id);
}

export function departmentName(approval: Approval, { world }: Ground): string {
  return world.departments().find(({ id }) => id === approval.departmentId)?.name ?? "";
}

export function activityOf({ step }: ApprovalTask): string {
  return `0b11_2f${String(step + 1).padStart(2, "0")}`;
}

/** Without a host, as in recorded instances. */
function taskAddress({ id, businessId }: Approval, task: ApprovalTask): string {
  return `aflow.dingtalk.com?procInsId=${id}&taskId=${task.id}&businessId=${businessId}`;
}

/** `2026-09-13T15:34Z` is Beijing's wall clock with a false Z (attendance.md 2), unless the switch makes it true. */
function timeText(ms: number, { world }: Ground): string {
  if (world.switches.approvalTimes === "utc") return `${new Date(ms).toISOString().slice(0, 16)}Z`;
  return `${wallText(ms).slice(0, 16).replace(" ", "T")}Z`;
}
