import { z } from "zod";
import type { DingTalk, DingTalkOptions } from "./client.ts";
import { DingTalkError } from "./error.ts";
import { maybe, number, readAnswer, text } from "./lenient.ts";
import { withRetries } from "./retry.ts";
import { createSend, type Outgoing } from "./send.ts";

const AUTHORITY = "https://login.dingtalk.com";
const TOKEN_PATH = "/v1.0/oauth2/userAccessToken";
const ME_PATH = "/v1.0/contact/users/me";
const USER_PATH = "/topapi/user/getbyunionid";

/** Somebody who signed in with DingTalk in a browser; they need not work here. */
export interface BrowserPerson {
  readonly unionId: string;
  readonly name: string;
  /** The organisation they chose; null when it was not asked. */
  readonly corpId: string | null;
}

const tokenAnswer = z.object({ accessToken: text, corpId: maybe(text) });
const meAnswer = z.object({ unionId: text, nick: maybe(text) });
const userAnswer = z.object({ result: z.object({ userid: text, contact_type: maybe(number) }) });

/**
 * Where a browser is sent to sign in; it comes back to `redirectUri?authCode=…&state=…`, or with `error`. `state` must be random and
 * compared on return. `base` is for a stand-in of `https://login.dingtalk.com`.
 */
export function loginUrl(asked: {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state: string;
  readonly corpId?: string;
  readonly base?: string;
}): string {
  const url = new URL("/oauth2/auth", asked.base ?? AUTHORITY);
  const { redirectUri, clientId, state, corpId } = asked;
  const parameters = {
    redirect_uri: redirectUri,
    response_type: "code",
    client_id: clientId,
    state,
    prompt: "consent",
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  if (corpId !== undefined) url.searchParams.set("corpId", corpId);
  // A space must be %20 here, which search parameters write as a plus.
  return `${url.href}&scope=openid%20corpid`;
}

/**
 * Exchanges the `authCode` of a browser's return, good once; throws `code-invalid` for a wrong or used one and for one of another
 * organisation, `permission` without Contact.User.Read. Two calls that cost nothing.
 */
export async function personOfAuthCode(options: DingTalkOptions, authCode: string): Promise<BrowserPerson> {
  const { apiBase, appKey, appSecret, sleep } = options;
  const send = createSend({ timeoutMs: 10_000, callsPerSecond: 20, ...options });
  const call = (outgoing: Outgoing) => withRetries(() => send(outgoing), { sleep, renewToken: null });
  const body = { clientId: appKey, clientSecret: appSecret, code: authCode, grantType: "authorization_code" };
  const asked = { base: apiBase, query: {}, headers: {} };
  const issued = await call({ ...asked, method: "POST", path: TOKEN_PATH, body }).catch((error: unknown) => {
    throw codeProblem(error);
  });
  const { accessToken, corpId } = readAnswer(issued, TOKEN_PATH, tokenAnswer);
  if (corpId !== null && corpId !== options.corpId) {
    throw new DingTalkError({ kind: "code-invalid", path: TOKEN_PATH, code: "other-organisation" });
  }
  const headers = { "x-acs-dingtalk-access-token": accessToken };
  const me = await call({ ...asked, method: "GET", path: ME_PATH, headers, body: null });
  const { unionId, nick } = readAnswer(me, ME_PATH, meAnswer);
  return { unionId, name: nick ?? "", corpId };
}

/** The person of this organisation behind a union id; null for strangers and external contacts. Costs nothing. */
export async function userIdOfUnionId(dingtalk: DingTalk, unionId: string): Promise<string | null> {
  const answer = await dingtalk.callOld(USER_PATH, { unionid: unionId }).catch((error: unknown) => {
    if (error instanceof DingTalkError && error.kind === "not-found") return null;
    throw error;
  });
  if (answer === null) return null;
  const { result } = readAnswer(answer, USER_PATH, userAnswer);
  return result.contact_type === 1 ? null : result.userid;
}

/** All of the call but the code is the same every time, so what is refused as a bad request is the code; its error is not documented. */
function codeProblem(error: unknown): unknown {
  if (!(error instanceof DingTalkError) || !["bad-request", "not-found"].includes(error.kind)) return error;
  return new DingTalkError({ kind: "code-invalid", path: error.path, code: error.code, requestId: error.requestId });
}
