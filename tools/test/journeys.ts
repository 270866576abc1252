import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { fillOnce, openInstallation } from "../host/installation.ts";
import { readSettings } from "../host/settings.ts";
import { ROOT } from "../run-command.ts";
import { serveRedmine } from "./redmine-stub.ts";

/** One installation for all browser journeys: the production bundle, the simulator, the demo company's past 30 days, a Redmine in memory. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "today-journeys-"));
  const [port, simulatorPort] = await freePorts(2);
  const ports = { PORT: String(port), SIMULATOR_PORT: String(simulatorPort) };
  // The other system stands on this machine.
  const env = { DATA_DIR: dataDir, ...ports, OUTGOING_PRIVATE: "allow" };
  const redmine = await serveRedmine();
  const installation = await openInstallation(readSettings(env, ROOT), false);
  await fillOnce(installation, () => {});
  project.provide("app", installation.url);
  project.provide("simulator", installation.town?.url ?? "");
  project.provide("redmine", { address: redmine.address, key: redmine.key });
  project.provide("chromium", process.env.CHROME_PATH ?? "/usr/bin/chromium");
  return async () => {
    await installation.stop();
    await redmine.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => new Promise((done) => server.once("listening", done))));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  for (const server of servers) server.close();
  return ports;
}
