import { parseArgs } from "node:util";
import { build } from "./build.ts";
import { openProgress } from "./host/progress.ts";
import { countsOf, rebuildLines } from "./host/rebuild-report.ts";
import { rebuildInstallation } from "./host/rebuilding.ts";
import { readSettings } from "./host/settings.ts";
import { ROOT } from "./run-command.ts";
import { Refusal } from "./setup/step.mjs";

const USAGE = "npm run rebuild, or npm run rebuild -- --write to settle what differs anew";
/** Says to scripts that something differs and was left as it is. */
const DIFFERS = 2;

/** Settles everything in DATA_DIR anew from the facts and reports what differs; with --write that is settled anew. */
async function rebuild(): Promise<void> {
  const writes = readWish(process.argv.slice(2));
  const settings = readSettings(process.env, ROOT);
  const progress = openProgress(writes ? "settling anew" : "settling anew, only to compare");
  const { row, days } = await rebuildInstallation({ settings, writes, build, tell: progress.tell });
  progress.close();
  console.log(rebuildLines(row, days).join("\n"));
  const { different = 0, closed = 0 } = countsOf(row);
  if (different > 0 && !writes) console.log("Nothing was written: npm run rebuild -- --write settles these days anew.");
  if (writes) console.log(`${different - closed} days were settled anew.`);
  if (different > 0 && !writes) process.exitCode = DIFFERS;
}

function readWish(args: string[]): boolean {
  try {
    return parseArgs({ args, options: { write: { type: "boolean", default: false } } }).values.write;
  } catch {
    throw new Refusal(USAGE);
  }
}

try {
  await rebuild();
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
}
