import { createClock, realTime } from "./clock.ts";
import { seedNumber } from "./company/random.ts";
import { createDoors } from "./doors.ts";
import { createApprovalDesk } from "./events/approval-desk.ts";
import { createDelivery } from "./events/delivery.ts";
import type { Settings, SimulatorOptions, SimulatorState } from "./options.ts";
import { createStream, type Stream } from "./stream/stream.ts";
import { createTimePassing, type Stops } from "./time-passing.ts";
import type { Ground } from "./wire/api.ts";
import { createEnvelope } from "./wire/envelope.ts";
import { createFaults } from "./wire/fault.ts";
import { createQuota } from "./wire/quota.ts";
import { type AppCredentials, createTokens } from "./wire/tokens.ts";
import { createRobotPace } from "./wire/webhook-robots.ts";
import { createWorld, type World } from "./world/world.ts";

/** A pretend DingTalk. */
export interface Simulator {
  /** Answers one request: DingTalk's calls, `/_simulator/…` and the workbench. */
  fetch(request: Request): Promise<Response>;
  /** The simulator's time in milliseconds. */
  now(): number;
  /** Moves the clock forward to `ms`; it halts where `stopAt` says and where an event is due. */
  advanceTo(ms: number): Promise<void>;
  /** Does what became due by itself while the clock was running. */
  tick(): Promise<void>;
  stopAt(stops: Stops): () => void;
  /** The micro-app that the workbench opens. */
  openApp(url: string): void;
  state(): SimulatorState;
  restore(state: SimulatorState): void;
  /** Back to the beginning: the clock at `start`, nothing done. */
  reset(): void;
  readonly world: World;
  readonly app: AppCredentials;
  /** For whoever opens a port: where WebSockets lead to. */
  readonly stream: Stream;
  /** What it answers, as "POST /topapi/v2/user/get". */
  readonly routes: readonly string[];
}

const TICKS_BETWEEN_STATES = 5;
const FEWEST = 12;
const MOST = 20_000;

/** Founds the company and opens its doors. Refuses a number of people outside 12 to 20,000 and an unreadable start. */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const settings = settingsFrom(options);
  const { seed, app, start } = settings;
  const clock = createClock(start, settings.running);
  const world = createWorld(settings);
  const now = clock.now;
  const tokens = createTokens({ seed, seconds: settings.tokenSeconds, now });
  const quota = createQuota({ ...settings, now, realTime });
  const faults = createFaults(seed, now);
  const stream = createStream({ seed, corpId: app.corpId, now });
  const delivery = createDelivery({ ...settings, world, corpId: app.corpId, now, stream });
  const envelope = createEnvelope(() => world.switches.wrap88);
  const passing = createTimePassing({ clock, world, delivery, corpId: app.corpId });
  const ground: Ground = {
    seed,
    app,
    world,
    clock,
    tokens,
    quota,
    faults,
    envelope,
    stream,
    robotPace: createRobotPace(now),
    tell: delivery.push,
    approvals: createApprovalDesk(world, delivery, app.corpId),
    takeFailedEvents: delivery.takeFailed,
  };
  let ticks = 0;
  let appUrl = options.appUrl ?? null;

  const state = (): SimulatorState => ({
    version: 1,
    seed,
    people: settings.people,
    start,
    clock: { now: now(), running: clock.running },
    journal: world.journal,
    months: quota.months,
    delivery: delivery.count(),
  });
  const changed = () => options.onChange?.(structuredClone(state()));
  const begin = ({
    clock: at,
    journal,
    months,
    delivery: count,
  }: Pick<SimulatorState, "clock" | "journal" | "months" | "delivery">) => {
    tokens.forget();
    faults.clear();
    stream.forget();
    quota.load(months);
    delivery.load(count);
    world.forget();
    for (const action of journal) world.apply(action);
    clock.set(at.now);
    clock.run(at.running);
    passing.begin();
  };
  const reset = () => {
    begin({
      clock: { now: start, running: settings.running },
      journal: [],
      months: {},
      delivery: { events: 0, months: {} },
    });
    changed();
  };
  const restore = (kept: SimulatorState) => {
    if (kept.version !== 1 || kept.seed !== seed || kept.people !== settings.people || kept.start !== start) {
      throw new Error("The kept state belongs to another simulated company (seed, people or start differ)");
    }
    begin(structuredClone(kept));
  };
  const advanceTo = async (ms: number) => {
    await passing.advanceTo(Math.max(ms, now()));
    changed();
  };
  const doors = createDoors({ ground, settings, delivery, advanceTo, changed, reset, appUrl: () => appUrl });
  if (options.state) restore(options.state);
  if (options.onStop) passing.stopAt(options.onStop);
  return {
    fetch: async (request) => doors.fetch(request),
    now,
    advanceTo,
    async tick() {
      await passing.tick();
      ticks += 1;
      if (clock.running && ticks % TICKS_BETWEEN_STATES === 0) changed();
    },
    stopAt: passing.stopAt,
    openApp(url) {
      appUrl = url;
    },
    state,
    restore,
    reset,
    world,
    app,
    stream,
    routes: [
      ...new Set(doors.routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`)),
    ],
  };
}

function settingsFrom(options: SimulatorOptions): Settings {
  const { people = 200, start = "2026-09-17T09:02:00+08:00", throttle = true } = options;
  if (!Number.isInteger(people) || people < FEWEST || people > MOST) {
    throw new Error(`A simulated company has ${FEWEST} to ${MOST} people, not ${people}`);
  }
  if (Number.isNaN(Date.parse(start))) throw new Error(`"${start}" is no instant to start at`);
  return {
    people,
    start: Date.parse(start),
    seed: seedNumber(options.seed ?? 1),
    running: options.running ?? false,
    callsPerSecond: throttle ? (options.callsPerSecond ?? 20) : null,
    monthlyCalls: options.monthlyCalls ?? 5000,
    monthlyEvents: options.monthlyEvents ?? 3000,
    tokenSeconds: options.tokenSeconds ?? 7200,
    app: {
      corpId: "ding0simulator0001",
      appKey: "dingsimulatorapp",
      appSecret: "simulator-secret",
      agentId: "900000001",
      ...options.app,
    },
    send: options.send ?? ((request) => fetch(request)),
  };
}
