import type { Comparison } from "../../../../api.ts";
import { thousands } from "../../../../money.ts";
import { problemText } from "../../../../target-problem.ts";
import { instantText } from "../../date-text.ts";
import type { ComparisonWords } from "./words.ts";

type Run = NonNullable<Comparison["run"]>;

/** How far a reading or a mending is, `3 / 8 处读完 · 读到 120 条`, and what it waits for. */
export function progressTexts(m: ComparisonWords, { counts, problem, nextAt }: Run): string[] {
  const { places = 0, placesRead = 0, records = 0 } = counts;
  return [
    ...(places > 0 ? [m["comparison.places"](thousands(Math.min(placesRead, places)), thousands(places))] : []),
    ...(records > 0 ? [m["comparison.progress"](thousands(records))] : []),
    ...(problem === null ? [] : [problemText(m, problem)]),
    ...(nextAt === null ? [] : [m["comparison.next"](instantText(nextAt))]),
  ];
}

/** The part that is read, 0 to 1; null until it is known. */
export function progressOf({ counts: { places = 0, placesRead = 0 } }: Pick<Run, "counts">): number | null {
  return places === 0 ? null : Math.min(1, placesRead / places);
}

/** Whether a reading or a mending is under way. */
export function isRunning(run: Comparison["run"] | undefined): boolean {
  return run?.state === "running";
}
