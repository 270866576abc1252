import { drain } from "../host/drain.ts";
import type { WorkerDoor } from "../host/worker-door.ts";
import { dateIn } from "./requests.ts";
import { openStage } from "./stage.ts";

/** How long a night's pull takes beside the time that DingTalk's own limit allows. */
export interface Pull {
  readonly people: number;
  readonly calls: number;
  readonly seconds: number;
  /** Seconds that the API with the most calls takes at 20 a second. */
  readonly allowed: number;
  /** `seconds` ÷ `allowed`. */
  readonly ratio: number;
  /** Calls that DingTalk refused because they came too fast. */
  readonly refused: number;
}

const CALLS_A_SECOND = 20;
const NIGHTLY = "10 18 * * *";
const DAY = 86_400_000;
/** The night after a workday: 02:10 on Thursday, 17 September 2026. */
const NIGHT = Date.parse("2026-09-17T02:10:00+08:00");

/** Pulls one night of so many people from a DingTalk that takes 20 calls a second of each API. */
export async function measurePull(bundle: string, people: number): Promise<Pull> {
  const opened = performance.now();
  const clock = () => NIGHT + Math.round(performance.now() - opened);
  const stage = await openStage(bundle, { people, date: dateIn(NIGHT - DAY), clock, callsPerSecond: CALLS_A_SECOND });
  try {
    await stage.admin.call("POST", "/api/sync/directory");
    await drain(stage.admin);
    stage.dingtalk.calls.clear();
    stage.dingtalk.refused.clear();
    const started = performance.now();
    await stage.runtime.fire(NIGHTLY, new Date(clock()));
    await nightDone(stage.admin);
    const seconds = (performance.now() - started) / 1000;
    const allowed = Math.max(...stage.dingtalk.calls.values()) / CALLS_A_SECOND;
    const [calls, refused] = [sumOf(stage.dingtalk.calls), sumOf(stage.dingtalk.refused)];
    return { people, calls, seconds, allowed, ratio: seconds / allowed, refused };
  } finally {
    await stage.stop();
  }
}

async function nightDone(admin: WorkerDoor): Promise<void> {
  for (;;) {
    const { runs } = (await admin.call("GET", "/api/sync")) as { runs: { kind: string; state: string }[] };
    const state = runs.find(({ kind }) => kind === "night")?.state ?? "running";
    if (state === "done") return;
    if (state !== "running") throw new Error(`the night ended as ${state}`);
    await new Promise((done) => setTimeout(done, 250));
  }
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
