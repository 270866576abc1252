import { z } from "zod";
import type { DingTalkOptions } from "../client.ts";
import { DingTalkError } from "../error.ts";
import { readAnswer, text } from "../lenient.ts";
import { withRetries } from "../retry.ts";
import { createSend } from "../send.ts";

const PATH = "/v1.0/gateway/connections/open";

const openAnswer = z.object({ endpoint: text, ticket: text });

/**
 * Asks for a Stream connection and gives the address to connect to, `wss://…/connect?ticket=…`, good once and for 90 seconds: never keep
 * it. All events that the console selects come. Whether the call is counted is not documented: one for each connection.
 */
export async function streamAddress(options: DingTalkOptions, userAgent = "today/1.0"): Promise<string> {
  const { apiBase, appKey, appSecret, sleep } = options;
  const send = createSend({ timeoutMs: 10_000, callsPerSecond: 20, ...options });
  const subscriptions = [{ type: "EVENT", topic: "*" }];
  const body = { clientId: appKey, clientSecret: appSecret, subscriptions, ua: userAgent };
  const call = { method: "POST", base: apiBase, path: PATH, query: {}, headers: {}, body };
  const answer = await withRetries(() => send(call), { sleep, renewToken: null });
  const { endpoint, ticket } = readAnswer(answer, PATH, openAnswer);
  if (!URL.canParse(endpoint)) throw new DingTalkError({ kind: "unreadable", path: PATH, code: "endpoint" });
  const { href, search } = new URL(endpoint);
  return `${href}${search === "" ? "?" : "&"}ticket=${encodeURIComponent(ticket)}`;
}

/** The same address for places that open WebSockets by `fetch` with `Upgrade: websocket`, as Cloudflare does: `wss:` becomes `https:`. */
export function fetchAddress(streamAddress: string): string {
  return streamAddress.replace(/^ws(?=s?:)/, "http");
}
