import type { AuditedCall } from "@today/db/call-audit";
import { isCounted } from "@today/dingtalk/quota";
import type { Meter, Outcome } from "@today/dingtalk/send";

/** Keeps calls until they are written down. */
export interface CallMeter extends Meter {
  /** What was made since the last time. */
  take(): AuditedCall[];
  /** Keeps them again, when they could not be written down. */
  giveBack(calls: readonly AuditedCall[]): void;
}

/** DingTalk does not charge what never reached it or what it throttled. */
const free: ReadonlySet<Outcome> = new Set(["banned", "quota", "throttled", "timeout"]);

/** A meter of all calls; `ofRun` counts for a run and takes only that run's, while the whole meter takes what runs left. */
export function createCallMeter(): CallMeter & { ofRun(runId: string): CallMeter } {
  let made: AuditedCall[] = [];

  const meterFor = (runId: string | null): CallMeter => ({
    count(call) {
      const cost = isCounted(call.path) && !free.has(call.outcome) ? 1 : 0;
      made.push({ ...call, cost, took: Math.round(call.took), runId });
    },
    take() {
      const taken = made.filter((call) => runId === null || call.runId === runId);
      made = made.filter((call) => runId !== null && call.runId !== runId);
      return taken;
    },
    giveBack(calls) {
      made.push(...calls);
    },
  });

  return { ...meterFor(null), ofRun: meterFor };
}
