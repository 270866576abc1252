import { createDingTalk, type DingTalkOptions } from "./client.ts";
import type { StoredToken, TokenStore } from "./token.ts";

const START = Date.parse("2026-09-15T02:10:00+08:00");

/** One call as the far side saw it. */
export interface SeenCall {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What the far side answers: a body with status 200, or a whole response. */
export type Reply = Readonly<Record<string, unknown>> | Response;

/** A clock that moves only when somebody sleeps; `slept` lists the sleeps in milliseconds. */
export function stepClock(start = START) {
  let at = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => at,
    sleep: async (ms: number) => {
      slept.push(ms);
      at += ms;
    },
    advance: (ms: number) => {
      at += ms;
    },
  };
}

/** A token store in memory, for one isolate or several. */
export function memoryTokens(): TokenStore & { stored: StoredToken | null } {
  return {
    stored: null,
    async get() {
      return this.stored;
    },
    async set(token) {
      this.stored = token;
    },
    async drop(refused) {
      if (this.stored?.value === refused) this.stored = null;
    },
  };
}

/** A far side that answers each call by a function; token calls bring `token-1`, `token-2`, … */
export function farSide(answer: (call: SeenCall, count: number) => Reply | Promise<Reply>) {
  const calls: SeenCall[] = [];
  let tokens = 0;
  async function fetch(request: Request): Promise<Response> {
    const text = await request.text();
    const call = {
      method: request.method,
      url: new URL(request.url),
      headers: request.headers,
      body: text === "" ? {} : JSON.parse(text),
    };
    if (call.url.pathname === "/v1.0/oauth2/accessToken") {
      tokens += 1;
      return Response.json({ accessToken: `token-${tokens}`, expireIn: 7200 });
    }
    calls.push(call);
    const reply = await answer(call, calls.length);
    return reply instanceof Response ? reply : Response.json(reply);
  }
  return { fetch, calls, tokenCalls: () => tokens };
}

/** A client in front of `fetch`, with a clock that steps, and the outcomes of all its calls. */
export function clientOf(fetch: DingTalkOptions["fetch"], options: Partial<DingTalkOptions> = {}) {
  const clock = stepClock();
  const outcomes: string[] = [];
  const dingtalk = createDingTalk({
    corpId: "ding0000fixture0001",
    appKey: "dingfixture",
    appSecret: "a-secret-nobody-may-read",
    apiBase: "https://api.example.test",
    oapiBase: "https://oapi.example.test",
    fetch,
    tokens: memoryTokens(),
    meter: { count: ({ path, outcome }) => outcomes.push(`${path} ${outcome}`) },
    now: clock.now,
    sleep: clock.sleep,
    ...options,
  });
  return { dingtalk, clock, outcomes };
}

/** A client whose every call gets this answer. */
export function clientAnswering(reply: Reply) {
  const far = farSide(() => reply);
  return { ...clientOf(far.fetch), calls: far.calls };
}
