import { describe, expect, test } from "vitest";
import { at, type Body, type Opened, open } from "../testing.ts";
import { webhookSign } from "../wire/webhook-robots.ts";

const SEND = "/topapi/message/corpconversation/asyncsend_v2";
const RESULT = "/topapi/message/corpconversation/getsendresult";
const AGENT = { agent_id: 900000001 };
const HELLO = { ...AGENT, userid_list: "zhao001,li002", msg: { msgtype: "text", text: { content: "昨天没有下班卡" } } };

const result = async ({ old }: Opened, task_id: unknown) =>
  (await old(RESULT, { ...AGENT, task_id })).body.send_result as unknown as Body;

describe("a work notice", () => {
  test("is kept, shown to whom it reached, and may be read", async () => {
    const opened = open();
    const { body } = await opened.old(SEND, { ...HELLO, userid_list: "zhao001,nobody", dept_id_list: "512030051,7" });
    expect(body).toMatchObject({ errcode: 0, task_id: expect.any(Number) });
    const { notices } = (await opened.control("notices?userId=chen007")).body as unknown as { notices: Body[] };
    expect(notices).toMatchObject([{ taskId: body.task_id, msg: HELLO.msg }]);
    expect((await opened.control(`notices/${body.task_id}/read`, { userId: "zhao001" })).status).toBe(200);
    expect((await opened.control(`notices/${body.task_id}/read`, { userId: "li002" })).status).toBe(404);
    expect(await result(opened, body.task_id)).toMatchObject({
      invalid_user_id_list: ["nobody"],
      invalid_dept_id_list: ["7"],
      read_user_id_list: ["zhao001"],
      unread_user_id_list: expect.arrayContaining(["chen007"]),
    });
  });

  test("is dropped without a word when the same words come again on a day", async () => {
    const opened = open();
    await opened.old(SEND, { ...HELLO, userid_list: "zhao001" });
    const again = await opened.old(SEND, HELLO);
    expect(again.body.errcode).toBe(0);
    expect(await result(opened, again.body.task_id)).toMatchObject({
      forbidden_user_id_list: ["zhao001"],
      forbidden_list: [{ code: 143106, count: 1, userid: "zhao001" }],
      unread_user_id_list: ["li002"],
    });
    await opened.simulator.advanceTo(at("2026-09-18 09:00"));
    const next = await opened.old(SEND, HELLO);
    expect((await result(opened, next.body.task_id)).forbidden_list).toEqual([]);
  });

  test("is dropped after 500 of a day, and after 5,000 people of a minute", async () => {
    const opened = open();
    for (let number = 0; number < 501; number += 1) {
      const msg = { msgtype: "text", text: { content: `第${number}条` } };
      const { body } = await opened.old(SEND, { ...HELLO, userid_list: "zhao001", msg });
      if (number === 500) expect((await result(opened, body.task_id)).forbidden_list).toMatchObject([{ code: 143105 }]);
    }
    const crowd = open({ people: 3000 });
    const all = (text: string) =>
      crowd.old(SEND, { ...AGENT, to_all_user: true, msg: { msgtype: "text", text: { content: text } } });
    await all("一");
    const { forbidden_list } = await result(crowd, (await all("二")).body.task_id);
    expect(forbidden_list).toHaveLength(1000);
    expect((forbidden_list as Body[])[0]?.code).toBe(143103);
    await all("三");
    expect((await all("四")).body.errcode).toBe(41045);
  });

  test("takes its time when the switch says so, is recalled and gets a status", async () => {
    const opened = open();
    await opened.control("switches", { slowNotices: true });
    const oa = { msgtype: "oa", oa: { head: { text: "项目" }, body: { title: "周报" } } };
    const { task_id } = (await opened.old(SEND, { ...HELLO, msg: oa })).body;
    const progress = async () =>
      (await opened.old("/topapi/message/corpconversation/getsendprogress", { ...AGENT, task_id })).body.progress;
    expect(await progress()).toEqual({ progress_in_percent: 0, status: 0 });
    expect((await result(opened, task_id)).unread_user_id_list).toEqual([]);
    await opened.control("clock", { advanceMinutes: 1 });
    expect(await progress()).toEqual({ progress_in_percent: 100, status: 2 });
    const bar = { ...AGENT, task_id, status_value: "已读", status_bg: "0xFFFF0000" };
    expect((await opened.old("/topapi/message/corpconversation/status_bar/update", bar)).body.errcode).toBe(0);
    await opened.old("/topapi/message/corpconversation/recall", { ...AGENT, msg_task_id: task_id });
    const { notices } = (await opened.control("notices")).body as unknown as { notices: Body[] };
    expect(notices).toMatchObject([
      { recalledAt: expect.any(Number), msg: { oa: { status_bar: { status_value: "已读" } } } },
    ]);
    await opened.simulator.advanceTo(at("2026-09-18 10:00"));
    expect((await opened.old(RESULT, { ...AGENT, task_id })).body.errcode).toBe(400002);
  });

  test.each([
    ["another agent", { ...HELLO, agent_id: 1 }, 40056],
    ["an unknown type", { ...HELLO, msg: { msgtype: "song" } }, 40008],
    ["nobody", { ...HELLO, userid_list: "" }, 40035],
    ["101 people", { ...HELLO, userid_list: Array.from({ length: 101 }, () => "u").join(",") }, 40032],
    ["too long a text", { ...HELLO, msg: { msgtype: "text", text: { content: "长".repeat(700) } } }, 40035],
  ])("is refused for %s", async (_name, body, errcode) => {
    expect((await open().old(SEND, body)).body.errcode).toBe(errcode);
  });
});

describe("a todo", () => {
  async function owner(opened: Opened) {
    const [unionId, other] = ["zhao001", "li002"].map((id) => opened.simulator.world.person(id)?.unionId ?? "");
    const tasks = `/v1.0/todo/users/${unionId}/tasks`;
    const call = async (method: string, path: string, body: object) => {
      const headers = { "content-type": "application/json", "x-acs-dingtalk-access-token": await opened.token() };
      return opened.send(method, `${path}?operatorId=${unionId}`, { headers, body: JSON.stringify(body) });
    };
    const asked = {
      sourceId: "day-1",
      subject: "补下班卡",
      executorIds: [other],
      detailUrl: { appUrl: "dingtalk://dingtalkclient/page/link?url=x", pcUrl: "https://app.example.com/fix/1" },
    };
    return { unionId, other, tasks, call, asked };
  }

  test("is made, found, done and deleted", async () => {
    const opened = open();
    const { unionId, other, tasks, call, asked } = await owner(opened);
    const { body } = await call("POST", tasks, asked);
    expect(body).toMatchObject({
      sourceId: "day-1",
      done: false,
      executorIds: [other],
      bizTag: "isv_dingsimulatorapp",
    });
    const query = async (isDone: boolean) =>
      (await call("POST", `/v1.0/todo/users/${other}/org/tasks/query`, { isDone })).body.todoCards as unknown as Body[];
    expect(await query(false)).toMatchObject([{ taskId: body.id, isDone: false, creatorId: unionId }]);
    await call("PUT", `${tasks}/${body.id}/executorStatus`, { executorStatusList: [{ id: other, isDone: true }] });
    expect(await query(true)).toHaveLength(1);
    expect((await call("PUT", `${tasks}/${body.id}`, { done: true, subject: "补好了" })).body).toEqual({
      result: true,
    });
    expect((await opened.control("todos?userId=li002")).body.todos).toMatchObject([{ done: true, subject: "补好了" }]);
    expect((await call("DELETE", `${tasks}/${body.id}`, {})).body).toEqual({ result: true });
    expect((await call("DELETE", `${tasks}/${body.id}`, {})).body.code).toBe("todo.taskDelete.paramError");
  });

  test.each([
    ["a userid", { executorIds: ["zhao001"] }, "user not found: zhao001"],
    ["no address", { detailUrl: undefined }, "detailUrl is required"],
    ["the same source again", {}, "task exist"],
    ["too long a subject", { subject: "长".repeat(1025) }, "subject is oversize"],
  ])("is refused for %s", async (_name, more, message) => {
    const { tasks, call, asked } = await owner(open());
    if (message === "task exist") await call("POST", tasks, asked);
    const refused = await call("POST", tasks, { ...asked, ...more });
    expect(refused).toMatchObject({ status: 400, body: { code: "todo.taskCreate.paramError", message } });
  });
});

describe("the robot", () => {
  const asked = {
    robotCode: "dingsimulatorapp",
    userIds: ["zhao001", "nobody"],
    msgKey: "sampleText",
    msgParam: '{"content":"你好"}',
  };
  test("says something to persons, which is kept", async () => {
    const { fresh, control } = open();
    const { body } = await fresh("/v1.0/robot/oToMessages/batchSend", asked);
    expect(body).toMatchObject({ invalidStaffIdList: ["nobody"], flowControlledStaffIdList: [] });
    const { messages } = (await control("robot-messages?userId=zhao001")).body as unknown as { messages: Body[] };
    expect(messages).toMatchObject([{ key: body.processQueryKey, param: { content: "你好" } }]);
  });

  test.each([
    [{ robotCode: "other" }, "invalidParameter.robotCode.invalid"],
    [{ msgParam: { content: "object" } }, "invalidParameter.msgParam.invalid"],
    [{ userIds: Array.from({ length: 21 }, () => "u") }, "invalidParameter.userIds.overMax"],
  ])("is refused for %j", async (more, code) => {
    expect((await open().fresh("/v1.0/robot/oToMessages/batchSend", { ...asked, ...more })).body.code).toBe(code);
  });
});

describe("what the robot said", () => {
  test("may be read and taken back for a day", async () => {
    const { fresh, control, send, token, simulator } = open();
    const asked = {
      robotCode: "dingsimulatorapp",
      userIds: ["zhao001"],
      msgKey: "sampleText",
      msgParam: '{"content":"你好"}',
    };
    const key = (await fresh("/v1.0/robot/oToMessages/batchSend", asked)).body.processQueryKey;
    const status = async () => {
      const path = `/v1.0/robot/oToMessages/readStatus?robotCode=dingsimulatorapp&processQueryKey=${key}`;
      return (await send("GET", path, { headers: { "x-acs-dingtalk-access-token": await token() } })).body;
    };
    expect(await status()).toMatchObject({ sendStatus: "SUCCESS", messageReadInfoList: [{ readStatus: "UNREAD" }] });
    await control(`robot-messages/${key}/read`, { userId: "zhao001" });
    expect(await status()).toMatchObject({ messageReadInfoList: [{ name: "赵磊", readStatus: "READ" }] });
    const recall = { robotCode: "dingsimulatorapp", processQueryKeys: [key, "other"] };
    const { body } = await fresh("/v1.0/robot/otoMessages/batchRecall", recall);
    expect(body).toMatchObject({ successResult: [key], failedResult: { other: expect.any(String) } });
    expect(await status()).toMatchObject({ sendStatus: "RECALLED" });
    await simulator.advanceTo(at("2026-09-18 10:00"));
    expect(await status()).toMatchObject({ code: "invalidParameter.processQueryKey" });
  });
});

describe("a robot of a group", () => {
  const HOOK = { msgtype: "text", text: { content: "日报：3 人未打卡" } };

  async function hooked(asked: object) {
    const opened = open();
    const { robot } = (await opened.control("webhook-robots", asked)).body as unknown as { robot: Body };
    const say = async (query = "", body: object = HOOK) => {
      const init = { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
      return (await opened.send("POST", `/robot/send?access_token=${robot.token}${query}`, init)).body;
    };
    return { ...opened, say };
  }

  test("signs as the reference's check value has it", () => {
    expect(webhookSign("this is a secret", "1577262236757")).toBe("DJrE6qdyVGCQz9z5r2MDuNcNAhwYnuAkyj13cx169CA=");
  });

  test("speaks with the right signature and keyword alone", async () => {
    const { say, simulator, control } = await hooked({ secret: "SECabc", keywords: ["日报"] });
    const signed = (at: number, secret = "SECabc") =>
      `&timestamp=${at}&sign=${encodeURIComponent(webhookSign(secret, String(at)))}`;
    const now = simulator.now();
    expect(await say(signed(now))).toEqual({ errcode: 0, errmsg: "ok" });
    expect(await say(signed(now, "SECother"))).toMatchObject({ errcode: 310000, errmsg: "sign not match" });
    expect(await say(signed(now - 3_700_000))).toMatchObject({ errmsg: "invalid timestamp" });
    const other = { msgtype: "text", text: { content: "你好" } };
    expect(await say(signed(now), other)).toMatchObject({ errmsg: "keywords not in content" });
    const { messages } = (await control("robot-messages")).body as unknown as { messages: Body[] };
    expect(messages).toMatchObject([{ group: "项目群", param: HOOK }]);
  });

  test("is muted for ten minutes after twenty messages of a minute", async () => {
    const { say, control } = await hooked({});
    for (let count = 0; count < 20; count += 1) expect((await say()).errcode).toBe(0);
    expect((await say()).errcode).toBe(660026);
    await control("clock", { advanceMinutes: 9 });
    expect((await say()).errcode).toBe(410100);
    await control("clock", { advanceMinutes: 2 });
    expect((await say()).errcode).toBe(0);
  });

  test("is not known by another token, and knows its own kinds alone", async () => {
    const { say, send } = await hooked({});
    expect((await say("", { msgtype: "song", song: {} })).errcode).toBe(400105);
    const init = { headers: { "content-type": "application/json" }, body: JSON.stringify(HOOK) };
    expect((await send("POST", "/robot/send?access_token=none", init)).body.errcode).toBe(300005);
    expect((await send("POST", "/robot/send", init)).body.errcode).toBe(400101);
  });
});
