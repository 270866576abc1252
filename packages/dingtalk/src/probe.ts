import type { Instant } from "@today/core/time/minutes";
import { listRecords } from "./attendance/punch-record.ts";
import type { DingTalk } from "./client.ts";
import { jsapiTicket } from "./jsapi.ts";

/** Whom a probe may ask about, and when it is. */
export interface ProbeSubject {
  readonly userId: string;
  readonly now: Instant;
}

/** A call that changes nothing and succeeds exactly when a permission point was granted. */
export interface ScopeProbe {
  readonly scope: string;
  ask(dingtalk: DingTalk, subject: ProbeSubject): Promise<unknown>;
}

const root = 1;

/** Without these four nothing can be shown; only the last of them costs one of the month's calls. */
export const scopeProbes: readonly ScopeProbe[] = [
  {
    scope: "qyapi_get_department_list",
    ask: (dingtalk) => dingtalk.callOld("/topapi/v2/department/get", { dept_id: root }),
  },
  {
    scope: "qyapi_get_department_member",
    ask: (dingtalk) => dingtalk.callOld("/topapi/v2/user/list", { dept_id: root, cursor: 0, size: 1 }),
  },
  {
    scope: "qyapi_get_member",
    ask: (dingtalk, { userId }) => dingtalk.callOld("/topapi/v2/user/get", { userid: userId }),
  },
  {
    scope: "qyapi_get_attendance_data",
    ask: (dingtalk, { userId, now }) => listRecords(dingtalk, { userIds: [userId], from: now - 60_000, to: now }),
  },
];

/** Where the application's token comes from. */
export const tokenPath = "/v1.0/oauth2/accessToken";

/** A call that every application may make and that costs nothing. */
export async function probeApp(dingtalk: DingTalk): Promise<void> {
  await jsapiTicket(dingtalk);
}

/** The same on the old host, for which only an answer about permissions may come. */
export async function probeOldHost(dingtalk: DingTalk): Promise<void> {
  await dingtalk.callOld("/topapi/v2/department/get", { dept_id: root });
}
