import { expect, it } from "vitest";
import { ConnectorError } from "./error.ts";
import { type Outgoing, request } from "./http.ts";

const now = () => Date.parse("2026-09-15T02:00:00Z");
const base = "https://pm.example.com/redmine";
const call: Outgoing = { method: "GET", base, path: "/issues.json" };

/** Makes a call that gets this answer, and says what was sent. */
async function exchange(answer: Response | Error, outgoing: Outgoing = call) {
  const sent: Request[] = [];
  const fetch = async (one: Request) => {
    sent.push(one);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const ended = await request({ fetch, now }, outgoing).catch((error: unknown) => error);
  return { ended, sent };
}

it("a call goes below the base with its query, and never follows a redirect", async () => {
  const query = { updated_on: ">=2026-09-15T00:00:00Z", name: "砌 墙&" };
  const { sent } = await exchange(Response.json({}), { ...call, query });
  expect(sent[0]?.url).toMatch(/^https:\/\/pm\.example\.com\/redmine\/issues\.json\?updated_on=/);
  expect(Object.fromEntries(new URL(sent[0]?.url ?? "").searchParams)).toEqual(query);
  expect(sent[0]?.redirect).toBe("manual");
});

it("a body goes as JSON, a form as a form, and nothing without a type", async () => {
  const json = await exchange(Response.json({}), { ...call, method: "POST", body: { hours: 1.5 } });
  expect(json.sent[0]?.headers.get("content-type")).toBe("application/json");
  expect(await json.sent[0]?.json()).toEqual({ hours: 1.5 });
  const form = await exchange(Response.json({}), { ...call, method: "POST", body: new URLSearchParams({ a: "1 2" }) });
  expect(form.sent[0]?.headers.get("content-type")).toMatch("application/x-www-form-urlencoded");
  expect(await form.sent[0]?.text()).toBe("a=1+2");
  expect((await exchange(Response.json({}))).sent[0]?.headers.get("content-type")).toBeNull();
});

it("no body is a null, as after a change", async () => {
  const { ended } = await exchange(new Response(null, { status: 204 }), { ...call, method: "PUT", body: {} });
  expect(ended).toMatchObject({ status: 204, body: null, text: "" });
});

it("words that are no JSON are no answer", async () => {
  expect((await exchange(new Response("OK"))).ended).toMatchObject({ kind: "unreadable", code: "not-json" });
});

it.each([
  [301, "refused-host"],
  [400, "invalid"],
  [401, "credentials"],
  [403, "permission"],
  [404, "not-found"],
  [408, "busy"],
  [409, "invalid"],
  [410, "not-found"],
  [422, "invalid"],
  [425, "busy"],
  [429, "throttled"],
  [500, "busy"],
  [504, "busy"],
])("status %i is %s", async (status, kind) => {
  const { ended } = await exchange(new Response("{}", { status }));
  expect(ended).toMatchObject({ kind });
});

it("a product may say it in its own way, and the wait it asks for stays unless it says another", async () => {
  const answer = () => Response.json({ errcode: 405 }, { status: 503, headers: { "retry-after": "30" } });
  const classify = () => ({ kind: "credentials", code: "405" }) as const;
  expect((await exchange(answer(), { ...call, classify })).ended).toMatchObject({ code: "405", retryAfterMs: 30_000 });
  const waiting = () => ({ kind: "throttled", code: "window", retryAfterMs: 10_000 }) as const;
  expect((await exchange(answer(), { ...call, classify: waiting })).ended).toMatchObject({ retryAfterMs: 10_000 });
});

it.each([
  ["0", 0],
  ["-5", 0],
  ["1.5", 1500],
  ["Tue, 15 Sep 2026 02:00:20 GMT", 20_000],
  ["Tue, 15 Sep 2026 01:00:00 GMT", 0],
  ["soon", null],
  ["", null],
])("a wait of %j is %j milliseconds", async (header, retryAfterMs) => {
  const { ended } = await exchange(new Response("", { status: 429, headers: { "retry-after": header } }));
  expect(ended).toMatchObject({ retryAfterMs });
});

it("a refusal of the way out stays what it is, anything else there is no answer", async () => {
  const refused = new ConnectorError({ kind: "refused-host", code: "private-address" });
  expect((await exchange(refused)).ended).toBe(refused);
  expect((await exchange(new TypeError("dns"))).ended).toMatchObject({ kind: "timeout", code: "unreachable" });
});

it("an answer that does not end is not read to the end", async () => {
  let parts = 0;
  const stream = new ReadableStream({
    pull: (controller) => {
      parts += 1;
      controller.enqueue(new Uint8Array(1_000_000));
    },
  });
  expect((await exchange(new Response(stream))).ended).toMatchObject({ kind: "unreadable", code: "too-large" });
  expect(parts).toBeLessThan(12);
});

it("text cut within a character by the network is put together again", async () => {
  const bytes = new TextEncoder().encode(JSON.stringify({ name: "砌墙" }));
  const stream = new ReadableStream({
    start: (controller) => {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  expect((await exchange(new Response(stream))).ended).toMatchObject({ body: { name: "砌墙" } });
});
