import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { ConnectorError } from "../error.ts";
import { createInbound } from "./inbound.ts";

const appSecret = "secret-of-the-app";
const callback = "https://today.example.com/hook/trello?company=1";
const moved = {
  action: {
    id: "66000001000000000000000a",
    type: "updateCard",
    idMemberCreator: "660000020000000000000002",
    data: { board: { id: "b1" }, card: { id: "c1" }, listBefore: { id: "l1" }, listAfter: { id: "l2" } },
  },
  model: { id: "b1" },
};

function delivery(body: unknown, signedFor = callback, method = "POST") {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const signature = createHmac("sha1", appSecret)
    .update(text + signedFor)
    .digest("base64");
  const headers = new Headers({ "x-trello-webhook": signature });
  return { method, url: "https://worker.internal/hook", headers, body: new TextEncoder().encode(text) };
}

it("a signature over the raw body and the registered address is believed", async () => {
  const { verify } = createInbound({ appSecret, callback });
  expect(await verify(delivery(moved))).toBe(true);
  expect(await verify(delivery('{ "砌墙" : 1 }\n'))).toBe(true);
});

it("another body, address, secret or no signature is not", async () => {
  const { verify } = createInbound({ appSecret, callback });
  expect(await verify(delivery(moved, `${callback}/`))).toBe(false);
  expect(await verify({ ...delivery(moved), body: delivery({ ...moved, model: null }).body })).toBe(false);
  for (const value of ["", "not base64 %", "AAAA"]) {
    expect(await verify({ ...delivery(moved), headers: new Headers({ "x-trello-webhook": value }) })).toBe(false);
  }
  expect(await createInbound({ appSecret: "other", callback }).verify(delivery(moved))).toBe(false);
  expect(await createInbound({ appSecret: "", callback }).verify(delivery(moved))).toBe(false);
});

it("without an address in the settings the one it came to counts", async () => {
  const { verify } = createInbound({ appSecret, callback: "" });
  expect(await verify(delivery(moved, "https://worker.internal/hook"))).toBe(true);
  expect(await verify(delivery(moved))).toBe(false);
});

it("being asked whether anybody is there is answered, and tells nothing", async () => {
  const { verify, parse } = createInbound({ appSecret, callback });
  const head = { ...delivery("", "", "HEAD"), headers: new Headers() };
  expect(await verify(head)).toBe(true);
  expect(parse(head)).toEqual([]);
});

it("tells board and card of what changed, by the id of the action", () => {
  const { parse } = createInbound({ appSecret, callback });
  const event = { deliveryId: moved.action.id, projectId: "b1", taskId: "c1" };
  expect(parse(delivery(moved))).toEqual([event]);
  const board = { action: { ...moved.action, type: "updateBoard", data: { board: { id: "b1" } } } };
  expect(parse(delivery(board))).toEqual([{ ...event, taskId: null }]);
});

it("comments of ours are left out, also when we changed them", () => {
  const { parse } = createInbound({ appSecret, callback });
  const text = "⏱ 2026-09-14 · 陈静 · 7.5h [wk:mnmxaegzhcq5]";
  for (const said of [{ text }, { action: { id: "a", text } }]) {
    const data = { ...moved.action.data, ...said };
    expect(parse(delivery({ action: { ...moved.action, type: "commentCard", data } }))).toEqual([]);
  }
});

it("anything at all is read or is unreadable", () => {
  const { parse } = createInbound({ appSecret, callback });
  const bodies = fc.oneof(fc.jsonValue(), fc.string(), fc.record({ action: fc.jsonValue() }));
  fc.assert(
    fc.property(bodies, (body) => {
      try {
        parse(delivery(body));
      } catch (error) {
        expect(error).toBeInstanceOf(ConnectorError);
      }
    }),
  );
});
