import type { Sync } from "../../../api.ts";
import { shortDate } from "../../../format.ts";
import { thousands } from "../../../money.ts";
import { causeAndAct } from "./problem-text.ts";
import { type Words, wordOf } from "./words.ts";

type Run = Sync["runs"][number];

const counted = ["people", "punches", "schedules", "leaves", "days", "calls", "rejected"] as const;

/** What came of a pull: `300 人 · 新打卡 512 · 用 6 次`; figures of nothing are left out. */
export function countsText(m: Words, { counts }: Pick<Run, "counts">): string {
  return counted
    .filter((name) => (counts[name] ?? 0) > 0)
    .map((name) => m[`link.count.${name}`](thousands(counts[name] ?? 0)))
    .join(" · ");
}

/** `9/17 02:10`. */
export function whenText(instant: string): string {
  return `${shortDate(instant.slice(0, 10))} ${instant.slice(11, 16)}`;
}

/** Which days a pull was about: `9/14–9/16`; nothing for one without days. */
export function rangeText(m: Words, { from, to }: Pick<Run, "from" | "to">): string {
  return from === null || to === null ? "" : m["link.range"](shortDate(from), shortDate(to));
}

/** Why a pull or a batch failed: `dingtalk-permission` has the words of that step's problem. */
export function runProblemText(m: Words, problem: string): string {
  const [, kind] = /^dingtalk-(.+)$/.exec(problem) ?? [];
  if (kind !== undefined) return m["connection.said"](causeOf(m, kind)[0], "", causeOf(m, kind)[1]);
  if (problem.startsWith("database-")) return m["link.problem.database"];
  return wordOf(m, "link.problem.", problem, "internal");
}

function causeOf(m: Words, kind: string): readonly [string, string] {
  return causeAndAct("run", kind, m.lang);
}
