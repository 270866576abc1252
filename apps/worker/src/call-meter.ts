import type { CallTally } from "@today/db/call-count";
import { isCounted } from "@today/dingtalk/quota";
import type { Meter, Outcome } from "@today/dingtalk/send";

/** Counts calls until they are written down. */
export interface CallMeter extends Meter {
  /** What was counted since the last time, one row an API. */
  take(): CallTally[];
  /** Counts them again, when they could not be written down. */
  giveBack(calls: readonly CallTally[]): void;
}

/** DingTalk does not charge what never reached it or what it throttled. */
const free: ReadonlySet<Outcome> = new Set(["banned", "quota", "throttled", "timeout"]);

export function createCallMeter(): CallMeter {
  let tallies = new Map<string, CallTally>();

  function add(more: CallTally): void {
    const had = tallies.get(more.path) ?? { path: more.path, counted: 0, ok: 0, failed: 0 };
    tallies.set(more.path, {
      path: more.path,
      counted: had.counted + more.counted,
      ok: had.ok + more.ok,
      failed: had.failed + more.failed,
    });
  }

  return {
    count(path, outcome) {
      const ok = outcome === "ok";
      add({ path, counted: isCounted(path) && !free.has(outcome) ? 1 : 0, ok: ok ? 1 : 0, failed: ok ? 0 : 1 });
    },
    take() {
      const taken = [...tallies.values()];
      tallies = new Map();
      return taken;
    },
    giveBack(calls) {
      for (const call of calls) add(call);
    },
  };
}
