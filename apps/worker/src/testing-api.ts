import type { NewApiKey, Problem } from "./contract.ts";
import type { Scope } from "./public/scope.ts";
import type { Answer, Caller, House } from "./testing.ts";

/** A program in front of a house. */
export interface Program extends Caller {
  readonly id: string;
  readonly key: string;
  /** A write under an idempotency key. */
  post<Body = unknown>(path: string, body: unknown, once?: string): Promise<Answer<Body>>;
}

/** Lin becomes admin and makes a key. */
export async function programIn(house: House, scopes: readonly Scope[], days: number | null = null): Promise<Program> {
  await house.db.batch([
    house.db.prepare("insert or ignore into person (company_id, id, name) values (?1, 'lin', '林')", house.id),
    house.db.prepare("insert or ignore into role_grant values (?1, 'lin', 'admin')", house.id),
  ]);
  const id = crypto.randomUUID();
  const { body: made } = await house
    .as("lin")
    .call<NewApiKey>("POST", "/api/api-keys", { id, name: "Zapier", scopes, days });
  return { ...programWith(house, made.key), id, key: made.key };
}

/** A program that sends that key. */
export function programWith(house: House, key: string): Omit<Program, "id" | "key"> {
  async function send<Body>(method: string, path: string, body?: unknown, once?: string): Promise<Answer<Body>> {
    const headers = {
      authorization: `Bearer ${key}`,
      ...(once === undefined ? {} : { "idempotency-key": once }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    };
    const content = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
    const response = await house.request(path, { method, headers, ...content });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text === "" ? null : JSON.parse(text)) as Body,
    };
  }
  return {
    call: (method, path, body) => send(method, path, body),
    refused: (method, path, body) => send<Problem>(method, path, body),
    post: (path, body, once = crypto.randomUUID()) => send("POST", path, body, once),
  };
}
