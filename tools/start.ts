import { relative } from "node:path";
import { fillOnce, type Installation, openInstallation } from "./host/installation.ts";
import { openProgress } from "./host/progress.ts";
import { reportLines } from "./host/report.ts";
import { readSettings } from "./host/settings.ts";
import { ROOT } from "./run-command.ts";
import { Refusal } from "./setup/step.mjs";

const running: { installation?: Installation } = {};

/** Starts the installation that the environment describes, fills a new demo, and says where everything is. */
async function start(): Promise<void> {
  const settings = readSettings(process.env, ROOT);
  const installation = await openInstallation(settings, true);
  running.installation = installation;
  const { town, url } = installation;
  if (town) await tellFirstPull(installation);
  const folder = relative(ROOT, settings.dataDir) || settings.dataDir;
  if (town) {
    console.log(`\n  Workbench  ${town.url}/   become any of its people, move the clock`);
    console.log(`  Product    ${url}/`);
  } else {
    console.log(`今日项目 is ready on ${url}/`);
  }
  console.log(`  Data       ${folder.startsWith("..") ? settings.dataDir : folder}   Ctrl-C stops everything\n`);
}

async function tellFirstPull(installation: Installation): Promise<void> {
  const progress = openProgress("the demo company's past 30 days");
  const figures = await fillOnce(installation, progress.tell);
  progress.close();
  if (figures) console.log(reportLines(figures).join("\n"));
}

async function leave(): Promise<void> {
  await running.installation?.stop();
  process.exit(0);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"] as const) process.once(signal, leave);

try {
  await start();
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  await running.installation?.stop();
  process.exit(1);
}
