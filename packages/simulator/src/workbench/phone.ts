import type { Context } from "hono";
import { framePrefix } from "./bridge.ts";
import { userAgentOf } from "./user-agent.ts";

/** Phones of several people in front of one micro-app: pages get the bridge, cookies stay with their person. */
export interface Phones {
  /** Answers a request below a person's prefix. */
  open(context: Context, userId: string): Promise<Response>;
  /** Answers a request for the app's own root that a phone's page made; null if it comes from no phone. */
  strayed(context: Context): Promise<Response | null>;
}

type Jar = Map<string, string>;

const NOT_SENT = [
  "host",
  "connection",
  "cookie",
  "origin",
  "referer",
  "accept-encoding",
  "content-length",
  "if-none-match",
];
/** They forbid the frame or the bridge, or speak of a body that was unpacked here. */
const NOT_GIVEN = [
  "set-cookie",
  "content-security-policy",
  "x-frame-options",
  "referrer-policy",
  "content-encoding",
  "content-length",
  "transfer-encoding",
  "connection",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
];

export function createPhones(appUrl: () => string | null): Phones {
  const jars = new Map<string, Jar>();
  const jarOf = (userId: string) => {
    const jar = jars.get(userId) ?? new Map<string, string>();
    jars.set(userId, jar);
    return jar;
  };

  async function pass(context: Context, { userId, path }: { userId: string; path: string }): Promise<Response> {
    const home = appUrl();
    if (home === null) return context.html("<!doctype html><meta charset=utf-8><p>还没有接上微应用。</p>", 503);
    const { search } = new URL(context.req.url);
    const jar = jarOf(userId);
    const target = new URL(`${path}${search}`, home);
    const answer = await reach(context.req.raw, { target, jar }).catch(() => null);
    if (answer === null) return context.html("<!doctype html><meta charset=utf-8><p>微应用没有回应。</p>", 502);
    keepCookies(jar, answer.headers);
    return dressed(answer, { prefix: framePrefix(userId), userId, home });
  }

  return {
    open: (context, userId) =>
      pass(context, { userId, path: `/${context.req.path.slice(framePrefix(userId).length)}` }),
    async strayed(context) {
      const { path, raw } = context.req;
      const [, userId] = /\/_simulator\/phone\/([^/?#]+)\//.exec(raw.headers.get("referer") ?? "") ?? [];
      if (userId !== undefined) return pass(context, { userId: decodeURIComponent(userId), path });
      const isAsset = raw.method === "GET" && raw.headers.get("sec-fetch-site") === "same-origin";
      return isAsset ? pass(context, { userId: "", path }) : null;
    },
  };
}

async function reach(request: Request, { target, jar }: { target: URL; jar: Jar }): Promise<Response> {
  const headers = new Headers(request.headers);
  for (const name of NOT_SENT) headers.delete(name);
  headers.set("user-agent", userAgentOf("ios"));
  if (request.headers.has("origin")) headers.set("origin", target.origin);
  if (jar.size > 0) headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  const body = hasBody ? await request.arrayBuffer() : null;
  return fetch(target, { method: request.method, headers, body, redirect: "manual", signal: request.signal });
}

function keepCookies(jar: Jar, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) {
    const [, name = "", value = ""] = /^([^=;]+)=([^;]*)/.exec(cookie) ?? [];
    const isGone = value === "" || /;\s*max-age=(0|-\d+)\b/i.test(cookie);
    if (isGone) jar.delete(name);
    else jar.set(name, value);
  }
}

async function dressed(
  answer: Response,
  { prefix, userId, home }: { prefix: string; userId: string; home: string },
): Promise<Response> {
  const headers = new Headers(answer.headers);
  for (const name of NOT_GIVEN) headers.delete(name);
  const to = headers.get("location");
  if (to !== null) headers.set("location", homed(new URL(to, home), { prefix, home }));
  const { status } = answer;
  const isPage = headers.get("content-type")?.includes("text/html") === true;
  if (!isPage) return new Response([204, 304].includes(status) ? null : answer.body, { status, headers });
  headers.set("cache-control", "no-store");
  const bridge = `<script src="/_simulator/bridge.js?user=${encodeURIComponent(userId)}&frame=1"></script>`;
  const page = (await answer.text())
    .replace(/<head[^>]*>/i, (head) => head + bridge)
    .replace(/\b(src|href)="\/(?!\/|_simulator\/)/g, `$1="${prefix}`);
  return new Response(page, { status, headers });
}

function homed(url: URL, { prefix, home }: { prefix: string; home: string }): string {
  return url.origin === new URL(home).origin ? `${prefix}${url.pathname.slice(1)}${url.search}${url.hash}` : url.href;
}
