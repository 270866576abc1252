import { DingTalkError } from "../../packages/dingtalk/src/error.ts";
import type { StreamSocket } from "../../packages/dingtalk/src/stream/connection.ts";
import { runStream, type StreamState } from "../../packages/dingtalk/src/stream/stream.ts";
import { streamAddress } from "../../packages/dingtalk/src/stream/ticket.ts";

export interface StreamOptions {
  /** The product's own address. */
  readonly origin: string;
  /** What the worker knows the host by. */
  readonly key: string;
  /** The worker's DINGTALK_* bindings. */
  readonly bindings: Readonly<Record<string, string>>;
}

const PATIENCE_MS = 2500;
const API = "https://api.dingtalk.com";

/**
 * Hears DingTalk's events over a WebSocket that the host opens, for installations without a public address. Each event is kept by the
 * worker before DingTalk is told that it was taken. Answers how to stop.
 */
export function holdStream(options: StreamOptions): () => Promise<void> {
  const send = senderTo(options);
  let last: Promise<void> = Promise.resolve();
  const tell = (state: string, problem: string | null) => {
    last = last.then(() => send("PUT", { state, problem })).catch(() => undefined);
  };
  const stop = new AbortController();
  const means = {
    now: Date.now,
    sleep,
    connect: openSocket,
    address: () => streamAddress(clientOf(options)),
    take: (event: object) => send("POST", event),
    tell: (state: StreamState) => {
      if (state.kind === "connected") tell("connected", null);
      if (state.kind === "waiting") tell("waiting", problemOf(state.problem));
    },
  };
  tell("waiting", null);
  const running = runStream(means, stop.signal).catch((error: unknown) => tell("refused", problemOf(error)));
  return async () => {
    stop.abort();
    await running;
    await last;
  };
}

function senderTo({ origin, key }: StreamOptions): (method: string, body: object) => Promise<void> {
  return async (method, body) => {
    const response = await fetch(`${origin}/dingtalk/stream`, {
      method,
      headers: { "content-type": "application/json", "x-today-host": key },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok) throw new Error(`the worker answered ${response.status}`);
  };
}

/** Only the ticket is asked for here, which needs no token. */
function clientOf({ bindings }: StreamOptions): Parameters<typeof streamAddress>[0] {
  const base = bindings.DINGTALK_API_BASE ?? API;
  return {
    corpId: bindings.DINGTALK_CORP_ID ?? "",
    appKey: bindings.DINGTALK_APP_KEY ?? "",
    appSecret: bindings.DINGTALK_APP_SECRET ?? "",
    ...{ apiBase: base, oapiBase: base, fetch, sleep, now: Date.now },
    tokens: { get: async () => null, set: async () => {}, drop: async () => {} },
    meter: { count: () => {} },
  };
}

function openSocket(address: string): Promise<StreamSocket> {
  const socket = new WebSocket(address);
  return new Promise((resolve, reject) => {
    socket.addEventListener("open", () => resolve(socket), { once: true });
    socket.addEventListener("error", () => reject(new Error("the WebSocket did not open")), { once: true });
  });
}

function problemOf(problem: unknown): string | null {
  if (problem === null) return null;
  return problem instanceof DingTalkError ? problem.kind : "unreachable";
}

/** Does not keep the process alive. */
function sleep(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms).unref());
}
