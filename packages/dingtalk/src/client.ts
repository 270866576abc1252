import type { Answer } from "./envelope.ts";
import { DingTalkError } from "./error.ts";
import { type Clock, createPacer, type Gate } from "./pace.ts";
import { withRetries } from "./retry.ts";
import { createSend, type Fetch, type Meter, type Outgoing, pathOf } from "./send.ts";
import { createTokens, type IssuedToken, type TokenStore } from "./token.ts";

const TOKEN_PATH = "/v1.0/oauth2/accessToken";

/** Everything the client needs of the world. `now` and `sleep` serve token expiry, pacing and retries. */
export interface DingTalkOptions extends Clock {
  readonly corpId: string;
  readonly appKey: string;
  readonly appSecret: string;
  /** `https://api.dingtalk.com`, or a relay in front of it. */
  readonly apiBase: string;
  /** `https://oapi.dingtalk.com`, or a relay in front of it. */
  readonly oapiBase: string;
  readonly fetch: Fetch;
  readonly tokens: TokenStore;
  readonly meter: Meter;
  /** How long one HTTP call may take, 10 000 ms by default. */
  readonly timeoutMs?: number;
  /** DingTalk's limit for one app on one API: 20 by default, 60 with its add-on. */
  readonly callsPerSecond?: number;
  /** Where calls pass; the client's own pace by default. */
  readonly gate?: Gate;
}

/** DingTalk's two generations of server API behind one token. Both calls throw `DingTalkError`. */
export interface DingTalk {
  readonly corpId: string;
  /** POSTs JSON to the old host, `/topapi/v2/user/get`; a null body makes it a GET. */
  callOld(path: string, body: object | null, options?: { query?: Readonly<Record<string, string>> }): Promise<Answer>;
  /** Calls the new host, `("POST", "/v1.0/attendance/holidays", {…})`. */
  callNew(method: string, path: string, body?: object): Promise<Answer>;
}

/**
 * The client of one organisation's app. Retries, paces and meters by itself. Make one per request or message: Workers do not
 * let a request wait for another's I/O, and the token is shared through its store.
 */
export function createDingTalk(options: DingTalkOptions): DingTalk {
  const { corpId, now, sleep, apiBase, oapiBase } = options;
  const callsPerSecond = options.callsPerSecond ?? 20;
  const gate = options.gate ?? createPacer(options, callsPerSecond);
  const send = createSend({ timeoutMs: 10_000, callsPerSecond, ...options, gate });
  const issue = () =>
    reported(gate, TOKEN_PATH, () =>
      withRetries(async () => issuedToken(await send(tokenCall(options))), { sleep, renewToken: null }),
    );
  const tokens = createTokens(options.tokens, issue, now);

  async function call(outgoing: (token: string) => Outgoing): Promise<Answer> {
    let token = await tokens.current();
    const renewToken = async () => {
      await tokens.forget(token);
      token = await tokens.current();
    };
    return reported(gate, pathOf(outgoing(token)), () =>
      withRetries(() => send(outgoing(token)), { sleep, renewToken }),
    );
  }

  return {
    corpId,
    callOld: (path, body, { query = {} } = {}) =>
      call((token) => ({
        method: body === null ? "GET" : "POST",
        base: oapiBase,
        path,
        query: { ...query, access_token: token },
        headers: {},
        body,
      })),
    callNew: (method, path, body) =>
      call((token) => ({
        method,
        base: apiBase,
        path,
        query: {},
        headers: { "x-acs-dingtalk-access-token": token },
        body,
      })),
  };
}

/** Tells the gate what came of a call in the end. */
async function reported<T>(gate: Gate, api: string, work: () => Promise<T>): Promise<T> {
  try {
    const answer = await work();
    await gate.leave(api, null);
    return answer;
  } catch (error) {
    // A call fails with its token too, which is told by itself.
    if (error instanceof DingTalkError && error.path === api) await gate.leave(api, error);
    throw error;
  }
}

function tokenCall({ apiBase, appKey, appSecret }: DingTalkOptions): Outgoing {
  return { method: "POST", base: apiBase, path: TOKEN_PATH, query: {}, headers: {}, body: { appKey, appSecret } };
}

function issuedToken(answer: Answer): IssuedToken {
  const value = answer.accessToken;
  const seconds = Number(answer.expireIn);
  if (typeof value === "string" && value !== "" && seconds > 0) return { value, seconds };
  throw new DingTalkError({ kind: "unreadable", path: TOKEN_PATH, code: "no-token" });
}
