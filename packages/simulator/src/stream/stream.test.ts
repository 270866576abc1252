import { describe, expect, test } from "vitest";
import { at, type Body, type Opened, open } from "../testing.ts";
import type { Joined } from "./stream.ts";

const EVENTS = [{ type: "EVENT", topic: "*" }];
const ROBOT = [{ type: "CALLBACK", topic: "/v1.0/im/bot/messages/get" }];

interface Frame extends Body {
  readonly headers: Record<string, string>;
}

async function ticketFor({ send, simulator }: Opened, subscriptions: object[] = EVENTS): Promise<Body> {
  const { appKey: clientId, appSecret: clientSecret } = simulator.app;
  const body = JSON.stringify({ clientId, clientSecret, subscriptions, ua: "test/1.0.0" });
  return (
    await send("POST", "/v1.0/gateway/connections/open", { headers: { "content-type": "application/json" }, body })
  ).body;
}

async function joined(opened: Opened, { answer, subscriptions }: { answer?: string; subscriptions?: object[] } = {}) {
  const frames: Frame[] = [];
  let closed = false;
  const { ticket } = await ticketFor(opened, subscriptions);
  const side: { end: Joined | null } = { end: null };
  const reply = ({ headers, type, data }: Frame) => {
    const status = type === "EVENT" ? JSON.stringify({ status: answer, message: "ok" }) : data;
    side.end?.hear(
      JSON.stringify({ code: 200, message: "OK", headers: { messageId: headers.messageId }, data: status }),
    );
  };
  side.end = opened.simulator.stream.join(String(ticket), {
    send(text) {
      const frame: Frame = JSON.parse(text);
      frames.push(frame);
      if (answer) reply(frame);
    },
    close() {
      closed = true;
    },
  });
  const events = () => frames.filter(({ type }) => type === "EVENT");
  return { frames, events, reply, side, isClosed: () => closed };
}

async function streaming(options = {}) {
  const opened = open(options);
  await opened.control("switches", { eventMode: "stream" });
  const hire = () => opened.control("employees", { name: "新人" });
  return { ...opened, hire };
}

describe("a connection", () => {
  test("needs a ticket of the app, which works once and for ninety seconds", async () => {
    const opened = await streaming();
    const { ticket, endpoint } = await ticketFor(opened);
    expect(endpoint).toBe("ws://simulator/connect");
    const line = { send: () => undefined, close: () => undefined };
    expect(opened.simulator.stream.join(String(ticket), line)).not.toBeNull();
    expect(opened.simulator.stream.join(String(ticket), line)).toBeNull();
    const late = (await ticketFor(opened)).ticket;
    await opened.simulator.advanceTo(at("2026-09-17 09:04"));
    expect(opened.simulator.stream.join(String(late), line)).toBeNull();
    expect(await ticketFor(opened, [{ type: "EVENT", topic: "user_add_org" }])).toMatchObject({
      code: "invalidParameter",
    });
  });

  test("gets events with their outer values as headers", async () => {
    const opened = await streaming();
    const { frames, events } = await joined(opened, { answer: "SUCCESS" });
    await opened.hire();
    expect(frames.map(({ headers }) => headers.topic)).toEqual(["CONNECTED", "REGISTERED", "*"]);
    const [event] = events();
    expect(event).toMatchObject({
      specVersion: "1.0",
      type: "EVENT",
      headers: { eventType: "user_add_org", eventCorpId: "ding0simulator0001", contentType: "application/json" },
    });
    expect(JSON.parse(String(event?.data))).toMatchObject({ userId: [expect.any(String)] });
    expect((await opened.control("stream")).body.pending).toBe(0);
  });

  test.each([
    ["says LATER", "LATER"],
    ["says nothing", undefined],
  ])("gets an event again after a minute when it %s, with the same event id", async (_name, answer) => {
    const opened = await streaming();
    const { events, reply } = await joined(opened, answer ? { answer } : {});
    await opened.hire();
    await opened.control("clock", { advanceMinutes: 3 });
    const ids = events().map(({ headers }) => headers);
    expect(new Set(ids.map(({ eventId }) => eventId)).size).toBe(1);
    expect(new Set(ids.map(({ messageId }) => messageId)).size).toBe(4);
    const last = events().at(-1);
    if (last) reply({ ...last, type: "SYSTEM", data: '{"status":"SUCCESS"}' });
    expect((await opened.control("stream")).body.pending).toBe(0);
  });

  test("does not get an event for longer than the horizon", async () => {
    const opened = await streaming();
    await opened.control("switches", { streamHorizon: "5m" });
    const { events } = await joined(opened);
    await opened.hire();
    await opened.control("clock", { advanceMinutes: 30 });
    expect(events()).toHaveLength(6);
  });

  test("shares the events with the others of the app", async () => {
    const opened = await streaming();
    const both = [await joined(opened, { answer: "SUCCESS" }), await joined(opened, { answer: "SUCCESS" })];
    for (let count = 0; count < 20; count += 1) await opened.hire();
    const [first = 0, second = 0] = both.map(({ events }) => events().length);
    expect(first + second).toBe(20);
    expect(Math.min(first, second)).toBeGreaterThan(2);
  });

  test("waits in vain for the address, and the address for it", async () => {
    const opened = open();
    const { events } = await joined(opened, { answer: "SUCCESS" });
    await opened.control("employees", { name: "新人" });
    expect(events()).toEqual([]);
  });

  test("is told 20001 and nothing else beyond the month's pushes", async () => {
    const opened = await streaming({ monthlyEvents: 1 });
    await opened.control("switches", { checkinEvents: true });
    const { events } = await joined(opened, { answer: "SUCCESS" });
    for (const userId of ["zhao001", "li002"]) await opened.control("check-in", { userId });
    expect(events().map(({ data }) => JSON.parse(String(data)))).toMatchObject([
      { staffId: "zhao001" },
      { errCode: 20001 },
    ]);
  });

  test("is pinged, and asked to go", async () => {
    const opened = await streaming();
    const { frames, events, side } = await joined(opened, { answer: "SUCCESS" });
    expect((await opened.control("stream/ping", { opaque: "x1" })).body).toEqual({ pinged: 1 });
    expect(frames.at(-1)).toMatchObject({ type: "SYSTEM", headers: { topic: "ping" }, data: '{"opaque":"x1"}' });
    expect((await opened.control("stream/disconnect", {})).body).toEqual({ leaving: 1 });
    expect(frames.at(-1)?.headers.topic).toBe("disconnect");
    await opened.hire();
    expect(events()).toEqual([]);
    side.end?.gone();
    expect((await opened.control("stream")).body.connections).toEqual([]);
  });
});

describe("the robot", () => {
  test("hears what somebody writes", async () => {
    const opened = await streaming();
    const { frames } = await joined(opened, { subscriptions: ROBOT });
    await opened.control("robot-message", { userId: "zhao001", text: "今天谁没打卡", group: "cidGroup0001==" });
    const frame = frames.at(-1);
    expect(frame).toMatchObject({ type: "CALLBACK", headers: { topic: "/v1.0/im/bot/messages/get" } });
    expect(JSON.parse(String(frame?.data))).toMatchObject({
      senderStaffId: "zhao001",
      conversationType: "2",
      text: { content: " 今天谁没打卡" },
      robotCode: "dingsimulatorapp",
    });
  });

  test("hears nothing without a connection", async () => {
    expect((await (await streaming()).control("robot-message", { userId: "zhao001", text: "在吗" })).status).toBe(400);
  });
});
