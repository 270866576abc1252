import fc from "fast-check";
import { expect, it } from "vitest";
import { spoilt } from "../odd-payload.ts";
import { eventAnswer, pingAnswer, readFrame, refusalAnswer } from "./frame.ts";

const frame = {
  specVersion: "1.0",
  type: "EVENT",
  headers: {
    appId: "appuuid-0001",
    connectionId: "c-1",
    contentType: "application/json",
    eventBornTime: "1783610512900",
    eventCorpId: "ding8ac8corp01",
    eventId: "evt00000001",
    eventType: "user_add_org",
    eventUnifiedAppId: "appuuid-0001",
    messageId: "m_0001",
    time: "1783610513000",
    topic: "*",
  },
  data: '{"timeStamp":"1783610512900","userId":["lin01"]}',
};
const approval = { processInstanceId: "Xy7R", type: "finish", result: "agree", staffId: "zhao001" };

it("reads an event, its body as text or not, its facts from the headers", () => {
  const event = {
    ...{ type: "user_add_org", id: "evt00000001", corpId: "ding8ac8corp01", bornAt: 1783610512900, userIds: ["lin01"] },
  };
  for (const data of [frame.data, JSON.parse(frame.data)]) {
    expect(readFrame(JSON.stringify({ ...frame, data }))).toEqual({ kind: "event", messageId: "m_0001", event });
  }
  expect(readFrame(new TextEncoder().encode(JSON.stringify(frame)))).toMatchObject({ event });
  expect(readFrame(new TextEncoder().encode(JSON.stringify(frame)).buffer)).toMatchObject({ event });
});

it("reads an approval, whose body has a type of its own", () => {
  const headers = { ...frame.headers, eventType: "bpms_instance_change", eventId: undefined };
  expect(readFrame(JSON.stringify({ ...frame, headers, data: JSON.stringify(approval) }))).toMatchObject({
    event: { type: "bpms_instance_change", id: "stream:m_0001", approval: { change: "finished", result: "agreed" } },
  });
});

it.each([
  [
    { type: "SYSTEM", headers: { topic: "ping", messageId: "m" }, data: '{"opaque":"x"}' },
    { kind: "ping", messageId: "m", data: '{"opaque":"x"}' },
  ],
  [
    { type: "SYSTEM", headers: { topic: "ping" }, data: { opaque: "x" } },
    { kind: "ping", messageId: null, data: '{"opaque":"x"}' },
  ],
  [{ type: "SYSTEM", headers: { topic: "disconnect" }, data: '{"reason":"x"}' }, { kind: "disconnect" }],
  [
    { type: "SYSTEM", headers: { topic: "CONNECTED" } },
    { kind: "other", topic: "CONNECTED" },
  ],
  [
    { type: "CALLBACK", headers: { messageId: "m" } },
    { kind: "callback", messageId: "m" },
  ],
  [
    { type: "NEW", headers: { messageId: "m" } },
    { kind: "unreadable", messageId: "m" },
  ],
  [
    { type: "EVENT", headers: {} },
    { kind: "unreadable", messageId: null },
  ],
  [
    { type: "EVENT", headers: { messageId: "m" }, data: "oops" },
    { kind: "event", event: { type: "unknown", name: "" } },
  ],
])("reads %j", (raw, expected) => {
  expect(readFrame(JSON.stringify(raw))).toMatchObject(expected);
});

it("tells that the month's pushes are used up, wherever the frame says so", () => {
  const bare = { ...frame, data: undefined };
  for (const odd of [
    { ...bare, errCode: 20001 },
    { ...frame, data: '{"errCode":"20001","errMsg":"over"}' },
    { ...bare, headers: { ...frame.headers, errCode: "20001" } },
  ]) {
    expect(readFrame(JSON.stringify(odd))).toMatchObject({ event: { type: "over-quota", name: "user_add_org" } });
  }
});

it("answers in DingTalk's form", () => {
  const headers = { contentType: "application/json", messageId: "m" };
  expect(JSON.parse(eventAnswer("m", true))).toEqual({
    ...{ code: 200, message: "OK", headers, data: '{"status":"SUCCESS","message":"ok"}' },
  });
  expect(JSON.parse(JSON.parse(eventAnswer("m", false)).data)).toMatchObject({ status: "LATER" });
  expect(JSON.parse(pingAnswer("m", '{"opaque":"x"}'))).toEqual({
    code: 200,
    message: "OK",
    headers,
    data: '{"opaque":"x"}',
  });
  expect(JSON.parse(refusalAnswer("m", 404))).toMatchObject({ code: 404, headers });
});

it("never throws on odd frames", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        spoilt(frame).map((odd) => JSON.stringify(odd)),
        fc.string(),
        fc.anything(),
      ),
      (received) => {
        expect(readFrame(received).kind).toBeTypeOf("string");
      },
    ),
    { numRuns: 500 },
  );
});
