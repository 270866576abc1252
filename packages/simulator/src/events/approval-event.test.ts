import { describe, expect, test } from "vitest";
import { type Body, open } from "../testing.ts";
import { seal, signature, unseal } from "./seal.ts";

const KEYS = { token: "today123", aesKey: "1234567890123456789012345678901234567890123", ownerKey: "dingsimulatorapp" };
const LEAVE = {
  kind: "leave",
  userId: "zhao001",
  start: "2026-09-17T13:30:00+08:00",
  end: "2026-09-17T18:00:00+08:00",
};

async function listening(options = {}) {
  const heard: Body[] = [];
  const send = async (request: Request): Promise<Response> => {
    const { encrypt } = await request.json();
    heard.push(JSON.parse(unseal(KEYS, encrypt)));
    const sealed = seal(KEYS, "success", "abcdefghijklmnop");
    const signed = signature(KEYS.token, { timestamp: "1", nonce: "n", encrypt: sealed });
    return Response.json({ msg_signature: signed, timeStamp: "1", nonce: "n", encrypt: sealed });
  };
  const opened = open({ send, ...options });
  await opened.control("callback", { url: "https://app.example.com/push", ...KEYS });
  await opened.control("switches", { approvalEvents: true });
  heard.length = 0;
  const begin = async (more = {}) =>
    (await opened.control("approvals", { ...LEAVE, ...more })).body.approval as unknown as Body;
  return { ...opened, heard, begin };
}

const told = (heard: readonly Body[]) => heard.map(({ EventType, type, status }) => `${EventType} ${type ?? status}`);

describe("the events of an approval", () => {
  test("tell its start, each task and the end, with true instants", async () => {
    const { heard, begin, control, simulator } = await listening();
    const { id } = await begin();
    expect(told(heard)).toEqual([
      "bpms_instance_change start",
      "bpms_task_change start",
      "attendance_approve_status_change start",
    ]);
    heard.length = 0;
    await control(`approvals/${id}/approve`, { remark: "同意" });
    expect(heard).toMatchObject([
      { EventType: "bpms_task_change", type: "finish", result: "agree", remark: "同意", staffId: "wang003" },
      {
        EventType: "bpms_instance_change",
        processInstanceId: id,
        bizCategoryId: "",
        type: "finish",
        result: "agree",
        staffId: "zhao001",
        finishTime: simulator.now(),
      },
      { EventType: "attendance_approve_status_change", approveType: "LEAVE", status: "finish" },
    ]);
  });

  test.each([
    ["refuse", ["bpms_task_change finish", "bpms_instance_change finish"], "refuse"],
    ["terminate", ["bpms_task_change cancel", "bpms_instance_change terminate"], undefined],
  ])("tell that somebody said %s", async (verb, expected, result) => {
    const { heard, begin, control } = await listening();
    const { id } = await begin();
    heard.length = 0;
    await control(`approvals/${id}/${verb}`, {});
    expect(told(heard).slice(0, 2)).toEqual(expected);
    expect(heard[1]?.result).toBe(result);
  });

  test("tell what was said and that a task was handed on", async () => {
    const { heard, begin, control } = await listening();
    const { id } = await begin();
    heard.length = 0;
    await control(`approvals/${id}/comment`, { by: "li002", remark: "请补充" });
    await control(`approvals/${id}/redirect`, { to: "chen007" });
    expect(heard).toMatchObject([
      { EventType: "bpms_task_change", type: "comment", remark: "请补充", staffId: "li002" },
      { type: "finish", result: "redirect", staffId: "wang003" },
      { type: "start", staffId: "chen007" },
    ]);
  });

  test("name 出差 and 外出 as the page does, or the other way round", async () => {
    const { heard, begin, control } = await listening();
    const kinds = async () => {
      heard.length = 0;
      await begin({ kind: "trip", unit: "day" });
      await begin({ kind: "outing" });
      return heard.flatMap(({ approveType }) => approveType ?? []);
    };
    expect(await kinds()).toEqual(["OUT", "TRAVEL"]);
    await control("switches", { swapTravelAndOut: false, leaveCategory: "attendance.leave" });
    expect(await kinds()).toEqual(["TRAVEL", "OUT"]);
    heard.length = 0;
    await begin();
    expect(heard[0]).toMatchObject({ bizCategoryId: "attendance.leave" });
  });

  test("are counted pushes, and lie under bpmsCallBackData when they failed", async () => {
    const { heard, begin } = await listening({ monthlyEvents: 2 });
    await begin();
    expect(heard).toHaveLength(2);
    const lost = open({ send: async () => new Response("no", { status: 500 }) });
    lost.simulator.world.apply({ kind: "callback", callback: { url: "https://app.example.com/push", ...KEYS } });
    await lost.control("switches", { approvalEvents: true });
    await lost.control("approvals", LEAVE);
    await lost.control("clock", { advanceMinutes: 10 });
    const { body } = await lost.send(
      "GET",
      `/call_back/get_call_back_failed_result?access_token=${await lost.token()}`,
    );
    expect((body.failed_list as unknown as Body[])[0]).toMatchObject({
      call_back_tag: "bpms_instance_change",
      bpms_instance_change: { bpmsCallBackData: { type: "start" } },
    });
  });
});
