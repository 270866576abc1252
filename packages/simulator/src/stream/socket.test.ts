import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Served, serveSimulator } from "../serve.ts";
import { createSimulator } from "../simulator.ts";

const simulator = createSimulator({ people: 40 });
let served: Served;
beforeAll(async () => {
  served = await serveSimulator(simulator, { port: 0 });
});
afterAll(() => served.close());

async function opened(): Promise<{ endpoint: string; ticket: string }> {
  const { appKey: clientId, appSecret: clientSecret } = simulator.app;
  const body = JSON.stringify({ clientId, clientSecret, subscriptions: [{ type: "EVENT", topic: "*" }] });
  const headers = { "content-type": "application/json" };
  return (await fetch(`${served.url}/v1.0/gateway/connections/open`, { method: "POST", headers, body })).json();
}

const control = (path: string, body: object) =>
  fetch(`${served.url}/_simulator/${path}`, { method: "POST", body: JSON.stringify(body) });

describe("a WebSocket to the port", () => {
  test("brings events, takes acknowledgements of any length and is closed at the end", async () => {
    const { endpoint, ticket } = await opened();
    const socket = new WebSocket(`${endpoint}?ticket=${encodeURIComponent(ticket)}`);
    const event = new Promise<Record<string, Record<string, string>>>((done) => {
      socket.onmessage = ({ data }) => {
        const frame = JSON.parse(String(data));
        if (frame.type === "EVENT") done(frame);
        if (frame.headers.topic === "REGISTERED") void control("employees", { name: "新人" });
      };
    });
    await control("switches", { eventMode: "stream" });
    const { headers } = await event;
    const status = JSON.stringify({ status: "SUCCESS", message: "好".repeat(60_000) });
    socket.send(JSON.stringify({ code: 200, message: "OK", headers: { messageId: headers?.messageId }, data: status }));
    await expect.poll(async () => (await (await fetch(`${served.url}/_simulator/stream`)).json()).pending).toBe(0);
    const closed = new Promise<number>((done) => {
      socket.onclose = ({ code }) => done(code);
    });
    simulator.stream.forget();
    expect(await closed).toBe(1000);
  });

  test("is refused without a good ticket or at another path", async () => {
    const { endpoint } = await opened();
    for (const address of [`${endpoint}?ticket=bad`, endpoint.replace("/connect", "/other")]) {
      const failed = new Promise<string>((done) => {
        const socket = new WebSocket(address);
        socket.onopen = () => done("open");
        socket.onerror = () => done("error");
      });
      expect(await failed).toBe("error");
    }
  });
});
