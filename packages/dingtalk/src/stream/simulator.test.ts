import { serveSimulator } from "@today/simulator/serve";
import { createSimulator } from "@today/simulator/simulator";
import { expect, it, vi } from "vitest";
import type { DingTalkEvent } from "../callback/event.ts";
import { memoryTokens } from "../testing.ts";
import type { StreamSocket } from "./connection.ts";
import { runStream, type StreamState } from "./stream.ts";
import { streamAddress } from "./ticket.ts";

const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms).unref());

function openSocket(address: string): Promise<StreamSocket> {
  const socket = new WebSocket(address);
  return new Promise((resolve, reject) => {
    socket.addEventListener("open", () => resolve(socket));
    socket.addEventListener("error", () => reject(new Error("the socket did not open")));
  });
}

async function scene() {
  const simulator = createSimulator({ people: 60, throttle: false });
  const { url, close } = await serveSimulator(simulator, { port: 0 });
  const { corpId, appKey, appSecret } = simulator.app;
  const options = {
    ...{ corpId, appKey, appSecret, apiBase: url, oapiBase: url, fetch, sleep, now: Date.now },
    ...{ tokens: memoryTokens(), meter: { count: () => undefined } },
  };
  const control = async (name: string, body: object, method = "POST"): Promise<Record<string, unknown>> =>
    (await fetch(`${url}/_simulator/${name}`, { method, body: JSON.stringify(body) })).json();
  const taken: DingTalkEvent[] = [];
  const states: StreamState[] = [];
  const stop = new AbortController();
  const means = {
    ...{ now: Date.now, sleep, connect: openSocket, address: () => streamAddress(options) },
    take: async (event: DingTalkEvent) => {
      taken.push(event);
    },
    tell: (state: StreamState) => {
      states.push(state);
    },
  };
  const end = async (running: Promise<void>) => {
    stop.abort();
    await running;
    await close();
  };
  return { simulator, control, taken, states, means, stop, end };
}

it("hears the simulator's events, answers its pings and follows when it is moved", { timeout: 20_000 }, async () => {
  const { control, taken, states, means, stop, end } = await scene();
  await control("switches", { eventMode: "stream", approvalEvents: true, duplicateEvents: true });
  const running = runStream(means, stop.signal);
  await vi.waitFor(() => expect(states).toMatchObject([{ kind: "connected" }]), { timeout: 5000 });
  await control("employees/zhao001", { title: "工程师" }, "PATCH");
  const leave = {
    kind: "leave",
    userId: "zhao001",
    start: "2026-09-18T13:30:00+08:00",
    end: "2026-09-18T18:00:00+08:00",
  };
  await control("approvals", { ...leave, decide: "agree" });
  await control("deliver", {});
  const agreed = () =>
    taken.filter((event) => event.type === "bpms_instance_change" && event.approval.result === "agreed");
  await vi.waitFor(() => expect(agreed()).toHaveLength(1), { timeout: 5000 });
  expect(taken).toContainEqual(expect.objectContaining({ type: "user_modify_org", userIds: ["zhao001"] }));
  expect(new Set(taken.map(({ id }) => id)).size).toBe(taken.length);
  await control("stream/ping", { opaque: "x" });
  expect(await control("deliver", {})).toMatchObject({ pending: 0 });
  await control("stream/disconnect", {});
  await vi.waitFor(
    () => expect(states.map(({ kind }) => kind).filter((kind) => kind === "connected")).toHaveLength(2),
    {
      timeout: 8000,
    },
  );
  await end(running);
});
