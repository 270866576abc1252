import type { TargetRun } from "../../../api.ts";
import type { targetZh } from "../../../message/target.zh.ts";
import { thousands } from "../../../money.ts";

const counted = ["projects", "tasks", "people"] as const;

/** What came of a reading, `项目 130 · 任务 240 · 还有 3 份名单`; what it found nothing of is left out. */
export function runText(
  m: typeof targetZh,
  { state, counts, left }: Pick<TargetRun, "state" | "counts" | "left">,
): string {
  const found = counted
    .filter((name) => (counts[name] ?? 0) > 0)
    .map((name) => m[`target.run.${name}`](thousands(counts[name] ?? 0)));
  const rest = state === "running" && left > 0 ? [m["target.run.left"](thousands(left))] : [];
  return found.length + rest.length === 0 && state === "done"
    ? m["target.run.nothing"]
    : [...found, ...rest].join(" · ");
}

/** Why lists could not be read, each reason once. */
export function asideCodes({ aside }: Pick<TargetRun, "aside">): string[] {
  return [...new Set(aside.map(({ problem }) => problem))];
}
