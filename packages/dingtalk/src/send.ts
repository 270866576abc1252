import type { Instant } from "@today/core/time/minutes";
import { type Answer, decode } from "./envelope.ts";
import { DingTalkError, type DingTalkErrorKind } from "./error.ts";
import { type Clock, createPacer, type Gate } from "./pace.ts";
import { peopleAsked } from "./people-asked.ts";

/** Takes a request, as the global `fetch` does. */
export type Fetch = (request: Request) => Promise<Response>;

export type Outcome = "ok" | DingTalkErrorKind;

/** One HTTP call that was made. */
export interface MadeCall {
  /** Without query and people, `/attendance/listRecord`. */
  readonly path: string;
  readonly outcome: Outcome;
  /** DingTalk's own word for the failure, null when there was none: `"90018"`. */
  readonly code: string | null;
  readonly at: Instant;
  /** Milliseconds until the answer was there or given up. */
  readonly took: number;
  /** How many people it asked about. */
  readonly people: number;
}

/** Told of every HTTP call made, retries included. */
export interface Meter {
  count(call: MadeCall): void;
}

/** One HTTP call to make. A null body makes no body. */
export interface Outgoing {
  readonly method: string;
  readonly base: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface SendMeans extends Clock {
  readonly fetch: Fetch;
  readonly meter: Meter;
  readonly timeoutMs: number;
  readonly callsPerSecond: number;
  readonly gate?: Gate;
}

/** Makes the function that sends one call once: let through by the gate, timed, decoded, metered. */
export function createSend(means: SendMeans): (call: Outgoing) => Promise<Answer> {
  const { fetch, meter, timeoutMs, gate = createPacer(means, means.callsPerSecond) } = means;

  return async (call) => {
    const path = pathOf(call);
    await gate.enter(path);
    const at = means.now();
    const count = (outcome: Outcome, code: string | null) =>
      meter.count({ path, outcome, code, at, took: Math.max(0, means.now() - at), people: peopleAsked(call.body) });
    try {
      const answer = await exchange(requestOf(call), path, { fetch, timeoutMs });
      count("ok", null);
      return answer;
    } catch (error) {
      if (error instanceof DingTalkError) count(error.kind, error.code);
      throw error;
    }
  };
}

async function exchange(
  request: (signal: AbortSignal) => Request,
  path: string,
  means: { fetch: Fetch; timeoutMs: number },
): Promise<Answer> {
  const { fetch, timeoutMs } = means;
  const signal = AbortSignal.timeout(timeoutMs);
  const reply = await Promise.race([receive(fetch, request(signal)), aborted(signal)]).catch(() => {
    throw new DingTalkError({ kind: "timeout", path, code: signal.aborted ? "timeout" : "unreachable" });
  });
  return decode({ path, ...reply });
}

async function receive(fetch: Fetch, request: Request) {
  const response = await fetch(request);
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return {
    status: response.status,
    text: await response.text(),
    retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : null,
  };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

function requestOf(call: Outgoing): (signal: AbortSignal) => Request {
  const url = new URL(call.base.replace(/\/+$/, "") + call.path);
  for (const [name, value] of Object.entries(call.query)) url.searchParams.set(name, value);
  const hasBody = call.body !== null && call.body !== undefined;
  return (signal) =>
    new Request(url, {
      method: call.method,
      // A redirect would carry the token to a place nobody chose.
      redirect: "manual",
      signal,
      headers: {
        accept: "application/json",
        ...(hasBody ? { "content-type": "application/json" } : {}),
        ...call.headers,
      },
      ...(hasBody ? { body: JSON.stringify(call.body) } : {}),
    });
}

/** The path of a call without its query, and without whose todo it is: `/v1.0/todo/users/:unionId/tasks/:taskId`. */
export function pathOf(call: Pick<Outgoing, "path">): string {
  const path = call.path.split("?")[0] ?? call.path;
  return path
    .replace(/^(\/v1\.0\/todo\/users\/)[^/]+/, "$1:unionId")
    .replace(/^(\/v1\.0\/todo\/users\/:unionId\/tasks\/)[^/]+/, "$1:taskId");
}
