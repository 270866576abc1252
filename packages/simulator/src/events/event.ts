import type { Department } from "../company/department.ts";
import type { Person } from "../company/person.ts";
import { drawFrom, hexadecimal } from "../company/random.ts";
import type { Leave } from "../world/leave.ts";
import type { Switches } from "../world/switches.ts";
import type { JudgedPunch } from "../world/workday.ts";

/** What DingTalk tells an app, before it is written and sealed. */
export interface Event {
  readonly type: string;
  /** Counts against the month's pushes; contact events do not. */
  readonly counted: boolean;
  readonly bornAt: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

type ContactType = "user_add_org" | "user_modify_org" | "user_leave_org";

export function contactEvent(type: ContactType, person: Person, { at, diff }: { at: number; diff?: object }): Event {
  const fields = { timeStamp: String(at), userId: [person.userId], ...(diff ? { diffInfo: diff } : {}) };
  return { type, counted: false, bornAt: at, fields };
}

type DepartmentType = "org_dept_create" | "org_dept_modify" | "org_dept_remove";

export function departmentEvent(type: DepartmentType, { id }: Department, at: number): Event {
  return { type, counted: false, bornAt: at, fields: { timeStamp: String(at), deptId: [id] } };
}

export function punchEvent(punch: JudgedPunch, person: Person, corpId: string): Event {
  const { spot } = punch;
  const position = spot.lat === null ? {} : { latitude: spot.lat, longitude: spot.lng };
  const row = {
    userId: person.userId,
    corpId,
    checkTime: punch.at,
    address: spot.address,
    ...position,
    locationResult: punch.locationResult,
    locationMethod: spot.method,
    groupId: person.group.key,
    bizId: `E171DCCE${punch.id.toString(16).toUpperCase().padStart(12, "0")}`,
    ...(spot.machine ? { deviceSN: spot.machine } : {}),
    checkByUser: true,
  };
  return { type: "attendance_check_record", counted: true, bornAt: punch.at, fields: { dataList: [row] } };
}

export function leaveEvent(leave: Leave, corpId: string): Event {
  const fields = {
    corpId,
    processInstanceId: leave.procInstId,
    processCode: "PROC-SIMULATOR-LEAVE",
    approveType: "LEAVE",
    status: "finish",
  };
  return { type: "attendance_approve_status_change", counted: true, bornAt: leave.approvedAt, fields };
}

/** The id of the so-and-so-many-th event, the same for each time it is told. */
export function eventIdOf(seed: number, count: number): string {
  return hexadecimal(drawFrom(seed, count, 12), 32);
}

/** The flat text that is sealed for a push; its casing is what `eventCasing` says. */
export function eventText(
  event: Event,
  numbered: { corpId: string; seed: number; count: number },
  casing: Switches["eventCasing"],
): string {
  const { corpId, seed, count } = numbered;
  const { type, bornAt, fields } = event;
  const eventId = eventIdOf(seed, count);
  if (casing === "capitals") {
    const capitals = Object.entries(fields).map(([key, value]) => [key[0]?.toUpperCase() + key.slice(1), value]);
    return JSON.stringify({
      EventType: type,
      TimeStamp: String(bornAt),
      CorpId: corpId,
      ...Object.fromEntries(capitals),
    });
  }
  if (casing === "no-event-id") return JSON.stringify({ EventType: type, corpId, ...fields });
  return JSON.stringify({
    EventType: type,
    EventTime: bornAt,
    CorpId: corpId,
    BizId: String(bornAt),
    eventId,
    ...fields,
  });
}

/** An event as `get_call_back_failed_result` lists it. */
export function failedEntry({ type, bornAt, fields }: Event, corpId: string): object {
  const { userId } = fields;
  if (type.startsWith("bpms_")) {
    return { call_back_tag: type, event_time: bornAt, [type]: { corpid: corpId, bpmsCallBackData: fields } };
  }
  const content = Array.isArray(userId) ? { corpid: corpId, userid: userId } : { corpid: corpId, callbackData: fields };
  return { call_back_tag: type, event_time: bornAt, [type]: content };
}
