import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readGolden } from "../../packages/core/src/golden.ts";
import { settleWorkday } from "../../packages/core/src/workday.ts";

/** Days settled in a second on one core: the golden days, over and over. */
export function settleRate(root: string, seconds: number): number {
  const golden = readGolden(readFileSync(join(root, "packages/core/src/golden-days.json"), "utf8"));
  if (!golden.ok) throw new Error(golden.message);
  const days = golden.cases.map(({ facts }) => facts);
  settleFor(days, 0.5);
  return settleFor(days, seconds);
}

function settleFor(days: readonly Parameters<typeof settleWorkday>[0][], seconds: number): number {
  const started = performance.now();
  let settled = 0;
  while (performance.now() - started < seconds * 1000) {
    for (const facts of days) settleWorkday(facts);
    settled += days.length;
  }
  return settled / ((performance.now() - started) / 1000);
}
