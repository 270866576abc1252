import type { Instant } from "@today/core/time/minutes";
import { z } from "zod";
import { type FactKind, kindOfCategory } from "../approval/kind.ts";
import { instant, maybe, oneOf, text } from "../lenient.ts";

/** What happened to an approval. `finished` ones bear a result; read the instance for what it says. */
export interface ApprovalChange {
  readonly processInstanceId: string;
  readonly mainInstanceId: string | null;
  readonly processCode: string | null;
  readonly businessId: string | null;
  readonly title: string;
  /** What its category says it is about; null for 请假, which has none, and for other forms. */
  readonly kind: FactKind | null;
  readonly change: "started" | "finished" | "withdrawn" | "deleted" | null;
  readonly result: "agreed" | "refused" | null;
  readonly originatorUserId: string | null;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
}

/** What happened to one approver's part of an approval; `cancelled` when another approver decided. */
export interface ApprovalTaskChange {
  readonly processInstanceId: string;
  readonly taskId: string | null;
  readonly processCode: string | null;
  readonly title: string;
  readonly change: "started" | "finished" | "cancelled" | "commented" | null;
  readonly result: "agreed" | "refused" | "redirected" | "audited" | null;
  readonly userId: string | null;
  readonly remark: string | null;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
}

const approvalRow = z.object({
  processinstanceid: text,
  mainprocessinstanceid: maybe(text),
  processcode: maybe(text),
  businessid: maybe(text),
  bizcategoryid: maybe(text),
  approvetype: maybe(oneOf({ LEAVE: "leave", OVERTIME: "overtime", TRAVEL: "trip", OUT: "trip" } as const)),
  title: maybe(text),
  type: maybe(text),
  status: maybe(text),
  result: maybe(text),
  staffid: maybe(text),
  taskid: maybe(text),
  remark: maybe(text),
  createtime: maybe(instant),
  finishtime: maybe(instant),
});

const changes = { start: "started", finish: "finished", terminate: "withdrawn", delete: "deleted" } as const;
const taskChanges = { start: "started", finish: "finished", cancel: "cancelled", comment: "commented" } as const;
const results = { agree: "agreed", refuse: "refused" } as const;
const taskResults = { ...results, redirect: "redirected", audit: "audited" } as const;

/**
 * The approval of a `bpms_instance_change` or an `attendance_approve_status_change`, keys in lower case; null when it names none. The
 * latter tells neither result nor person, and of TRAVEL and OUT it is unconfirmed which is which: both are trips.
 */
export function approvalChange(fields: Readonly<Record<string, unknown>>): ApprovalChange | null {
  const read = approvalRow.safeParse(fields);
  if (!read.success) return null;
  const row = read.data;
  return {
    processInstanceId: row.processinstanceid,
    mainInstanceId: row.mainprocessinstanceid,
    processCode: row.processcode,
    businessId: row.businessid,
    title: row.title ?? "",
    kind: row.approvetype ?? kindOfCategory(row.bizcategoryid),
    change: wordIn(changes, row.type ?? row.status),
    result: wordIn(results, row.result),
    originatorUserId: row.staffid,
    startedAt: row.createtime,
    finishedAt: row.finishtime,
  };
}

/** The task of a `bpms_task_change`, keys in lower case; null when it names no approval. */
export function approvalTaskChange(fields: Readonly<Record<string, unknown>>): ApprovalTaskChange | null {
  const read = approvalRow.safeParse(fields);
  if (!read.success) return null;
  const row = read.data;
  return {
    processInstanceId: row.processinstanceid,
    taskId: row.taskid,
    processCode: row.processcode,
    title: row.title ?? "",
    change: wordIn(taskChanges, row.type),
    result: wordIn(taskResults, row.result),
    userId: row.staffid,
    remark: row.remark,
    startedAt: row.createtime,
    finishedAt: row.finishtime,
  };
}

function wordIn<T extends string>(words: Readonly<Record<string, T>>, word: string | null): T | null {
  return word !== null && Object.hasOwn(words, word) ? (words[word] ?? null) : null;
}
