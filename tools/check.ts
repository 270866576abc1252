import { globSync } from "node:fs";
import { dirname } from "node:path";
import { ROOT, runCommand } from "./run-command.ts";

interface Check {
  readonly title: string;
  readonly command: readonly [name: string, ...args: string[]];
}

const LANES = 2;

const ROOMS = globSync(["{apps,packages}/*/tsconfig.json", "tools/tsconfig.json"], { cwd: ROOT }).map(dirname).sort();

const CHECKS: readonly Check[] = [
  ...ROOMS.map((room): Check => ({ title: `types of ${room}`, command: ["tsc", "-p", room] })),
  { title: "unused files, exports and packages", command: ["knip", "--no-progress", "--treat-config-hints-as-errors"] },
  { title: "format and lint", command: ["biome", "ci", "--colors=off", "--error-on-warnings"] },
  { title: "arrows and the other rules of the house", command: ["node", "tools/arrows.ts"] },
];

/** Runs all checks, two at a time, and shows what those that failed had to say. */
async function check(): Promise<number> {
  const waiting = [...CHECKS];
  const failed: string[] = [];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, ...args] = next.command;
      const { code, said } = await runCommand(name, args);
      if (code === 0) continue;
      failed.push(next.title);
      console.log(`✗ ${next.title}\n${said.trim().replace(/^/gm, "    ")}`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return failed.length;
}

const started = Date.now();
const failed = await check();
const seconds = ((Date.now() - started) / 1000).toFixed(1);
console.log(`check: ${CHECKS.length - failed} passed, ${failed} failed in ${seconds} s`);
process.exitCode = failed > 0 ? 1 : 0;
