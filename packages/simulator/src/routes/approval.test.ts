import { describe, expect, test } from "vitest";
import { at, type Body, type Opened, open, records, results } from "../testing.ts";

const LEAVE = {
  kind: "leave",
  userId: "zhao001",
  start: "2026-09-17T13:30:00+08:00",
  end: "2026-09-17T18:00:00+08:00",
  name: "事假",
};
const SUPPLY = {
  kind: "supply",
  userId: "guo005",
  workDate: "2026-09-16",
  type: "off",
  at: "2026-09-16T18:05:00+08:00",
};

async function begun({ control }: Opened, asked: Body): Promise<Body> {
  const { body, status } = await control("approvals", asked);
  expect(status).toBe(200);
  return body.approval as unknown as Body;
}

async function instance({ send, token }: Opened, id: unknown): Promise<Body> {
  const headers = { "x-acs-dingtalk-access-token": await token() };
  const { body } = await send("GET", `/v1.0/workflow/processInstances?processInstanceId=${id}`, { headers });
  return (body.result ?? body) as unknown as Body;
}

function component(detail: Body, type: string): Body {
  const found = (detail.formComponentValues as Body[]).find(({ componentType }) => componentType === type);
  if (!found) throw new Error(`no ${type}`);
  return found;
}

const leaveOf = async ({ old }: Opened, userId: string) => {
  const window = { start_time: at("2026-09-17 00:00"), end_time: at("2026-09-20 00:00") };
  const { body } = await old("/topapi/attendance/getleavestatus", {
    userid_list: userId,
    ...window,
    offset: 0,
    size: 20,
  });
  return (body.result as unknown as Body).leave_status as Body[];
};

describe("a leave approval", () => {
  test("tells a running instance with Beijing's wall clock and a false Z", async () => {
    const opened = open();
    const { id } = await begun(opened, LEAVE);
    const detail = await instance(opened, id);
    expect(detail).toMatchObject({
      title: "赵磊提交的请假",
      status: "RUNNING",
      result: "",
      createTime: "2026-09-17T09:02Z",
      originatorUserId: "zhao001",
      originatorDeptName: "工程一部",
      bizAction: "NONE",
      tasks: [{ userId: "wang003", status: "RUNNING", result: "NONE" }],
    });
    expect(String(id).slice(-10)).toBe(String(at("2026-09-17 09:02") / 1000));
    expect(String(detail.businessId).slice(0, 12)).toBe("202609170902");
    expect(await leaveOf(opened, "zhao001")).toEqual([]);
  });

  test("keeps the whole leave in one component", async () => {
    const opened = open();
    const field = component(await instance(opened, (await begun(opened, LEAVE)).id), "DDHolidayField");
    expect(JSON.parse(String(field.name))).toEqual(["开始时间", "结束时间"]);
    expect(JSON.parse(String(field.value))).toEqual([
      "2026-09-17 13:30",
      "2026-09-17 18:00",
      4.5,
      "hour",
      "事假",
      "请假类型",
    ]);
    expect(JSON.parse(String(field.extValue))).toMatchObject({
      unit: "HOUR",
      durationInHour: 4.5,
      pushTag: "请假",
      detailList: [
        {
          workDate: at("2026-09-17 00:00"),
          isRest: false,
          workTimeMinutes: 480,
          approveInfo: { fromTime: at("2026-09-17 13:30"), durationInHour: 4.5, durationInDay: 0.56 },
          classInfo: { hasClass: true, name: "白班" },
        },
      ],
    });
  });

  test.each([
    [
      "halfDay",
      "2026-09-18T13:00:00+08:00",
      "2026-09-18T18:00:00+08:00",
      ["2026-09-18 下午", "2026-09-18 下午", 0.5],
      12,
    ],
    ["day", "2026-09-18T09:00:00+08:00", "2026-09-21T18:00:00+08:00", ["2026-09-18", "2026-09-21", 4], 96],
  ])("of unit %s has a calendar's hours", async (unit, start, end, value, hours) => {
    const opened = open();
    const asked = { ...LEAVE, name: undefined, unit, start, end };
    const field = component(await instance(opened, (await begun(opened, asked)).id), "DDHolidayField");
    expect(JSON.parse(String(field.value)).slice(0, 3)).toEqual(value);
    const { durationInHour, detailList } = JSON.parse(String(field.extValue));
    expect(durationInHour).toBe(hours);
    if (unit === "day") expect(detailList.map((day: Body) => day.isRest)).toEqual([false, true, false, false]);
  });

  test("shows in leave status once it is approved, not when it is refused or withdrawn", async () => {
    for (const [verb, seen] of [
      ["approve", 1],
      ["refuse", 0],
      ["terminate", 0],
    ] as const) {
      const opened = open();
      const { id } = await begun(opened, LEAVE);
      await opened.control(`approvals/${id}/${verb}`, {});
      expect(await leaveOf(opened, "zhao001")).toHaveLength(seen);
    }
  });

  test("shows while it is pending when the switch says so", async () => {
    const opened = open();
    await opened.control("switches", { unsettledLeaveShows: true });
    await begun(opened, LEAVE);
    expect(await leaveOf(opened, "zhao001")).toHaveLength(1);
  });

  test("is changed and revoked by new instances, which its detail lists", async () => {
    const opened = open();
    const { id } = await begun(opened, { ...LEAVE, decide: "agree" });
    const end = "2026-09-17T15:30:00+08:00";
    const modified = await opened.control(`approvals/${id}/modify`, { ...LEAVE, end, decide: "agree" });
    expect(await leaveOf(opened, "zhao001")).toMatchObject([{ duration_percent: 200 }]);
    await opened.control(`approvals/${id}/revoke`, { decide: "agree" });
    expect(await leaveOf(opened, "zhao001")).toEqual([]);
    const detail = await instance(opened, id);
    expect(detail.status).toBe("COMPLETED");
    expect(detail.attachedProcessInstanceIds).toHaveLength(2);
    const { id: second } = modified.body.approval as unknown as Body;
    expect(await instance(opened, second)).toMatchObject({ bizAction: "MODIFY", mainProcessInstanceId: id });
  });

  test("of the seed can be read, listed and revoked as well", async () => {
    const opened = open({ people: 200 });
    const { world } = opened.simulator;
    const now = opened.simulator.now();
    const coming = world.people().flatMap((person) => world.leaves(person, at("2026-09-14 00:00"), now));
    const [leave] = coming.filter(({ end }) => end > at("2026-09-17 00:00"));
    if (!leave) throw new Error("nobody is on leave");
    expect(await instance(opened, leave.procInstId)).toMatchObject({ status: "COMPLETED", result: "agree" });
    const asked = { startTime: at("2026-09-01 00:00"), nextToken: 0, maxResults: 20, userIds: [leave.userId] };
    const path = "/v1.0/workflow/processes/instanceIds/query";
    const { body } = await opened.fresh(path, { ...asked, processCode: "PROC-SIMULATOR-LEAVE" });
    expect((body.result as unknown as Body).list).toContain(leave.procInstId);
    await opened.control(`approvals/${leave.procInstId}/revoke`, { decide: "agree" });
    const person = world.person(leave.userId);
    const after =
      person && world.leaves(person, leave.start, leave.end).find((one) => one.procInstId === leave.procInstId);
    expect(after?.revokedAt).toBe(now);
  });
});

describe("what was given without a form", () => {
  test("has an instance as well", async () => {
    const opened = open({ people: 200 });
    const { name: _name, kind: _kind, ...span } = LEAVE;
    const { procInstId } = (await opened.control("approve-leave", { ...span, name: "事假" })).body
      .leave as unknown as Body;
    expect(await instance(opened, procInstId)).toMatchObject({ title: "赵磊提交的请假", result: "agree" });
    const supplied = (await opened.control("supply", SUPPLY)).body.supply as unknown as Body;
    expect(await instance(opened, supplied.procInstId)).toMatchObject({ title: "郭静提交的补卡申请", result: "agree" });
    const listed = (await opened.control("approvals?kind=supply&from=2026-08-17T00:00:00%2B08:00")).body.approvals;
    const seeded = (listed as unknown as Body[]).find(({ userId }) => userId !== "guo005");
    expect(await instance(opened, seeded?.id)).toMatchObject({ status: "COMPLETED", originatorUserId: seeded?.userId });
    expect(await instance(opened, "nothing")).toMatchObject({ code: "processInstanceNotExist" });
  });

  test("stays what it was when the world is restored", async () => {
    const opened = open();
    const { id } = await begun(opened, { ...LEAVE, decide: "agree" });
    const again = open({ state: structuredClone(opened.simulator.state()) });
    expect(await instance(again, id)).toEqual(await instance(opened, id));
    expect(await leaveOf(again, "zhao001")).toHaveLength(1);
  });
});

describe("several approvers", () => {
  test("decide one after the other, and any of an or-sign step for the others", async () => {
    const opened = open();
    const approvers = [{ mode: "OR", userIds: ["wang003", "he008"] }, "admin012"];
    const { id } = await begun(opened, { ...LEAVE, approvers });
    expect((await opened.control(`approvals/${id}/approve`, { by: "admin012" })).status).toBe(400);
    await opened.control(`approvals/${id}/approve`, { by: "he008", remark: "同意" });
    const half = await instance(opened, id);
    expect((half.tasks as Body[]).map(({ status }) => status)).toEqual(["CANCELED", "COMPLETED", "RUNNING"]);
    await opened.control(`approvals/${id}/redirect`, { to: "chen007" });
    await opened.control(`approvals/${id}/approve`, { by: "chen007" });
    const detail = await instance(opened, id);
    expect(detail).toMatchObject({ status: "COMPLETED", result: "agree", finishTime: "2026-09-17T09:02Z" });
    expect((detail.operationRecords as Body[]).map(({ type }) => type)).toEqual([
      "START_PROCESS_INSTANCE",
      "EXECUTE_TASK_NORMAL",
      "REDIRECT_TASK",
      "EXECUTE_TASK_NORMAL",
    ]);
  });
});

describe("what attendance takes over", () => {
  test("is a 补卡 as APPROVE in results, and in records unless switched off", async () => {
    const opened = open();
    const { id } = await begun(opened, { ...SUPPLY, decide: "agree" });
    const list = await opened.old("/attendance/list", results(["guo005"], "2026-09-16", "2026-09-16"));
    expect((list.body.recordresult as unknown as Body[])[1]).toMatchObject({ sourceType: "APPROVE", procInstId: id });
    const asked = records(["guo005"], "2026-09-16 12:00", "2026-09-16 20:00");
    const seen = async () => (await opened.old("/attendance/listRecord", asked)).body.recordresult as unknown as Body[];
    expect(await seen()).toMatchObject([{ sourceType: "APPROVE" }]);
    await opened.control("switches", { supplyInRecords: false });
    expect(await seen()).toEqual([]);
    const field = component(await instance(opened, id), "DDDateField");
    expect(field).toMatchObject({ bizAlias: "userCheckTime", value: "2026-09-16 18:05" });
    expect(JSON.parse(String(field.extValue))).toMatchObject({ planText: "2026-09-16 18:00 下班卡" });
  });

  test.each([
    ["overtime", 1, "加班", "2026-09-17T19:00:00+08:00", "2026-09-17T21:30:00+08:00", "2.5"],
    ["trip", 2, "出差", "2026-09-17T00:00:00+08:00", "2026-09-18T23:59:59+08:00", "2"],
    ["outing", 2, "外出", "2026-09-17T14:00:00+08:00", "2026-09-17T16:00:00+08:00", "2"],
  ])("is an approved %s in one person's day", async (kind, biz_type, tag_name, start, end, duration) => {
    const opened = open();
    const { id } = await begun(opened, { kind, userId: "zhao001", start, end, decide: "agree" });
    const { body } = await opened.old("/topapi/attendance/getupdatedata", {
      userid: "zhao001",
      work_date: "2026-09-17",
    });
    expect((body.result as unknown as Body).approve_list).toMatchObject([
      { procInst_id: id, biz_type, tag_name, duration },
    ]);
  });
});

describe("the shapes that the documents leave open", () => {
  const overtime = {
    kind: "overtime",
    userId: "zhao001",
    start: "2026-09-17T19:00:00+08:00",
    end: "2026-09-17T21:00:00+08:00",
  };
  test("are a container or one component of 加班", async () => {
    const opened = open();
    const { id } = await begun(opened, overtime);
    const suite = component(await instance(opened, id), "DDBizSuite");
    expect(JSON.parse(String(suite.value)).map(({ bizAlias }: Body) => bizAlias)).toContain("duration");
    await opened.control("switches", { overtimeForm: "field", extValueMissing: true, approvalTimes: "utc" });
    const detail = await instance(opened, id);
    expect(JSON.parse(String(component(detail, "DDOvertimeField").value))).toMatchObject({ 4: null });
    expect(component(detail, "DDOvertimeField").extValue).toBeUndefined();
    expect(detail.createTime).toBe("2026-09-17T01:02Z");
  });

  test("are flat or a container of 出差", async () => {
    const opened = open();
    const trip = {
      kind: "trip",
      userId: "zhao001",
      start: "2026-09-18T09:00:00+08:00",
      end: "2026-09-18T18:00:00+08:00",
    };
    const { id } = await begun(opened, trip);
    const aliases = ((await instance(opened, id)).formComponentValues as Body[]).map(({ bizAlias }) => bizAlias);
    expect(aliases).toEqual(expect.arrayContaining(["startTime", "finishTime", "duration", "traveler"]));
    await opened.control("switches", { tripForm: "suite" });
    expect(component(await instance(opened, id), "DDBizSuite").name).toBe("出差");
  });
});
