import { textOf } from "../body.ts";
import type { Means } from "../connector.ts";
import { ConnectorError, type ConnectorErrorFacts } from "../error.ts";
import { type Answer, request } from "../http.ts";
import { readBody } from "../lenient.ts";
import { md5 } from "./md5.ts";
import type { Settings } from "./setting.ts";
import { Cookie, Token } from "./shape.ts";

/** Logs the connection's own account in once and gives its token. */
export async function logIn(means: Means, { address, account, password }: Settings): Promise<string> {
  const answer = await request(means, {
    method: "POST",
    base: address,
    path: "/api.php/v1/tokens",
    body: { account, password },
    // A wrong password is 400, and six of them lock the account.
    classify: ({ status }) => (status === 400 ? { kind: "credentials", code: "password", field: "password" } : null),
  });
  return readBody(answer.body, Token).token;
}

/** Logs somebody in through the application, at most once a second in all; `time` is in Unix seconds and above the last one used. */
export async function logInAs(
  means: Means,
  settings: Settings,
  who: { account: string; time: number },
): Promise<string> {
  const { address, appCode: code, appKey } = settings;
  const time = String(who.time);
  const answer = await request(
    { now: means.now, fetch: async (outgoing) => cookieAsJson(await means.fetch(outgoing)) },
    {
      method: "GET",
      base: address,
      path: "/api.php",
      query: { m: "user", f: "apilogin", account: who.account, code, time, token: md5(code + appKey + time) },
      classify,
    },
  );
  return readBody(answer.body, Cookie).zentaosid;
}

/** A login that succeeds answers with a small page that leads on, and the session is in its cookie alone. */
async function cookieAsJson(response: Response): Promise<Response> {
  const cookies = response.headers.getSetCookie().map((one) => /^zentaosid=([^;]+)/.exec(one)?.[1]);
  const zentaosid = cookies.findLast((one) => one !== undefined && one !== "deleted");
  if (zentaosid === undefined || response.status >= 400) return response;
  const text = await textOf(response.clone());
  return /^\s*\{/.test(text) ? response : Response.json({ zentaosid });
}

const refusals: Readonly<Record<number, ConnectorErrorFacts>> = {
  401: { kind: "credentials", code: "app-key", field: "appKey" },
  403: { kind: "permission", code: "app-address-denied", field: "appCode" },
  404: { kind: "credentials", code: "app-unknown", field: "appCode" },
  405: { kind: "throttled", code: "app-login-used", retryAfterMs: 1000 },
  406: { kind: "not-found", code: "person-unknown", field: "person" },
  407: { kind: "invalid", code: "app-clock", field: "appCode" },
};

function classify({ body }: Answer): ConnectorErrorFacts | null {
  const code = Number(Object(body).errcode);
  if (!Number.isFinite(code) || code === 0) return null;
  return refusals[code] ?? { kind: "invalid", code: `app-${code}` };
}

/** Runs calls with a token that is asked for once, and once again after it was refused; a refused login stays refused. */
export function keepToken(login: () => Promise<string>) {
  let held: Promise<string> | null = null;
  let isRenewed = false;
  const take = () => {
    held ??= login().catch((error: unknown) => {
      if (!isCredentials(error)) held = null;
      throw error;
    });
    return held;
  };
  return async <T>(use: (token: string) => Promise<T>): Promise<T> => {
    const first = take();
    const token = await first;
    try {
      return await use(token);
    } catch (error) {
      if (!isCredentials(error) || (held === first && isRenewed)) throw error;
      if (held === first) [held, isRenewed] = [null, true];
      return use(await take());
    }
  };
}

function isCredentials(error: unknown): boolean {
  return error instanceof ConnectorError && error.kind === "credentials";
}
