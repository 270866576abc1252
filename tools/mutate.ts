import { join } from "node:path";
import { runCommand } from "./run-command.ts";

const CONFIG = join("tools", "mutate", "stryker.json");

/** `npm run mutate -- money time/rounding` stays with those modules of the core; without names all are changed. */
const files = process.argv.slice(2).map((name) => `packages/core/src/${name}.ts`);
const only = files.length > 0 ? ["--mutate", files.join(",")] : [];

const { code } = await runCommand("stryker", ["run", CONFIG, ...only], {
  show: true,
  env: { NODE_OPTIONS: "--disable-warning=ExperimentalWarning" },
});
process.exitCode = code;
