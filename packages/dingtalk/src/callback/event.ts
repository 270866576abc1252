import type { Instant } from "@today/core/time/minutes";
import { z } from "zod";
import {
  anything,
  idList,
  instant,
  listOf,
  maybe,
  number,
  type RejectedRow,
  readRows,
  text,
  truth,
} from "../lenient.ts";
import { type ApprovalChange, type ApprovalTaskChange, approvalChange, approvalTaskChange } from "./approval-event.ts";

/** Common to all events. `id` tells repeated deliveries of one event. */
interface EventFacts {
  readonly id: string;
  readonly corpId: string | null;
  readonly bornAt: Instant | null;
}

/** A punch as pushed: no record id, no direction, so ask `listRecords` for them. `byUser` is false for a replay by the system. */
interface PushedPunch {
  readonly userId: string;
  readonly at: Instant;
  readonly bizId: string | null;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly address: string | null;
  readonly locationMethod: string | null;
  readonly machine: string | null;
  readonly byUser: boolean;
}

interface PushedPunches {
  readonly punches: readonly PushedPunch[];
  readonly rejected: readonly RejectedRow[];
}

const peopleTypes = [
  "user_add_org",
  "user_modify_org",
  "user_leave_org",
  "user_active_org",
  "org_admin_add",
  "org_admin_remove",
] as const;
const departmentTypes = ["org_dept_create", "org_dept_modify", "org_dept_remove"] as const;
// What a frame bears instead of its content (调用量与推送量).
const OVER_QUOTA = "20001";
const approvalTypes = ["bpms_instance_change", "attendance_approve_status_change"] as const;

/**
 * An event push in one shape, whatever its casing or transport was. `over-quota` came without content since the month's pushes are used
 * up; `unknown` keeps DingTalk's name and the body.
 */
export type DingTalkEvent =
  | (EventFacts & { readonly type: "check_url" })
  | (EventFacts & { readonly type: "attendance_check_record" } & PushedPunches)
  | (EventFacts & { readonly type: (typeof peopleTypes)[number]; readonly userIds: readonly string[] })
  | (EventFacts & { readonly type: (typeof departmentTypes)[number]; readonly departmentIds: readonly string[] })
  | (EventFacts & { readonly type: (typeof approvalTypes)[number]; readonly approval: ApprovalChange })
  | (EventFacts & { readonly type: "bpms_task_change"; readonly task: ApprovalTaskChange })
  | (EventFacts & { readonly type: "check_in"; readonly userId: string; readonly at: Instant | null })
  | (EventFacts & { readonly type: "over-quota"; readonly name: string })
  | (EventFacts & { readonly type: "unknown"; readonly name: string; readonly raw: unknown });

const envelope = z.object({
  eventtype: maybe(text),
  eventid: maybe(text),
  corpid: maybe(text),
  eventcorpid: maybe(text),
  eventtime: maybe(instant),
  eventborntime: maybe(instant),
  timestamp: maybe(instant),
  userid: maybe(idList),
  staffid: maybe(text),
  errcode: maybe(text),
  deptid: maybe(idList),
  datalist: anything,
});

const punchRow = z.object({
  userid: text,
  checktime: instant,
  bizid: maybe(text),
  latitude: maybe(number),
  longitude: maybe(number),
  address: maybe(text),
  locationmethod: maybe(text),
  devicesn: maybe(text),
  checkbyuser: maybe(truth),
});

/** Reads a decrypted push or a Stream envelope; `fallbackId` identifies events that bring no `eventId`. */
export function normaliseEvent(raw: unknown, fallbackId: string): DingTalkEvent {
  const outer = lowerKeys(raw);
  const fields = { ...lowerKeys(outer.data), ...outer };
  const read = envelope.parse(fields);
  const facts: EventFacts = {
    id: read.eventid ?? fallbackId,
    corpId: read.corpid ?? read.eventcorpid,
    bornAt: read.eventtime ?? read.eventborntime ?? read.timestamp,
  };
  const name = read.eventtype ?? "";
  if (read.errcode === OVER_QUOTA) return { ...facts, type: "over-quota", name };
  if (name === "check_url") return { ...facts, type: name };
  if (name === "attendance_check_record") return { ...facts, type: name, ...punchesOf(read.datalist) };
  const people = peopleTypes.find((type) => type === name);
  if (people !== undefined) return { ...facts, type: people, userIds: read.userid ?? [] };
  const department = departmentTypes.find((type) => type === name);
  if (department !== undefined) return { ...facts, type: department, departmentIds: read.deptid ?? [] };
  return (
    happeningOf(facts, name, { fields, staffId: read.staffid, at: read.timestamp }) ?? {
      ...facts,
      type: "unknown",
      name,
      raw,
    }
  );
}

/** An approval or a 签到 (of which the event tells only the person: read their records). */
function happeningOf(
  facts: EventFacts,
  name: string,
  said: {
    readonly fields: Readonly<Record<string, unknown>>;
    readonly staffId: string | null;
    readonly at: Instant | null;
  },
): DingTalkEvent | null {
  const approvalType = approvalTypes.find((type) => type === name);
  const approval = approvalType === undefined ? null : approvalChange(said.fields);
  if (approvalType !== undefined && approval !== null) return { ...facts, type: approvalType, approval };
  const task = name === "bpms_task_change" ? approvalTaskChange(said.fields) : null;
  if (task !== null) return { ...facts, type: "bpms_task_change", task };
  if (name === "check_in" && said.staffId !== null) return { ...facts, type: name, userId: said.staffId, at: said.at };
  return null;
}

function punchesOf(list: unknown): PushedPunches {
  const { rows, rejected } = readRows(listOf(list).map(lowerKeys), punchRow, (row) => ({
    userId: row.userid,
    at: row.checktime,
    bizId: row.bizid,
    lat: row.latitude,
    lng: row.longitude,
    address: row.address,
    locationMethod: row.locationmethod,
    machine: row.devicesn,
    byUser: row.checkbyuser ?? true,
  }));
  return { punches: rows, rejected };
}

/** Captured pushes differ from the documented ones in the casing of every key (`UserId`, `userId`, `userid`). */
export function lowerKeys(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toLowerCase(), inner]));
}
