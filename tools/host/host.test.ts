import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, expect, test } from "vitest";
import { standIn } from "./stand-in.ts";

const town = standIn();
const script = join(import.meta.dirname, "stand-in-host.ts");
const credentials = {
  DINGTALK_CORP_ID: "ding1",
  DINGTALK_AGENT_ID: "1",
  DINGTALK_APP_KEY: "key",
  DINGTALK_APP_SECRET: "secret",
  HOST: "127.0.0.1",
};
const running: ChildProcess[] = [];

afterAll(async () => {
  for (const child of running) {
    if (child.exitCode === null && child.kill("SIGTERM")) await once(child, "exit");
  }
  rmSync(town.folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Starts a host; answers the process and the first line that it said. */
async function start(env: Record<string, string | number>) {
  const given = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, String(value)]));
  const child = spawn(process.execPath, [script, town.config], {
    env: { PATH: process.env.PATH ?? "", ...given },
    stdio: ["ignore", "pipe", "inherit"],
  });
  running.push(child);
  for await (const line of createInterface(child.stdout)) return { child, line };
  throw new Error("the host said nothing");
}

const text = async (port: number, path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();

test("what was confirmed survives a kill -9, and the next start needs only seconds", async () => {
  const settings = { ...credentials, PORT: await freePort(), DATA_DIR: join(town.folder, "killed") };
  const { child } = await start(settings);
  expect(await text(settings.PORT, "/api/add?text=confirmed")).toBe("added");
  child.kill("SIGKILL");
  await once(child, "exit");
  const began = performance.now();
  const again = await start(settings);
  expect(again.line).toBe(`ready http://127.0.0.1:${settings.PORT}`);
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(await text(settings.PORT, "/api/notes")).toBe('["confirmed"]');
}, 60_000);

test("a second instance on the same folder, and a busy port, are refused in one line", async () => {
  const settings = { ...credentials, PORT: await freePort(), DATA_DIR: join(town.folder, "busy") };
  const { child } = await start(settings);
  const twice = await start({ ...settings, PORT: await freePort() });
  expect(twice.line).toMatch(new RegExp(`^refused Another instance \\(process ${child.pid}\\) is running on`));
  const busy = await start({ ...settings, DATA_DIR: join(town.folder, "other") });
  expect(busy.line).toMatch(/^refused Port \d+ is in use by another program/);
}, 60_000);

test("a file in place of the data folder is refused in one line", async () => {
  writeFileSync(join(town.folder, "file"), "");
  const { line } = await start({ ...credentials, PORT: await freePort(), DATA_DIR: join(town.folder, "file") });
  expect(line).toMatch(/^refused Cannot write in the data folder/);
});

test("with credentials the worker has them and the real time; without, what stands in for them", async () => {
  const real = { ...credentials, PORT: await freePort(), DATA_DIR: join(town.folder, "real") };
  await start(real);
  expect(await text(real.PORT, "/api/clock")).toBe("real");
  const pretend = { PORT: await freePort(), DATA_DIR: join(town.folder, "pretend") };
  await start(pretend);
  expect(await text(pretend.PORT, "/api/clock")).toBe("1000");
  expect(JSON.parse(await text(pretend.PORT, "/api/vars"))).toMatchObject({
    greeting: "from the simulator",
    secret: expect.stringMatching(/^[\w-]{43}$/),
  });
}, 60_000);
