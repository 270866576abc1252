import type { Interval } from "@today/core/time/interval";
import type { Minutes } from "@today/core/time/minutes";
import type { LinePart, Workday } from "../../api.ts";

/** Counted minutes of a day on one project for one reason. */
export interface PartRow {
  readonly part: LinePart;
  readonly times: readonly Interval[];
  readonly minutes: Minutes;
  readonly isRunning: boolean;
}

/** The counted parts of a day by project and reason, in the order in which they begin. They sum to what is counted. */
export function partRows({ line, warnings }: Pick<Workday, "line" | "warnings">): PartRow[] {
  const rows: { part: LinePart; times: Interval[]; minutes: Minutes; isRunning: boolean }[] = [];
  for (const part of line) {
    if (part.kind !== "counted") continue;
    const { start, end } = part;
    const row = rows.find((one) => isSame(one.part, part)) ?? { part, times: [], minutes: 0, isRunning: false };
    if (row.times.length === 0) rows.push(row);
    const last = row.times[row.times.length - 1];
    if (last !== undefined && last.end === start) row.times[row.times.length - 1] = { start: last.start, end };
    else row.times.push({ start, end });
    row.minutes += end - start;
  }
  const running = warnings.includes("running") ? lastCounted(line) : undefined;
  for (const row of rows) row.isRunning = running !== undefined && isSame(row.part, running);
  return rows;
}

function lastCounted(line: readonly LinePart[]): LinePart | undefined {
  return line.filter(({ kind }) => kind === "counted").pop();
}

function isSame(a: LinePart, b: LinePart): boolean {
  return a.project === b.project && a.basis === b.basis && a.fact === b.fact && a.other === b.other;
}
