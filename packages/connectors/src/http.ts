import { textOf } from "./body.ts";
import type { Means } from "./connector.ts";
import { ConnectorError, type ConnectorErrorFacts, type ConnectorErrorKind } from "./error.ts";
import { retryAfterOf } from "./retry-after.ts";

/** One call to make. `base` comes from the settings, `path` from the connector: `/issues.json`. */
export interface Outgoing {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly base: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a form goes as it is. */
  readonly body?: object | URLSearchParams;
  /** What the product says in its own way; null leaves an answer to the usual reading. */
  readonly classify?: (answer: Answer) => ConnectorErrorFacts | null;
}

/** What came back; `body` is the parsed JSON, null when there was none. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  readonly text: string;
}

const timeoutMs = 20_000;

/** Makes one call once and answers what was sent back with a 2xx. Throws `ConnectorError`; a 2xx that is no JSON is `unreadable`. */
export async function request(means: Pick<Means, "fetch" | "now">, call: Outgoing): Promise<Answer> {
  const answer = await exchange(means.fetch, call);
  const facts = call.classify?.(answer) ?? usual(answer);
  if (facts === null) return answer;
  throw new ConnectorError({ retryAfterMs: retryAfterOf(answer.headers.get("retry-after"), means.now()), ...facts });
}

async function exchange(fetch: Means["fetch"], call: Outgoing): Promise<Answer> {
  const patience = new AbortController();
  // Not `AbortSignal.timeout`, which goes on after the answer: a push would have thousands of them.
  const timer = setTimeout(() => patience.abort(), timeoutMs);
  const { signal } = patience;
  try {
    return await Promise.race([receive(fetch, requestOf(call, signal)), aborted(signal)]);
  } catch (error) {
    if (error instanceof ConnectorError) throw error;
    throw new ConnectorError({ kind: "timeout", code: signal.aborted ? "timeout" : "unreachable" });
  } finally {
    clearTimeout(timer);
  }
}

async function receive(fetch: Means["fetch"], outgoing: Request): Promise<Answer> {
  const response = await fetch(outgoing);
  const text = await textOf(response);
  return { status: response.status, headers: response.headers, body: jsonOf(text), text };
}

function requestOf(call: Outgoing, signal: AbortSignal): Request {
  const url = new URL(call.base + call.path);
  for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
  const isForm = call.body instanceof URLSearchParams;
  return new Request(url, {
    method: call.method,
    // A redirect would carry the key to a place nobody chose.
    redirect: "manual",
    signal,
    headers: {
      accept: "application/json",
      ...(call.body === undefined || isForm ? {} : { "content-type": "application/json" }),
      ...call.headers,
    },
    ...(call.body === undefined
      ? {}
      : { body: call.body instanceof URLSearchParams ? call.body : JSON.stringify(call.body) }),
  });
}

const kinds: Readonly<Record<number, ConnectorErrorKind>> = {
  401: "credentials",
  403: "permission",
  404: "not-found",
  408: "busy",
  410: "not-found",
  425: "busy",
  429: "throttled",
};

function usual({ status, headers, body, text }: Answer): ConnectorErrorFacts | null {
  const code = String(status);
  if (status >= 300 && status < 400) return { kind: "refused-host", code: "redirect", field: "address" };
  if (status >= 500) return { kind: "busy", code };
  const isHtml = /html/.test(headers.get("content-type") ?? "") || /^\s*</.test(text);
  // A page where a record was asked for is another server's word, not that the record is gone.
  if (isHtml && (status < 300 || status === 404 || status === 410)) return { kind: "unreadable", code: "html" };
  if (status >= 400) return { kind: kinds[status] ?? "invalid", code };
  return body === null && text.trim() !== "" ? { kind: "unreadable", code: "not-json" } : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
