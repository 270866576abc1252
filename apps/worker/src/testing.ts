import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env as bindings } from "cloudflare:workers";
import { addPeople, beijing, mintCompany, type TestCompany } from "@today/db/testing";
import type { Fetch } from "@today/dingtalk/send";
import { createApi } from "./api.ts";
import { type Context, contextOf, theProduct } from "./context.ts";
import type { Problem } from "./contract.ts";
import type { Env } from "./env.ts";
import type { Job } from "./job.ts";
import { sealSession } from "./session.ts";
import { demandDocumented, type Operation, operationsOf } from "./testing-documented.ts";
import { keepingQueue } from "./testing-queue.ts";
import { meterRows, type RowUsage } from "./testing-usage.ts";

const secret = "a-secret-of-the-tests-that-is-long-enough";

let operations: Operation[] | undefined;

/** What came back: JSON where there is any, else text. */
export interface Answer<Body = unknown> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

/** Somebody in front of the API. */
export interface Caller {
  call<Body = unknown>(method: string, path: string, body?: unknown): Promise<Answer<Body>>;
  /** A request that is to be refused; gives its status and problem. */
  refused(method: string, path: string, body?: unknown): Promise<Answer<Problem>>;
}

/** A company of its own behind the whole HTTP surface, every answer held to its document, and a clock that stands still. */
export interface House extends TestCompany {
  now: number;
  /** Rows touched on behalf of requests. */
  readonly usage: RowUsage;
  /** What was put on the queue. */
  readonly sent: Job[];
  readonly env: Env;
  readonly nobody: Caller;
  as(person: string): Caller;
  holding(cookie: string): Caller;
  request(path: string, init: RequestInit): Promise<Response>;
  count(): Promise<Record<string, number>>;
}

/** Thursday 17 September 2026 at 13:30, people `zhao` and `qian`. */
export async function openHouse(over: { readonly fetch?: Fetch; readonly env?: Partial<Env> } = {}): Promise<House> {
  const company = await mintCompany();
  await addPeople(company, ["zhao", "qian"]);
  const sent: Job[] = [];
  const usage = { rowsRead: 0, rowsWritten: 0 };
  const env = { ...envOf(company, sent), DB: meterRows(bindings.DB, usage), ...over.env };
  const world = { fetch: over.fetch ?? noNetwork, now: async () => house.now, sleep: async () => {} };
  const api = createApi(world);

  async function request(path: string, init: RequestInit): Promise<Response> {
    const execution = createExecutionContext();
    const response = await api.fetch(new Request(`http://today.test${path}`, init), env, execution);
    await waitOnExecutionContext(execution);
    operations ??= await operationsOf(api, env);
    const isProblem = response.headers.get("content-type") === "application/problem+json";
    const code = isProblem ? (await response.clone().json<Problem>()).code : null;
    demandDocumented(operations, { method: init.method ?? "GET", path }, { status: response.status, code });
    return response;
  }

  function callerWith(cookie: () => Promise<string>): Caller {
    async function call<Body>(method: string, path: string, body?: unknown): Promise<Answer<Body>> {
      const headers = { cookie: await cookie(), ...(body === undefined ? {} : { "content-type": "application/json" }) };
      const content = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
      const response = await request(path, { method, headers, ...content });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: (text === "" ? null : isJson(response) ? JSON.parse(text) : text) as Body,
      };
    }
    return { call, refused: (method, path, body) => call<Problem>(method, path, body) };
  }

  const house: House = {
    ...company,
    usage,
    now: beijing("2026-09-17", 13 * 60 + 30),
    sent,
    env,
    request,
    nobody: callerWith(async () => ""),
    as: (person) => callerWith(() => cookieOf(company.id, person, house.now)),
    holding: (cookie) => callerWith(async () => cookie),
    count: () => countRows(company),
  };
  return house;
}

function isJson(response: Response): boolean {
  return /json/.test(response.headers.get("content-type") ?? "");
}

/** The cookie of a session that began at that instant. */
export async function cookieOf(company: string, person: string, issuedAt: number, key = secret): Promise<string> {
  const header = await sealSession({ company, person, issuedAt }, key, false);
  return header.split(";")[0] ?? "";
}

const tables = [
  ...["person", "role_grant", "project", "project_member", "site", "punch", "schedule", "leave", "pick"],
  ...["pick_withdrawal", "split", "workday", "allocation", "dirty_day", "sync_run", "event", "history"],
];

async function countRows({ id, db }: TestCompany): Promise<Record<string, number>> {
  const counts = tables.map((table) => `(select count(*) from ${table} where company_id = ?1) as ${table}`);
  const [row] = await db.all<Record<string, number>>(`select ${counts.join(", ")}`, id);
  return row ?? {};
}

const noNetwork: Fetch = () => Promise.reject(new Error("no network"));

function envOf({ id }: TestCompany, sent: Job[]): Env {
  const queue = keepingQueue(sent);
  return {
    DB: bindings.DB,
    QUEUE: queue,
    SETTLING: queue,
    PUSHING: queue,
    SESSION_SECRET: secret,
    DINGTALK_CORP_ID: id,
    DINGTALK_AGENT_ID: "123",
    DINGTALK_APP_KEY: "dingkey",
    DINGTALK_APP_SECRET: "secret",
    DINGTALK_CALLBACK_TOKEN: "123456",
    DINGTALK_CALLBACK_AES_KEY: "4g5j64qlyl3zvetqxz5jiocdr586fn2zvjpa8zls3ij",
  };
}

/** The product itself at work in a house, for what the queue would do. */
export function productIn(house: House): Promise<Context> {
  return contextOf(house.env, { fetch: noNetwork, now: async () => house.now }, theProduct);
}
