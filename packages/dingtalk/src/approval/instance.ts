import type { Instant } from "@today/core/time/minutes";
import type { DingTalk } from "../client.ts";
import { DingTalkError } from "../error.ts";
import { type Fields, textOf, wordOf, wordsOf } from "../field.ts";
import { fieldsOf } from "../json.ts";
import { listOf, type RejectedRow } from "../lenient.ts";
import { instanceClock } from "../moment.ts";
import { type FormComponent, readComponents } from "./component.ts";

const PATH = "/v1.0/workflow/processInstances";
const MOST_OF_A_CHAIN = 20;

/** Where an approval stands; `withdrawn` by whom it is from, while it was running. */
export type InstanceState = "running" | "agreed" | "refused" | "withdrawn";

/** One filled-in approval. `action` says whether it was made to change or cancel another, the one named by `mainInstanceId`. */
export interface ApprovalInstance {
  readonly processInstanceId: string;
  readonly businessId: string | null;
  readonly title: string;
  readonly originatorUserId: string;
  readonly originatorDepartmentId: string | null;
  readonly state: InstanceState;
  readonly action: "none" | "modify" | "revoke";
  /** The instance that this one changes or cancels; its own id for any other. */
  readonly mainInstanceId: string;
  readonly attachedInstanceIds: readonly string[];
  readonly createdAt: Instant | null;
  readonly finishedAt: Instant | null;
  /** The last time that anything happened to it, to the minute. */
  readonly modifiedAt: Instant | null;
  readonly components: readonly FormComponent[];
  readonly rejected: readonly RejectedRow[];
}

const states = wordsOf({ NEW: "running", RUNNING: "running", TERMINATED: "withdrawn", CANCELED: "withdrawn" } as const);
const results = wordsOf({ agree: "agreed", refuse: "refused" } as const);
const actions = wordsOf({ NONE: "none", MODIFY: "modify", REVOKE: "revoke" } as const);

/** One approval, or null when there is none (any more). One counted call. Throws `unreadable` naming what it lacks. */
export async function readInstance(dingtalk: DingTalk, processInstanceId: string): Promise<ApprovalInstance | null> {
  const path = `${PATH}?processInstanceId=${encodeURIComponent(processInstanceId)}`;
  const answer = await dingtalk.callNew("GET", path).catch((error: unknown) => {
    if (error instanceof DingTalkError && error.kind === "not-found") return null;
    throw error;
  });
  if (answer === null) return null;
  const instance = instanceOf(processInstanceId, answer.result);
  if (typeof instance === "string") throw new DingTalkError({ kind: "unreadable", path: PATH, code: instance });
  return instance;
}

/**
 * An approval with the one it changes and those that change it, the first of the chain first; empty when there is none. One
 * counted call each.
 */
export async function readChain(dingtalk: DingTalk, processInstanceId: string): Promise<ApprovalInstance[]> {
  const found = new Map<string, ApprovalInstance>();
  const waiting = [processInstanceId];
  for (let id = waiting.shift(); id !== undefined && found.size < MOST_OF_A_CHAIN; id = waiting.shift()) {
    const instance = found.has(id) ? null : await readInstance(dingtalk, id);
    if (instance === null) continue;
    found.set(id, instance);
    waiting.push(instance.mainInstanceId, ...instance.attachedInstanceIds);
  }
  return [...found.values()].sort((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0));
}

/** Reads an instance as received, or gives the names of the fields without which it is none. */
export function instanceOf(processInstanceId: string, raw: unknown): ApprovalInstance | string {
  const row = fieldsOf(raw);
  const originator = textOf(row.originatorUserId);
  const state = wordOf(states, row.status) ?? (row.status === "COMPLETED" ? wordOf(results, row.result) : null);
  if (originator === null) return "originatorUserId";
  if (state === null) return row.status === "COMPLETED" ? "result" : "status";
  const businessId = textOf(row.businessId);
  const clock = instanceClock(row.createTime, businessId);
  const [createdAt, finishedAt] = [clock(row.createTime), clock(row.finishTime)];
  const { components, rejected } = readComponents(row.formComponentValues);
  return {
    ...{ processInstanceId, businessId, state, createdAt, finishedAt, components, rejected },
    title: textOf(row.title) ?? "",
    originatorUserId: originator,
    originatorDepartmentId: textOf(row.originatorDeptId),
    action: wordOf(actions, row.bizAction) ?? "none",
    mainInstanceId: textOf(row.mainProcessInstanceId) ?? processInstanceId,
    attachedInstanceIds: listOf(row.attachedProcessInstanceIds).flatMap((id) => textOf(id) ?? []),
    modifiedAt: finishedAt ?? lastOf(row, clock) ?? createdAt,
  };
}

function lastOf(row: Fields, clock: (value: unknown) => Instant | null): Instant | null {
  const times = listOf(row.operationRecords).flatMap((record) => clock(fieldsOf(record).date) ?? []);
  return times.length > 0 ? times.reduce((a, b) => Math.max(a, b)) : null;
}
