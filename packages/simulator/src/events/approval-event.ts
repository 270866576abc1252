import { type Approval, type ApprovalTask, kindOf } from "../world/approval.ts";
import { templateOf } from "../world/approval-template.ts";
import type { Switches } from "../world/switches.ts";
import type { Event } from "./event.ts";

interface Scene {
  readonly corpId: string;
  readonly switches: Switches;
}

/** What DingTalk tells of an approval that was one thing before (null: nothing) and is another now. */
export function approvalEvents(before: Approval | null, after: Approval, scene: Scene): Event[] {
  const events = before === null ? [instanceEvent(after, "start", scene)] : [];
  for (const task of after.tasks) {
    const earlier = before?.tasks.find(({ id }) => id === task.id);
    if (!earlier) events.push(taskEvent(after, task, { type: "start", corpId: scene.corpId }));
    if (task.status === "RUNNING" || earlier?.status === task.status) continue;
    const type = task.status === "COMPLETED" ? "finish" : "cancel";
    events.push(taskEvent(after, task, { type, corpId: scene.corpId }));
  }
  for (const note of after.status === "TERMINATED" ? [] : after.notes.slice(before?.notes.length ?? 0)) {
    events.push(commentEvent(after, note, scene.corpId));
  }
  const isOver = after.status !== "RUNNING" && before?.status !== after.status;
  if (isOver) events.push(instanceEvent(after, after.status === "TERMINATED" ? "terminate" : "finish", scene));
  const status = before === null ? "start" : isOver ? (after.status === "TERMINATED" ? "terminate" : "finish") : null;
  const told = status === null ? null : attendanceEvent(after, status, scene);
  return told ? [...events, told] : events;
}

function instanceEvent(approval: Approval, type: "start" | "finish" | "terminate", { corpId, switches }: Scene): Event {
  const { id, createdAt, finishedAt, result } = approval;
  const fields = {
    corpId,
    ...shared(approval, switches),
    businessType: "",
    type,
    ...(type === "finish" ? { result } : {}),
    staffId: approval.userId,
    createTime: createdAt,
    ...(type === "start" ? {} : { finishTime: finishedAt }),
    url: `https://aflow.dingtalk.com/dingtalk/mobile/homepage.htm?corpid=${corpId}&procInstId=${id}&dd_from=corp#approval`,
  };
  return {
    type: "bpms_instance_change",
    counted: true,
    bornAt: (type === "start" ? null : finishedAt) ?? createdAt,
    fields,
  };
}

const RESULTS = { AGREE: "agree", REFUSE: "refuse", REDIRECTED: "redirect", NONE: null } as const;

function taskEvent(approval: Approval, task: ApprovalTask, { type, corpId }: { type: string; corpId: string }): Event {
  const result = type === "finish" ? RESULTS[task.result] : null;
  const fields = {
    corpId,
    ...shared(approval, null),
    type,
    ...(result === null ? {} : { result }),
    ...(type === "finish" && task.remark !== null ? { remark: task.remark } : {}),
    taskId: task.id,
    staffId: task.userId,
    createTime: task.createdAt,
    ...(type === "start" ? {} : { finishTime: task.finishedAt }),
  };
  const bornAt = (type === "start" ? null : task.finishedAt) ?? task.createdAt;
  return { type: "bpms_task_change", counted: true, bornAt, fields };
}

function commentEvent(approval: Approval, note: Approval["notes"][number], corpId: string): Event {
  const own = { type: "comment", remark: note.remark, staffId: note.userId, createTime: note.at };
  const fields = { corpId, ...shared(approval, null), ...own };
  return { type: "bpms_task_change", counted: true, bornAt: note.at, fields };
}

function shared(approval: Approval, switches: Switches | null): object {
  const { id, processCode, businessId, title } = approval;
  const kind = kindOf(approval);
  const isNamed = kind === "leave" && switches?.leaveCategory === "attendance.leave";
  const category = kind === "custom" ? "" : isNamed ? "attendance.leave" : templateOf(kind).category;
  return { processInstanceId: id, processCode, bizCategoryId: category, businessId, title };
}

/** 出差 and 外出 look swapped on the event's page (attendance.md 10.5): a switch decides. */
function attendanceEvent(approval: Approval, status: string, { corpId, switches }: Scene): Event | null {
  const { id, main, processCode, createdAt, finishedAt } = approval;
  const kind = kindOf(approval);
  if (kind === "custom" || kind === "supply") return null;
  const [trip, outing] = switches.swapTravelAndOut ? ["OUT", "TRAVEL"] : ["TRAVEL", "OUT"];
  const approveType = { leave: "LEAVE", overtime: "OVERTIME", trip, outing }[kind];
  const fields = { corpId, processInstanceId: id, mainProcessInstanceId: main ?? id, processCode, approveType, status };
  return { type: "attendance_approve_status_change", counted: true, bornAt: finishedAt ?? createdAt, fields };
}
