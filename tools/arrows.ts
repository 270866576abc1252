import { join } from "node:path";
import { findCircles } from "./arrows/circle.ts";
import { findRootLibraries } from "./arrows/manifest.ts";
import { findDeadPaths } from "./arrows/named-paths.ts";
import { judge } from "./arrows/rules.ts";
import { readSources } from "./arrows/source.ts";

/** What breaks the rules of the house under `root`, one sentence each. */
export function findBrokenRules(root: string): string[] {
  const sources = readSources(root);
  const circles = findCircles(sources).map((circle) => `a circle: ${circle}`);
  return [...judge(sources), ...circles, ...findRootLibraries(root), ...findDeadPaths(root)];
}

if (import.meta.main) {
  const broken = findBrokenRules(join(import.meta.dirname, ".."));
  for (const sentence of broken) console.error(sentence);
  process.exitCode = broken.length > 0 ? 1 : 0;
}
