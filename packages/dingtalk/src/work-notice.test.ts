import { createSimulator } from "@today/simulator/simulator";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spoilt } from "./odd-payload.ts";
import { clientAnswering } from "./testing.ts";
import { sixty, townOf } from "./town.ts";
import { sendWorkNotice, workNoticeResult } from "./work-notice.ts";

const town = () => townOf(createSimulator(sixty));

const message = { kind: "markdown", title: "补卡", text: "9月16日 **下班** 没有打卡" } as const;
const notice = { agentId: "1234567890", userIds: ["lin01", "wang02"], message };
const button = { title: "去补", url: "https://app.example.test/" };
const sent = {
  invalid_user_id_list: ["gone"],
  forbidden_user_id_list: ["li004", "sun003"],
  forbidden_list: [{ code: 143106, count: 1, userid: "li004" }],
  failed_user_id_list: [],
  read_user_id_list: "lin01",
  unread_user_id_list: ["wang02"],
};

describe("a notice", () => {
  it("in markdown goes to all of its people in one call and bears a task", async () => {
    const { dingtalk, calls } = clientAnswering({ errcode: 0, task_id: 456 });
    expect(await sendWorkNotice(dingtalk, notice)).toBe("456");
    expect(calls.map(({ body }) => body)).toEqual([
      {
        agent_id: 1234567890,
        userid_list: "lin01,wang02",
        to_all_user: false,
        msg: { msgtype: "markdown", markdown: { title: "补卡", text: "9月16日 **下班** 没有打卡" } },
      },
    ]);
  });

  it("as a card has one button or several", async () => {
    const { dingtalk, calls } = clientAnswering({ errcode: 0, task_id: "7" });
    const card = { kind: "card", title: "补卡", text: "…", buttons: [button] } as const;
    await sendWorkNotice(dingtalk, { ...notice, message: card });
    await sendWorkNotice(dingtalk, { ...notice, message: { ...card, buttons: [button, button] } });
    expect(calls.map(({ body }) => body.msg)).toEqual([
      {
        msgtype: "action_card",
        action_card: { title: "补卡", markdown: "…", single_title: "去补", single_url: "https://app.example.test/" },
      },
      {
        msgtype: "action_card",
        action_card: {
          title: "补卡",
          markdown: "…",
          btn_orientation: "0",
          btn_json_list: Array(2).fill({ title: "去补", action_url: "https://app.example.test/" }),
        },
      },
    ]);
  });

  it("that DingTalk would refuse costs no call", async () => {
    const { dingtalk, calls } = clientAnswering({ errcode: 0, task_id: 1 });
    const card = { kind: "card", title: "t", text: "t" } as const;
    const long = { title: "x", url: `https://${"a".repeat(500)}` };
    for (const wrong of [
      { userIds: [] },
      { userIds: Array.from({ length: 101 }, (_, index) => `p${index}`) },
      { message: { ...message, text: "字".repeat(700) } },
      { message: { ...card, buttons: [] } },
      { message: { ...card, buttons: [long] } },
    ]) {
      await expect(sendWorkNotice(dingtalk, { ...notice, ...wrong })).rejects.toThrow(RangeError);
    }
    expect(calls).toEqual([]);
  });

  it("without a task is unreadable", async () => {
    const { dingtalk } = clientAnswering({ errcode: 0 });
    await expect(sendWorkNotice(dingtalk, notice)).rejects.toMatchObject({ kind: "unreadable", code: "task_id" });
  });
});

describe("what became of it", () => {
  const task = { agentId: "1234567890", taskId: "456" };

  it("is told by person, with why DingTalk dropped it", async () => {
    const { dingtalk, calls } = clientAnswering({ errcode: 0, send_result: sent });
    expect(await workNoticeResult(dingtalk, task)).toEqual({
      unknown: ["gone"],
      failed: [],
      read: ["lin01"],
      unread: ["wang02"],
      dropped: [
        { userId: "li004", code: "143106" },
        { userId: "sun003", code: null },
      ],
      rejected: [],
    });
    expect(calls[0]?.body).toEqual({ agent_id: 1234567890, task_id: 456 });
  });

  it("never throws on odd lists", async () => {
    await fc.assert(
      fc.asyncProperty(spoilt(sent), async (odd) => {
        const read = workNoticeResult(clientAnswering({ errcode: 0, send_result: odd }).dingtalk, task);
        const isObject = typeof odd === "object" && odd !== null && !Array.isArray(odd);
        if (isObject) expect((await read).dropped.every(({ userId }) => userId !== "")).toBe(true);
        else await expect(read).rejects.toMatchObject({ kind: "unreadable" });
      }),
    );
  });
});

it("says in the simulator who was dropped for hearing the same twice", async () => {
  const { dingtalk, simulator } = town();
  const { agentId } = simulator.app;
  const send = (userIds: string[]) => sendWorkNotice(dingtalk, { agentId, userIds, message });
  await send(["zhao001"]);
  const taskId = await send(["zhao001", "guo005", "nobody"]);
  expect(await workNoticeResult(dingtalk, { agentId, taskId })).toEqual({
    ...{ unknown: ["nobody"], failed: [], read: [], unread: ["guo005"], rejected: [] },
    dropped: [{ userId: "zhao001", code: "143106" }],
  });
  const card = { kind: "card", title: "补卡", text: "…", buttons: [button, button] } as const;
  await sendWorkNotice(dingtalk, { agentId, userIds: ["zhao001"], message: card });
});
