import { createExecutionContext, createMessageBatch, getQueueResult, waitOnExecutionContext } from "cloudflare:test";
import { env as bindings } from "cloudflare:workers";
import { instantAt } from "@today/core/time/zone";
import { type Database, openDatabase } from "@today/db/database";
import type { SimulatorOptions } from "@today/simulator/options";
import { createSimulator, type Simulator } from "@today/simulator/simulator";
import { createApi } from "./api.ts";
import { type Context, contextOf, theProduct, type World } from "./context.ts";
import type { Env } from "./env.ts";
import type { Job } from "./job.ts";
import { startRun } from "./operations/start-run.ts";
import { consume } from "./queue.ts";
import type { RunWish } from "./run-plan/run-plan.ts";
import { keepingQueue } from "./testing-queue.ts";

/** A pretend DingTalk and a company of its own that pulls from it, with a queue that is emptied by hand. */
export interface Town {
  readonly companyId: string;
  readonly simulator: Simulator;
  readonly db: Database;
  readonly env: Env;
  /** Hosts that are not DingTalk's and who answers there: `town.outside["pm.example.com"] = stub.fetch`. */
  readonly outside: Record<string, World["fetch"]>;
  /** Tests may put another network in its place. */
  readonly world: { -readonly [Key in keyof World]: World[Key] };
  readonly queue: Job[];
  /** What DingTalk has pushed, as it came. */
  readonly pushes: Request[];
  context(): Promise<Context>;
  /** `/_simulator/…`. */
  control(path: string, body?: object, method?: string): Promise<void>;
  /** Begins a pull and does all that follows from it. */
  run(wish: RunWish): Promise<void>;
  /** Hands the next messages to the consumer, in a world of its own. */
  stepIn(world: World): Promise<void>;
  /** Does what is on the queue until nothing is left. */
  drain(): Promise<void>;
  /** Lets minutes go by in which the sweeper comes every five or so, and does all that follows. */
  sweepFor(minutes: number, every?: number): Promise<void>;
  /** Takes a request at the front door. */
  receive(request: Request): Promise<Response>;
  /** Has DingTalk push events from now on. */
  listen(switches?: object): Promise<void>;
  /** Lets the clock go on to a minute of a date. */
  goTo(date: string, minute: number): Promise<void>;
}

const messagesAtOnce = 25;

/** What a town may be told besides: other systems by their host, and settings. */
export interface TownOptions extends SimulatorOptions {
  readonly outside?: Readonly<Record<string, World["fetch"]>>;
  readonly env?: Partial<Env>;
}

/** Opens a town whose people are already known. */
export async function openTown({ outside: others = {}, env: more = {}, ...options }: TownOptions = {}): Promise<Town> {
  const companyId = `t-${crypto.randomUUID()}`;
  const app = { corpId: companyId, ...options.app };
  const pushes: Request[] = [];
  const send = async (request: Request) => {
    pushes.push(request.clone());
    return town.receive(request);
  };
  const simulator = createSimulator({ people: 30, throttle: false, monthlyCalls: 1_000_000, send, ...options, app });
  const outside: Town["outside"] = { ...others };
  const fetch: World["fetch"] = (request) => (outside[new URL(request.url).host] ?? simulator.fetch)(request);
  const world: Town["world"] = { fetch, now: async () => simulator.now(), sleep: async () => {} };
  const queue: Job[] = [];
  const env = {
    ...envOf(simulator, queue),
    DINGTALK_MONTHLY_CALLS: String(options.monthlyCalls ?? 1_000_000),
    ...more,
  };
  const context = () => contextOf(env, world, theProduct);

  const delayed = new WeakMap<Job, number>();
  const dueOf = (job: Job) => delayed.get(job) ?? 0;

  async function stepIn(around: World): Promise<void> {
    const jobs = queue.splice(0, messagesAtOnce);
    const timestamp = new Date(simulator.now());
    const messages = jobs.map((body, n) => ({ id: String(n), timestamp, attempts: 1, body }));
    const batch = createMessageBatch<Job>("today", messages);
    const noting = batch.messages.map((message) => ({
      ...{ id: message.id, timestamp, body: message.body, attempts: message.attempts, ack: () => message.ack() },
      retry(how?: QueueRetryOptions) {
        delayed.set(message.body, simulator.now() + (how?.delaySeconds ?? 0) * 1000);
        message.retry(how);
      },
    }));
    await consume({ messages: noting }, env, around);
    const { retryMessages } = await getQueueResult(batch, createExecutionContext());
    for (const { msgId } of retryMessages) queue.push(...batch.messages.slice(Number(msgId)).slice(0, 1).map(bodyOf));
  }

  async function drain(): Promise<void> {
    while (queue.length > 0) {
      // What is to come back later waits until there is nothing else to do; then the clock goes on.
      queue.sort((a, b) => dueOf(a) - dueOf(b));
      const [first] = queue;
      if (first !== undefined && dueOf(first) > simulator.now()) await simulator.advanceTo(dueOf(first));
      await stepIn(world);
    }
  }

  const api = createApi(world);
  const town: Town = {
    ...{ companyId, simulator, env, outside, world, queue, pushes, context, stepIn, drain },
    db: openDatabase(bindings.DB),
    async control(path, body, method = "POST") {
      const init = body === undefined ? {} : { method, body: JSON.stringify(body) };
      const answer = await simulator.fetch(new Request(`http://simulator/_simulator/${path}`, init));
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    },
    async run(wish) {
      await simulator.advanceTo(simulator.now() + 1000);
      await startRun(await context(), wish);
      await drain();
    },
    async sweepFor(minutes, every = 5) {
      for (let left = minutes; left > 0; left -= every) {
        await simulator.advanceTo(simulator.now() + every * 60_000);
        queue.push({ kind: "resume" });
        await drain();
      }
    },
    async receive(request) {
      const execution = createExecutionContext();
      const answer = await api.fetch(request, env, execution);
      await waitOnExecutionContext(execution);
      return answer;
    },
    async listen(switches = {}) {
      const [token, aesKey] = [env.DINGTALK_CALLBACK_TOKEN, env.DINGTALK_CALLBACK_AES_KEY];
      await town.control("callback", { url: "http://today.test/dingtalk/callback", token, aesKey });
      await town.control("switches", switches);
    },
    goTo: (date, minute) => simulator.advanceTo(instantAt(date, minute, "Asia/Shanghai")),
  };
  await town.run({ kind: "directory" });
  return town;
}

function bodyOf({ body }: Message<Job>): Job {
  return body;
}

function envOf({ app }: Simulator, jobs: Job[]): Env {
  const queue = keepingQueue(jobs);
  return {
    ...{ DB: bindings.DB, QUEUE: queue, SETTLING: queue, PUSHING: queue },
    SESSION_SECRET: "a-secret-of-the-tests-that-is-long-enough",
    DINGTALK_CORP_ID: app.corpId,
    DINGTALK_APP_KEY: app.appKey,
    DINGTALK_APP_SECRET: app.appSecret,
    DINGTALK_API_BASE: "http://simulator",
    DINGTALK_OAPI_BASE: "http://simulator",
    DINGTALK_CALLS_PER_SECOND: "100000",
    DINGTALK_MONTHLY_CALLS: "1000000",
    DINGTALK_CALLBACK_TOKEN: "token123",
    DINGTALK_CALLBACK_AES_KEY: "4g5j64qlyl3zvetqxz5jiocdr586fn2zvjpa8zls3ij",
  };
}

/** Every row that a pull and its settling leave, without the times at which they came, to compare two towns by. */
export async function rowsOf({ db, companyId }: Town): Promise<Record<string, unknown[]>> {
  const queries = {
    punches: `select person_id, work_date, record_id, digest, at, type, valid, invalid_reason from punch
      where company_id = ?1 order by person_id, work_date, record_id, received_at`,
    schedules: `select person_id, work_date, digest, shift from schedule where company_id = ?1
      order by person_id, work_date, received_at`,
    leaves: "select person_id, from_at, to_at, present from leave where company_id = ?1 order by 1, 2, 3, received_at",
    workdays: `select person_id, date, planned, attended, counted, leave, unassigned, status, warnings from workday
      where company_id = ?1 order by person_id, date`,
    allocations: `select person_id, date, n, project_id, minutes, basis, place from allocation where company_id = ?1
      order by person_id, date, n`,
    dirty: "select person_id, date from dirty_day where company_id = ?1 and date <= '2026-09-17' order by 1, 2",
  };
  const entries = Object.entries(queries).map(async ([name, sql]) => [name, await db.all(sql, companyId)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** The departments as the product knows them. */
export function departmentsOf({ db, companyId }: Town): Promise<Record<string, unknown>[]> {
  return db.all("select id, parent_id, name from department where company_id = ?1 order by id", companyId);
}
