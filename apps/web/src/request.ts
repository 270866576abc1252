import { ApiProblem, type FieldFault, type ReachCode } from "./problem.ts";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** After this many milliseconds a stalled answer counts as none. */
const patience = 8_000;

/** One request to our own server, which may take so many milliseconds; throws `ApiProblem` and nothing else. */
export async function request<Answer>(
  method: Method,
  path: string,
  body?: unknown,
  waitMs = patience,
): Promise<Answer> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), waitMs);
  const sent =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  try {
    const response = await fetch(path, { method, credentials: "same-origin", signal: stop.signal, ...sent });
    return await decode<Answer>(response);
  } catch (error) {
    if (error instanceof ApiProblem) throw error;
    throw new ApiProblem(stop.signal.aborted ? "timeout" : whyNoAnswer(), 0);
  } finally {
    clearTimeout(timer);
  }
}

/** The same patience for what is not a request; throws `timeout`. */
export async function within<Value>(work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ApiProblem("timeout", 0)), patience);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function whyNoAnswer(): ReachCode {
  return navigator.onLine === false ? "offline" : "unreachable";
}

async function decode<Answer>(response: Response): Promise<Answer> {
  if (response.status === 204) return undefined as Answer;
  const type = response.headers.get("content-type") ?? "";
  if (!type.includes("json")) throw new ApiProblem("unreachable", response.ok ? 0 : response.status);
  const body: unknown = await response.json();
  if (response.ok) return body as Answer;
  const { code, current, fields } = body as { code?: unknown; current?: unknown; fields?: readonly FieldFault[] };
  throw new ApiProblem(typeof code === "string" ? code : "internal", response.status, current, fields);
}
