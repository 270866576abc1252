import { lookup as resolve } from "node:dns";
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import type { LookupFunction } from "node:net";
import { Readable } from "node:stream";
import { type Request, Response } from "miniflare";
import { isPrivateAddress, isPrivateHost } from "../../packages/connectors/src/private-host.ts";

/** The worker's way out to other systems. */
export type Outgoing = (request: Request) => Promise<Response>;

const PATIENCE_MS = 30_000;
/** Says to the worker why nothing was sent; from the far side it does not pass. */
const REFUSAL = "today-outgoing";
const PRIVATE = "EPRIVATE";
const HOP_BY_HOP = /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|host|content-length)$/;
const OWN = /^(mf-.*|cf-.*|today-outgoing|accept-encoding)$/;
const EMPTY = [204, 205, 304];

/**
 * Requests go out from here and not from workerd, because here it is known which address a name has at the moment it is
 * called: unless private ones are allowed, none is connected to, whatever the name was yesterday. Follows no redirect.
 */
export function openOutgoing(allowsPrivate: boolean, lookup: LookupFunction = resolve): Outgoing {
  const options = { keepAlive: true, maxSockets: 16, timeout: PATIENCE_MS };
  const guarded = allowsPrivate ? lookup : publicOnly(lookup);
  const agents = {
    "http:": new HttpAgent({ ...options, lookup: guarded }),
    "https:": new HttpsAgent({ ...options, lookup: guarded }),
  };
  return async (request) => {
    const url = new URL(request.url);
    // Node.js looks up no literal address.
    if (!allowsPrivate && isPrivateHost(url.hostname)) return refused("private");
    try {
      return answerOf(await send(request, url, agents));
    } catch (error) {
      return refused(codeOf(error) === PRIVATE ? "private" : "unreachable");
    }
  };
}

/** The same lookup, but a name is not found at all when any of its addresses is private. */
function publicOnly(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) =>
    lookup(hostname, options, (error, address, family) => {
      const found = Array.isArray(address) ? address.map((one) => one.address) : [address];
      const isInside = error === null && found.some(isPrivateAddress);
      callback(isInside ? Object.assign(new Error("private address"), { code: PRIVATE }) : error, address, family);
    });
}

interface Agents {
  readonly "http:": HttpAgent;
  readonly "https:": HttpsAgent;
}

async function send(request: Request, url: URL, agents: Agents): Promise<IncomingMessage> {
  const body = request.body === null ? null : Buffer.from(await request.arrayBuffer());
  const passed = [...request.headers].filter(([name]) => !HOP_BY_HOP.test(name) && !OWN.test(name));
  const length = body === null ? {} : { "content-length": String(body.byteLength) };
  const options = { method: request.method, headers: { ...Object.fromEntries(passed), ...length } };
  return new Promise((done, fail) => {
    const sent =
      url.protocol === "https:"
        ? httpsRequest(url, { ...options, agent: agents["https:"] }, done)
        : httpRequest(url, { ...options, agent: agents["http:"] }, done);
    sent.setTimeout(PATIENCE_MS, () => sent.destroy(new Error("no answer")));
    sent.once("error", fail);
    sent.end(body ?? undefined);
  });
}

function answerOf(message: IncomingMessage): Response {
  const status = message.statusCode ?? 502;
  const headers: [string, string][] = [];
  for (let at = 0; at < message.rawHeaders.length; at += 2) {
    const [name = "", value = ""] = message.rawHeaders.slice(at, at + 2);
    const known = name.toLowerCase();
    if (!HOP_BY_HOP.test(known) && !OWN.test(known)) headers.push([known, value]);
  }
  if (EMPTY.includes(status)) message.resume();
  return new Response(EMPTY.includes(status) ? null : Readable.toWeb(message), { status, headers });
}

function refused(why: "private" | "unreachable"): Response {
  return new Response(null, { status: 502, headers: { [REFUSAL]: why } });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : null;
}
