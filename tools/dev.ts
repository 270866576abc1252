import { join } from "node:path";
import { createServer, type ViteDevServer } from "vite";
import { readCrons } from "./host/bundle.ts";
import { claimDataFolder, keptSecret } from "./host/data-folder.ts";
import { keptIn } from "./host/host.ts";
import { fillOnce } from "./host/installation.ts";
import { openProgress } from "./host/progress.ts";
import { createTimetable, followRealClock } from "./host/schedule.ts";
import { readSettings, type Settings } from "./host/settings.ts";
import { openTown, type Town } from "./host/town.ts";
import { ROOT, runCommand } from "./run-command.ts";
import { Refusal, step } from "./setup/step.mjs";

const STATE = join(ROOT, ".wrangler", "state");

const stack = new AsyncDisposableStack();

/** Page and Worker reload as they are edited; the simulator beside them is as in `npm start`, with data of its own. */
async function dev(): Promise<void> {
  const settings = readSettings({ ...process.env, DATA_DIR: join(ROOT, ".wrangler", "dev") }, ROOT);
  const folder = stack.adopt(claimDataFolder(settings.dataDir), (claimed) => claimed.release());
  const town = settings.dingtalk ? null : await openTown({ settings, folder, stack, running: true });
  await step("migrations", migrate, false);
  giveToWorker(settings, town, settings.sessionSecret ?? keptSecret(folder));
  const server = await serve(settings);
  const url = `http://127.0.0.1:${settings.port}`;
  const now = town ? town.now : () => Date.now();
  const fire = (cron: string, at: Date) => fireSchedule(url, cron, at);
  const timetable = createTimetable({
    crons: readCrons(join(ROOT, "wrangler.toml")),
    fired: keptIn(folder),
    start: now(),
    fire,
  });
  stack.defer(town ? await town.meet(timetable, url) : followRealClock(timetable, now));
  const progress = openProgress("the demo company's past 30 days");
  await fillOnce({ town, url, folder }, progress.tell);
  progress.close();
  server.printUrls();
  if (town) console.log(`  Workbench  ${town.url}/`);
}

async function migrate(): Promise<void> {
  const { code, said } = await runCommand(
    "wrangler",
    ["d1", "migrations", "apply", "DB", "--local", "--persist-to", STATE],
    {
      env: { CI: "true", WRANGLER_SEND_METRICS: "false" },
    },
  );
  if (code !== 0) throw new Refusal(`The migrations could not be applied:\n${said}`);
}

/** What vite.config.ts reads. */
function giveToWorker(settings: Settings, town: Town | null, secret: string): void {
  const vars = { SESSION_SECRET: secret, ...settings.common, ...(settings.dingtalk ?? town?.bindings) };
  process.env.TODAY_DEV_VARS = JSON.stringify(vars);
  if (town) process.env.TODAY_DEV_SIMULATOR = town.url;
  process.env.CLOUDFLARE_CF_FETCH_ENABLED = "false";
}

async function serve({ port, host }: Settings): Promise<ViteDevServer> {
  const server = await createServer({
    configFile: join(ROOT, "vite.config.ts"),
    server: { port, host, strictPort: true },
  });
  stack.defer(() => server.close());
  return server.listen();
}

async function fireSchedule(url: string, cron: string, at: Date): Promise<void> {
  const query = new URLSearchParams({ cron, time: String(at.getTime()) });
  await fetch(`${url}/cdn-cgi/handler/scheduled?${query}`);
}

async function leave(): Promise<void> {
  await stack.disposeAsync();
  process.exit(0);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"] as const) process.once(signal, leave);

try {
  await dev();
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  await stack.disposeAsync();
  process.exit(1);
}
