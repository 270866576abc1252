/** The worker's HTTP API as the host uses it. */
export interface WorkerDoor {
  /** Answers the JSON of the response, or throws the problem's code. */
  call(method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<unknown>;
}

const PATIENCE_MS = 30_000;

/** The door of somebody who has not signed in. */
export function openDoor(origin: string): WorkerDoor {
  return doorWith(origin, {});
}

/** Signs in with a DingTalk login code and answers the door of that person. */
export async function signIn(origin: string, code: string): Promise<WorkerDoor> {
  const response = await send(origin, { method: "POST", path: "/api/session", headers: {}, body: { code } });
  await readAnswer(response);
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  return doorWith(origin, { cookie });
}

/** Days and pulls that the worker has not finished yet. */
export async function readPending(door: WorkerDoor): Promise<number> {
  const { pending } = (await door.call("GET", "/api/health")) as { pending: number };
  return pending;
}

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

function doorWith(origin: string, headers: Readonly<Record<string, string>>): WorkerDoor {
  return {
    call: async (method, path, body) => readAnswer(await send(origin, { method, path, headers, body })),
  };
}

function send(origin: string, { method, path, headers, body }: Sent): Promise<Response> {
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  const type = body === undefined ? {} : { "content-type": "application/json" };
  return fetch(`${origin}${path}`, {
    method,
    headers: { ...headers, ...type },
    signal: AbortSignal.timeout(PATIENCE_MS),
    ...json,
  });
}

async function readAnswer(response: Response): Promise<unknown> {
  const text = await response.text();
  if (response.ok) return text === "" ? null : JSON.parse(text);
  throw new Error(`${new URL(response.url).pathname} answered ${response.status} ${codeOf(text)}`);
}

function codeOf(text: string): string {
  try {
    return JSON.parse(text).code ?? "";
  } catch {
    return "";
  }
}
