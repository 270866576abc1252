import { describe, expect, test } from "vitest";
import { COVERAGE } from "./coverage.ts";
import { createSimulator } from "./simulator.ts";

const simulator = createSimulator({ people: 12 });
const registered = simulator.routes.filter((route) => !/^\w+ \/(_simulator|$)/.test(route));

describe("the coverage table", () => {
  test("names every route that is registered", () => {
    const claimed = COVERAGE.filter(({ coverage }) => coverage !== "not started").map(({ call }) => call);
    expect(registered.filter((route) => !claimed.includes(route))).toEqual([]);
  });

  test("claims nothing that is not registered", () => {
    const claimed = COVERAGE.filter(({ coverage }) => coverage !== "not started").map(({ call }) => call);
    expect(claimed.filter((call) => !registered.includes(call))).toEqual([]);
  });

  test("lists each call once, and says of partial ones what is lacking", () => {
    const calls = COVERAGE.map(({ call }) => call);
    expect(new Set(calls).size).toBe(calls.length);
    expect(COVERAGE.filter(({ coverage, note }) => coverage === "partial" && !note)).toEqual([]);
  });

  test.each(COVERAGE.filter(({ coverage }) => coverage === "not started"))(
    "$call is answered as unknown",
    async ({ call }) => {
      const [method = "", path = ""] = call.split(" ");
      const request = new Request(`http://simulator${path}`, { method, ...(method === "GET" ? {} : { body: "{}" }) });
      const answer = await (await simulator.fetch(request)).json();
      expect(answer.errcode).toBe(path.startsWith("/topapi/") ? 22 : 404);
    },
  );
});
