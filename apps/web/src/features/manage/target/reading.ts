import type { TargetRun } from "../../../api.ts";
import { problemText } from "../../../target-problem.ts";
import { instantText } from "../date-text.ts";
import type { LinkWords } from "./link-words.ts";

type Aside = TargetRun["aside"][number];
const counted = ["projects", "tasks", "people"] as const;
const parts = ["projects", "tasks", "members", "people"] as const;

/** The reading that tells how it stands: the newest of a target's. */
export function lastReading(runs: readonly TargetRun[]): TargetRun | null {
  return runs.find(({ kind }) => kind === "read") ?? null;
}

/** How a reading stands in one line: `正在读，已有 项目 130 · 任务 240，还有 12 份列表`, `9/30 08:12 读过`. */
export function readingText(m: LinkWords, run: TargetRun | null): string {
  if (run === null) return m["link.read.never"];
  const comma = m.lang === "zh" ? "，" : ", ";
  if (run.state === "running") {
    const left = run.left > 0 ? [m["link.read.left"](run.left)] : [];
    return [sofar(m, run), ...left].join(comma);
  }
  const when = instantText(run.finishedAt ?? run.touchedAt);
  return run.state === "done" ? m["link.read"](when) : m["link.read.failed"](when);
}

/** Why a reading failed or waits, and when it goes on; null where nothing is the matter. */
export function troubleText(m: LinkWords, { problem, nextAt }: TargetRun): string | null {
  if (problem === null) return null;
  const why = problemText(m, problem);
  return nextAt === null ? why : [why, m["link.read.goesOn"](instantText(nextAt))].join(" · ");
}

/** A list that could not be read, and why: `项目成员 · 项目 7`. */
export function asideText(m: LinkWords, { part, project }: Aside): string {
  const known = parts.find((one) => one === part);
  const name = m[`link.part.${known ?? "other"}`];
  return project === null ? name : `${name} · ${m["link.read.of"](project)}`;
}

function sofar(m: LinkWords, { counts }: TargetRun): string {
  const told = counted.flatMap((name) => (counts[name] ? [m[`link.count.${name}`](counts[name])] : []));
  return told.length === 0 ? m["link.read.begins"] : m["link.read.runs"](told.join(" · "));
}
