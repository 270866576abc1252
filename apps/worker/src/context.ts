import type { Role } from "@today/core/person";
import type { Instant } from "@today/core/time/minutes";
import { type Database, openDatabase } from "@today/db/database";
import { openTokens } from "@today/db/token";
import { type BrowserPerson, personOfAuthCode } from "@today/dingtalk/browser-login";
import { createDingTalk, type DingTalk } from "@today/dingtalk/client";
import type { Fetch } from "@today/dingtalk/send";
import { type CallMeter, createCallMeter } from "./call-meter.ts";
import { createUnderway } from "./calls-underway.ts";
import { sleep, startWatch } from "./clock.ts";
import { type Digest, digestWith } from "./digest.ts";
import { type Env, type EventsBy, readSettings, type Settings } from "./env.ts";
import { isOutgoing, type Job } from "./job.ts";
import { createSharedGate, type SharedGate } from "./shared-gate.ts";
import { openMeans, type TargetMeans } from "./targets/means.ts";
import { throughHost } from "./targets/outgoing.ts";

/** Who acts: a signed-in person, a key of another program, or the product itself in the background. */
export interface Actor {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly channel: "app" | "job" | "dingtalk" | "api";
}

/** The product itself. */
export const theProduct: Actor = { id: "today", roles: [], channel: "job" };

export interface Company {
  readonly id: string;
  /** IANA zone. */
  readonly zone: string;
  /** How many counted DingTalk calls a month it has. */
  readonly monthlyCalls: number;
  /** Under which DingTalk sends its 工作通知; null where there is none. */
  readonly agentId: string | null;
  /** Under which the product is reached; null where it is not known. */
  readonly publicUrl: string | null;
  /** How events come from DingTalk. */
  readonly eventsBy: EventsBy;
  /** Digests what its people are recognised by. */
  readonly digest: Digest;
}

/** DingTalk with its calls counted. */
export interface CountedDingTalk extends DingTalk {
  readonly calls: CallMeter;
  /** Waits for calls that are under way although nobody waits for them any more, so that they are counted too. */
  idle(): Promise<void>;
  readonly gate: SharedGate;
  /** The same DingTalk, its calls counted for a run. */
  forRun(runId: string): CountedDingTalk;
  /** Who signed in with DingTalk in a browser; throws `code-invalid`. */
  personOfAuthCode(authCode: string): Promise<BrowserPerson>;
  /** Asks once for what several want at the same time, `once("shift 12", ask)`; a failed answer is forgotten. */
  once<T>(key: string, ask: () => Promise<T>): Promise<T>;
}

/** The world as a verb sees it; made at the door, passed by hand. */
export interface Context {
  readonly db: Database;
  readonly dingtalk: CountedDingTalk;
  readonly queue: { sendBatch(messages: { body: Job; delaySeconds?: number }[]): Promise<unknown> };
  readonly now: Instant;
  readonly company: Company;
  readonly actor: Actor;
  readonly targets: TargetMeans;
}

/** What lies outside: the network and the time. Tests bring the simulator's and do not wait. */
export interface World {
  readonly fetch: Fetch;
  readonly now: (env: Env) => Promise<Instant>;
  readonly sleep?: (ms: number) => Promise<void>;
}

/** The context of one request or message; throws `SettingsError`. */
export async function contextOf(env: Env, world: World, actor: Actor): Promise<Context> {
  const settings = readSettings(env);
  const now = await world.now(env);
  const db = openDatabase(env.DB);
  const company = {
    id: settings.corpId,
    agentId: settings.agentId,
    publicUrl: settings.publicUrl,
    zone: settings.zone,
    monthlyCalls: settings.monthlyCalls,
    eventsBy: settings.events,
    digest: digestWith(settings.sessionSecret, settings.corpId),
  };
  return {
    db,
    dingtalk: openDingTalk(db, settings, { world, now, patient: actor.channel === "job" }),
    queue: openQueue(env),
    now,
    company,
    actor,
    targets: openMeans(settings, outgoingOf(env, world)),
  };
}

/** Where the host has a way out of its own for other systems, it is taken. */
function outgoingOf({ OUTGOING: outgoing }: Env, world: World): Fetch {
  return outgoing === undefined ? world.fetch : throughHost(outgoing);
}

/** Each message goes where its kind is consumed. */
function openQueue(env: Env): Context["queue"] {
  const nameOf = (job: Job) => (job.kind === "settle" ? "SETTLING" : isOutgoing(job) ? "PUSHING" : "QUEUE");
  return {
    sendBatch: async (messages) => {
      for (const name of ["SETTLING", "QUEUE", "PUSHING"] as const) {
        const some = messages.filter(({ body }) => nameOf(body) === name);
        if (some.length > 0) await env[name].sendBatch(some);
      }
    },
  };
}

/** The same world for somebody else. */
export function actingAs(context: Context, actor: Actor): Context {
  return { ...context, actor };
}

interface At {
  readonly world: World;
  readonly now: Instant;
  /** Work in the background, which may come back later. */
  readonly patient: boolean;
}

function openDingTalk(db: Database, settings: Settings, { patient, ...at }: At): CountedDingTalk {
  const meter = createCallMeter();
  const elapsed = startWatch();
  const asked = new Map<string, Promise<unknown>>();
  const { corpId, appKey, appSecret, apiBase, oapiBase, callsPerSecond } = settings;
  const clock = { now: () => at.now + elapsed(), sleep: at.world.sleep ?? sleep };
  const gate = createSharedGate({ ...clock, db, companyId: corpId, zone: settings.zone, callsPerSecond, patient });
  const options = {
    ...{ corpId, appKey, appSecret, apiBase, oapiBase, callsPerSecond, ...clock, gate },
    fetch: at.world.fetch,
    tokens: openTokens(db, corpId),
  };
  const { watched, idle } = createUnderway();
  const counted = (calls: CallMeter): CountedDingTalk => ({
    ...watched(createDingTalk({ ...options, meter: calls })),
    ...{ calls, idle, gate },
    forRun: (runId) => counted(meter.ofRun(runId)),
    personOfAuthCode: (authCode) => personOfAuthCode({ ...options, meter: calls }, authCode),
    once<T>(key: string, ask: () => Promise<T>): Promise<T> {
      const waiting = asked.get(key) ?? ask();
      asked.set(key, waiting);
      waiting.catch(() => asked.delete(key));
      return waiting as Promise<T>;
    },
  });
  return counted(meter);
}
