import type { Means } from "../connector.ts";
import type { ConnectorErrorFacts } from "../error.ts";
import { type Answer, request } from "../http.ts";
import { readBody } from "../lenient.ts";
import { once } from "../once.ts";
import type { Settings } from "./setting.ts";
import { Member } from "./shape.ts";

type Query = Readonly<Record<string, string>>;

export interface TrelloApi {
  get(path: string, query?: Query): Promise<unknown>;
  /** What is written goes in the body: names and notes have no place in an address. */
  send(method: "POST" | "PUT" | "DELETE", path: string, body?: object): Promise<unknown>;
  /** The token's owner, asked once a session: these addresses have a small limit of their own. */
  me(): Promise<{ readonly id: string; readonly name: string }>;
}

export function createTrelloApi(means: Means, { key, token }: Pick<Settings, "key" | "token">): TrelloApi {
  const authorization = `OAuth oauth_consumer_key="${encodeURIComponent(key)}", oauth_token="${encodeURIComponent(token)}"`;
  const call = async (
    method: "GET" | "POST" | "PUT" | "DELETE",
    path: string,
    rest: { query?: Query; body?: object },
  ) => {
    const base = "https://api.trello.com/1";
    const answer = await request(means, { method, base, path, headers: { authorization }, classify, ...rest });
    return answer.body;
  };
  const get: TrelloApi["get"] = (path, query = {}) => call("GET", path, { query });
  return {
    get,
    send: (method, path, body) => call(method, path, body === undefined ? {} : { body }),
    me: once(async () => {
      const { id, fullName, username } = readBody(await get("/members/me", { fields: "fullName,username" }), Member);
      return { id, name: fullName ?? username ?? id };
    }),
  };
}

/** How long each limit counts, also where the answer does not tell. */
const windows: Readonly<Record<string, number>> = {
  API_KEY_LIMIT_EXCEEDED: 10_000,
  API_TOKEN_LIMIT_EXCEEDED: 10_000,
  API_TOKEN_DB_LIMIT_EXCEEDED: 10_000,
  MEMBER_LIMIT_EXCEEDED: 900_000,
};

function classify(answer: Answer): ConnectorErrorFacts | null {
  if (answer.status === 429) return throttled(answer);
  // The words are fixed and English; the same status also says that a token is no longer good.
  if (answer.status === 401 && /permission/i.test(answer.text)) return { kind: "permission", code: "401" };
  // Only a card or board that nobody could have is an id it calls invalid.
  if (answer.status === 400 && /^invalid id\b/i.test(answer.text.trim())) return { kind: "not-found", code: "400" };
  const { error } = Object(answer.body);
  return answer.status === 200 && typeof error === "string" ? { kind: "invalid", code: "refused" } : null;
}

function throttled({ headers, body }: Answer): ConnectorErrorFacts {
  const said = String(Object(body).error);
  const code = windows[said] === undefined ? "429" : said;
  if (headers.has("retry-after")) return { kind: "throttled", code };
  const spent = ["token", "key"].find((one) => headers.get(`x-rate-limit-api-${one}-remaining`) === "0");
  const told = Number(headers.get(`x-rate-limit-api-${spent ?? "token"}-interval-ms`));
  return { kind: "throttled", code, retryAfterMs: windows[code] ?? (told > 0 ? told : 10_000) };
}
