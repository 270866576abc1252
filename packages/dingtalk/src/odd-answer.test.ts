import fc from "fast-check";
import { expect, it } from "vitest";
import { readChain, readInstance } from "./approval/instance.ts";
import { instanceIds } from "./approval/instance-ids.ts";
import { leaveResult } from "./approval/sample.ts";
import { approvalTemplates } from "./approval/template.ts";
import { isReportOpen, reportColumns } from "./attendance/report.ts";
import { userIdOfUnionId } from "./browser-login.ts";
import { checkInsOfDepartment, checkInsOfPeople } from "./check-in.ts";
import type { DingTalk } from "./client.ts";
import { cutDepartment } from "./department.ts";
import { DingTalkError } from "./error.ts";
import { jsapiTicket } from "./jsapi.ts";
import { spoilt } from "./odd-payload.ts";
import { clientOf, farSide } from "./testing.ts";
import { sendWorkNotice } from "./work-notice.ts";

const window = { from: 1789315200000, to: 1789315200000 };
const message = { kind: "markdown", title: "t", text: "t" } as const;
const approval = { ...leaveResult, mainProcessInstanceId: "a", attachedProcessInstanceIds: ["b"] };
const ids = async (dingtalk: DingTalk) => {
  for await (const page of instanceIds(dingtalk, { processCode: "P", ...window })) expect(page).not.toEqual([]);
};

it.each<[string, object, (dingtalk: DingTalk) => Promise<unknown>]>([
  ["an approval", { result: leaveResult }, (dingtalk) => readInstance(dingtalk, "a")],
  ["a chain", { result: approval }, (dingtalk) => readChain(dingtalk, "a")],
  ["ids", { result: { list: ["a"], nextToken: "20" } }, ids],
  ["templates", { result: [{ processCode: "P", attendanceType: 2 }] }, (dingtalk) => approvalTemplates(dingtalk, "a")],
  ["columns", { result: { columns: [{ id: 1, name: "n", alias: "a" }] } }, reportColumns],
  ["a switch", { result: { smart_report: true } }, isReportOpen],
  [
    "people's 签到",
    { result: { next_cursor: 1, page_list: [{}] } },
    (dingtalk) => checkInsOfPeople(dingtalk, { userIds: ["a"], ...window }),
  ],
  [
    "a department's 签到",
    { data: [{ userId: "a", timestamp: 1789354950000 }] },
    (dingtalk) => checkInsOfDepartment(dingtalk, { departmentId: "1", ...window }),
  ],
  ["a ticket", { jsapiTicket: "t", expireIn: 7200 }, jsapiTicket],
  ["a union id", { result: { userid: "a", contact_type: 0 } }, (dingtalk) => userIdOfUnionId(dingtalk, "u")],
  [
    "a department",
    { result: { member_count: 2000, userid_list: ["a"], dept_id: 1 } },
    (dingtalk) => cutDepartment(dingtalk, "1", 1000),
  ],
  ["a notice", { task_id: 7 }, (dingtalk) => sendWorkNotice(dingtalk, { agentId: "1", userIds: ["a"], message })],
])(
  "%s of odd answers is read, or refused in this room's own words",
  async (_name, sound, read) => {
    let answer: object = {};
    const { dingtalk } = clientOf(farSide(() => ({ errcode: 0, ...answer })).fetch);
    await fc.assert(
      fc.asyncProperty(spoilt(sound), async (odd) => {
        const isObject = typeof odd === "object" && odd !== null && !Array.isArray(odd);
        answer = isObject ? odd : { result: odd };
        await read(dingtalk).catch((error: unknown) => expect(error).toBeInstanceOf(DingTalkError));
      }),
      { numRuns: 10_000 },
    );
  },
  60_000,
);
