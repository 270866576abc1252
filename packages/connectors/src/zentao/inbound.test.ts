import fc from "fast-check";
import { expect, it } from "vitest";
import { ConnectorError } from "../error.ts";
import { createInbound } from "./inbound.ts";

const secret = "a-long-secret-of-the-hook";
const started = {
  objectType: "task",
  objectID: 4,
  product: ",1,",
  execution: 3,
  action: "started",
  actor: "zhangsan",
  date: "2026-11-22 11:49:56",
  comment: "",
  text: "张三开始了任务 [#4::并发](http://host/index.php?m=task&f=view&id=4)",
};

function delivery(body: unknown, url = `https://today.example.com/hook/${secret}`) {
  const bytes = new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body));
  return { method: "POST", url, headers: new Headers(), body: bytes };
}

it("an address with the secret at its end or as a parameter is believed, no other", async () => {
  const { verify } = createInbound(secret);
  expect(await verify(delivery(started))).toBe(true);
  expect(await verify(delivery(started, `https://today.example.com/hook?secret=${secret}`))).toBe(true);
  for (const path of ["", "hook/", `hook/${secret}x`, "hook?secret=", "hook/%E0%A4%A", `${secret}/hook`]) {
    expect(await verify(delivery(started, `https://today.example.com/${path}`))).toBe(false);
  }
});

it("without a secret in the settings nothing is believed", async () => {
  expect(await createInbound("").verify(delivery(started, "https://today.example.com/hook/"))).toBe(false);
});

it("tells the task or the project that changed, and nothing else", () => {
  const { parse } = createInbound(secret);
  expect(parse(delivery(started))).toEqual([{ deliveryId: null, projectId: null, taskId: "4" }]);
  const project = { ...started, objectType: "project", objectID: "2" };
  expect(parse(delivery(project))).toEqual([{ deliveryId: null, projectId: "2", taskId: null }]);
  expect(parse(delivery({ ...started, objectType: "bug" }))).toEqual([]);
});

it("what we did ourselves is left out", () => {
  const { parse } = createInbound(secret);
  for (const comment of ["[wk:status]", "砌墙 [wk:mnmxaegzhcq5]"]) {
    expect(parse(delivery({ ...started, comment }))).toEqual([]);
  }
  expect(parse(delivery({ ...started, comment: "[wk:other]" }))).toHaveLength(1);
});

it("anything at all is read or is unreadable", () => {
  const { parse } = createInbound(secret);
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.string(), fc.record({ objectType: fc.jsonValue() })), (body) => {
      try {
        parse(delivery(body));
      } catch (error) {
        expect(error).toBeInstanceOf(ConnectorError);
      }
    }),
  );
});
