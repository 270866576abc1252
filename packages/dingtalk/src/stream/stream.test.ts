import { describe, expect, it } from "vitest";
import type { DingTalkEvent } from "../callback/event.ts";
import { DingTalkError } from "../error.ts";
import { farSide, memoryTokens } from "../testing.ts";
import type { StreamSocket } from "./connection.ts";
import { runStream, type StreamMeans, type StreamState } from "./stream.ts";
import { fetchAddress, streamAddress } from "./ticket.ts";

/** Time that stands until it is moved; sleepers wake in order. */
function handClock() {
  let at = 1_000_000;
  let sleepers: { until: number; wake: () => void }[] = [];
  const settle = () => new Promise<void>((done) => setTimeout(done));
  return {
    now: () => at,
    sleep: (ms: number) => new Promise<void>((wake) => sleepers.push({ until: at + ms, wake })),
    settle,
    async pass(ms: number) {
      const end = at + ms;
      await settle();
      for (;;) {
        const [next] = sleepers.filter(({ until }) => until <= end).sort((a, b) => a.until - b.until);
        if (next === undefined) break;
        at = Math.max(at, next.until);
        sleepers = sleepers.filter((one) => one !== next);
        next.wake();
        await settle();
      }
      at = end;
      await settle();
    },
  };
}

/** The far end of a socket. */
function fakeSocket() {
  const listeners = new Map<string, ((event: { readonly data: unknown }) => void)[]>();
  const sent: Record<string, unknown>[] = [];
  const far = {
    sent,
    closed: false,
    emit: (type: string, data: unknown = null) => {
      for (const listener of listeners.get(type) ?? []) listener({ data });
    },
    frame: (type: string, headers: object, data: unknown = "{}") =>
      far.emit("message", JSON.stringify({ specVersion: "1.0", type, headers, data })),
    answers: () =>
      sent.map(
        ({ code, headers, data }) => `${code} ${Object(headers).messageId} ${Object(JSON.parse(String(data))).status}`,
      ),
  };
  const socket: StreamSocket = {
    send: (text) => {
      if (far.closed) throw new Error("closed");
      sent.push(JSON.parse(text));
    },
    close: () => {
      far.closed = true;
    },
    addEventListener: (type: string, listener: (event: { readonly data: unknown }) => void) => {
      listeners.set(type, [...(listeners.get(type) ?? []), listener]);
    },
  };
  return { far, socket };
}

function stage(more: Partial<StreamMeans> = {}) {
  const clock = handClock();
  const sockets: ReturnType<typeof fakeSocket>["far"][] = [];
  const taken: DingTalkEvent[] = [];
  const states: StreamState[] = [];
  const stop = new AbortController();
  const running = runStream(
    {
      ...clock,
      address: async () => `wss://stream.example.test/connect?ticket=t${sockets.length + 1}`,
      connect: async () => {
        const { far, socket } = fakeSocket();
        sockets.push(far);
        return socket;
      },
      take: async (event) => {
        taken.push(event);
      },
      tell: (state) => states.push(state),
      ...more,
    },
    stop.signal,
  );
  const waits = () => states.flatMap((state) => (state.kind === "waiting" ? [state.ms] : []));
  return { clock, sockets, taken, states, waits, stop, running };
}

const added = { messageId: "m1", eventType: "user_add_org", eventId: "e1", eventCorpId: "ding1" };

describe("a connection", () => {
  it("takes events and answers them, a repeat without taking it twice", async () => {
    const { clock, sockets, taken, stop, running } = stage();
    await clock.settle();
    const [first] = sockets;
    first?.frame("EVENT", added, '{"userId":["lin01"]}');
    first?.frame("EVENT", { ...added, messageId: "m2" }, '{"userId":["lin01"]}');
    first?.frame("SYSTEM", { topic: "ping", messageId: "p1" }, '{"opaque":"x","status":"echo"}');
    first?.frame("CALLBACK", { messageId: "c1" });
    first?.frame("ODD", { messageId: "o1" });
    first?.frame("SYSTEM", { topic: "REGISTERED", messageId: "r1" });
    first?.emit("message", "oops");
    await clock.settle();
    expect(taken).toMatchObject([{ type: "user_add_org", userIds: ["lin01"] }]);
    expect(first?.answers().sort()).toEqual([
      "200 m1 SUCCESS",
      "200 m2 SUCCESS",
      "200 p1 echo",
      "400 o1 undefined",
      "404 c1 undefined",
    ]);
    stop.abort();
    await running;
    expect(first?.closed).toBe(true);
  });

  it("asks for an event again that could not be kept, and takes it then", async () => {
    let tries = 0;
    const { clock, sockets, stop, running } = stage({
      take: async () => {
        tries += 1;
        if (tries === 1) throw new Error("full");
      },
    });
    await clock.settle();
    sockets[0]?.frame("EVENT", added);
    await clock.settle();
    sockets[0]?.frame("EVENT", { ...added, messageId: "m2" });
    await clock.settle();
    expect(sockets[0]?.answers()).toEqual(["200 m1 LATER", "200 m2 SUCCESS"]);
    stop.abort();
    await running;
  });

  it("that DingTalk moves is followed at once, and answers until it closes", async () => {
    const { clock, sockets, states, stop, running } = stage();
    await clock.pass(20_000);
    sockets[0]?.frame("SYSTEM", { topic: "disconnect" });
    await clock.settle();
    expect(states.map(({ kind }) => kind)).toEqual(["connected", "moved", "connected"]);
    sockets[0]?.frame("EVENT", added);
    await clock.settle();
    expect(sockets[0]?.answers()).toEqual(["200 m1 SUCCESS"]);
    await clock.pass(11_000);
    expect([sockets[0]?.closed, sockets[1]?.closed]).toEqual([true, false]);
    stop.abort();
    await running;
  });

  it("on which nothing comes counts as dead", async () => {
    const { clock, sockets, states, stop, running } = stage({ silenceMs: 60_000 });
    await clock.pass(50_000);
    sockets[0]?.frame("SYSTEM", { topic: "ping", messageId: "p" });
    await clock.pass(50_000);
    expect(states).toHaveLength(1);
    await clock.pass(30_000);
    expect(states.map(({ kind }) => kind)).toEqual(["connected", "silent", "connected"]);
    expect(sockets[0]?.closed).toBe(true);
    stop.abort();
    await running;
  });
});

describe("failures", () => {
  it("are waited out longer and longer, until a connection lasts", async () => {
    const { clock, sockets, waits, stop, running } = stage();
    for (let count = 0; count < 3; count += 1) {
      await clock.settle();
      sockets.at(-1)?.emit(count === 1 ? "error" : "close");
      await clock.pass(2 ** count * 1000);
    }
    expect(waits()).toEqual([1000, 2000, 4000]);
    await clock.pass(30_000);
    sockets.at(-1)?.emit("close");
    await clock.settle();
    expect(sockets).toHaveLength(5);
    sockets.at(-1)?.emit("close");
    await clock.settle();
    expect(waits().at(-1)).toBe(1000);
    stop.abort();
    await running;
  });

  it("to open are waited out at most a minute, or as long as DingTalk asks", async () => {
    let tries = 0;
    const address = async () => {
      tries += 1;
      if (tries === 9) throw new DingTalkError({ kind: "banned", path: "/", code: "1111", retryAfterMs: 300_000 });
      throw new Error("offline");
    };
    const { clock, waits, stop, running } = stage({ address });
    await clock.pass(300_000);
    expect(waits()).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 300_000]);
    stop.abort();
    await running;
  });

  it("to open in half a minute are failures, and what opens later is closed", async () => {
    const { far, socket } = fakeSocket();
    let opened: (socket: StreamSocket) => void = () => undefined;
    const connect = () =>
      new Promise<StreamSocket>((resolve) => {
        opened = resolve;
      });
    const { clock, waits, stop, running } = stage({ connect });
    await clock.pass(30_000);
    expect(waits()).toEqual([1000]);
    opened(socket);
    await clock.settle();
    expect(far.closed).toBe(true);
    stop.abort();
    await running;
  });

  it("that waiting does not mend end it", async () => {
    const problem = new DingTalkError({ kind: "credentials", path: "/", code: "invalid.client" });
    const { running } = stage({ address: () => Promise.reject(problem) });
    await expect(running).rejects.toBe(problem);
  });

  it("to answer do no harm", async () => {
    const { clock, sockets, stop, running } = stage();
    await clock.pass(20_000);
    const [first] = sockets;
    if (first !== undefined) first.closed = true;
    first?.frame("EVENT", added);
    await clock.settle();
    expect(sockets).toHaveLength(2);
    stop.abort();
    await running;
  });
});

it("stops while it connects, and never starts when told to stop before", async () => {
  let opened: (socket: StreamSocket) => void = () => undefined;
  const { far, socket } = fakeSocket();
  const { clock, stop, running } = stage({
    connect: () =>
      new Promise((resolve) => {
        opened = resolve;
      }),
  });
  await clock.settle();
  stop.abort();
  await running;
  opened(socket);
  await clock.settle();
  expect(far.closed).toBe(true);
  await runStream(
    {
      ...handClock(),
      address: () => Promise.reject(new Error("asked")),
      connect: async () => socket,
      take: async () => undefined,
    },
    AbortSignal.abort(),
  );
});

describe("the address", () => {
  const options = (fetch: (request: Request) => Promise<Response>) => ({
    ...{ corpId: "ding1", appKey: "dingabc123", appSecret: "s3cr3t", tokens: memoryTokens(), fetch },
    ...{ apiBase: "https://api.example.test", oapiBase: "https://oapi.example.test" },
    ...{ now: Date.now, sleep: async () => undefined, meter: { count: () => undefined } },
  });

  it("bears the ticket, encoded", async () => {
    const far = farSide(() => ({ endpoint: "wss://wss-open-connection.dingtalk.com:443/connect", ticket: "a b+c&d" }));
    const address = await streamAddress(options(far.fetch));
    expect(address.startsWith("wss://wss-open-connection.dingtalk.com")).toBe(true);
    expect(new URL(address).searchParams.get("ticket")).toBe("a b+c&d");
    expect(far.calls[0]?.headers.get("accept")).toBe("application/json");
    expect(far.calls[0]?.body).toEqual({
      ...{ clientId: "dingabc123", clientSecret: "s3cr3t", ua: "today/1.0" },
      subscriptions: [{ type: "EVENT", topic: "*" }],
    });
    expect(fetchAddress(address)).toMatch(/^https:\/\/wss-open-connection/);
    expect(fetchAddress("ws://127.0.0.1:8788/connect")).toBe("http://127.0.0.1:8788/connect");
  });

  it.each([{}, { endpoint: "nowhere", ticket: "t" }, { endpoint: "wss://x.test" }])(
    "that is none is unreadable: %j",
    async (reply) => {
      await expect(streamAddress(options(farSide(() => reply).fetch))).rejects.toMatchObject({ kind: "unreadable" });
    },
  );
});

it("takes the WebSocket of the platform", () => {
  const ofPlatform = (socket: WebSocket): StreamSocket => socket;
  expect(ofPlatform).toBeTypeOf("function");
});
