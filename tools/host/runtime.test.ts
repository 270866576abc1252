import { rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Response } from "miniflare";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { readBundle } from "./bundle.ts";
import { claimDataFolder, keptSecret } from "./data-folder.ts";
import { refuseBusyPort } from "./port.ts";
import { type Runtime, type RuntimeOptions, startRuntime } from "./runtime.ts";
import { standIn } from "./stand-in.ts";

const town = standIn();
let undo: (() => Promise<void> | void)[] = [];

beforeEach(() => {
  undo = [];
});
afterAll(() => rmSync(town.folder, { recursive: true, force: true }));
afterEach(async () => {
  for (const step of undo.reverse()) await step();
});

async function start(data: string, extra: Partial<RuntimeOptions> = {}): Promise<Runtime> {
  const folder = claimDataFolder(join(town.folder, data));
  undo.push(() => folder.release());
  const bindings = { SESSION_SECRET: "given" };
  const runtime = await startRuntime({
    bundle: readBundle(town.config),
    folder,
    host: "127.0.0.1",
    port: 0,
    bindings,
    ...extra,
  });
  undo.push(() => runtime.stop());
  return runtime;
}

async function stopAll() {
  for (const step of undo.reverse()) await step();
  undo = [];
}

const text = async (runtime: Runtime, path: string) => (await fetch(`${runtime.url}${path}`)).text();

test("data survive a restart and migrations are applied once", async () => {
  await text(await start("a"), "/api/add?text=kept");
  await stopAll();
  writeFileSync(join(town.folder, "migrations/0002_more.sql"), "insert into note (text) values ('migrated; once');\n");
  const again = await start("a");
  expect(await text(again, "/api/notes")).toBe('["kept","migrated; once"]');
  await stopAll();
  expect(await text(await start("a"), "/api/notes")).toBe('["kept","migrated; once"]');
  rmSync(join(town.folder, "migrations/0002_more.sql"));
});

test("schedules reach the worker with their cron and moment", async () => {
  const runtime = await start("b");
  await runtime.fire("*/5 * * * *", new Date(300_000));
  expect(await text(runtime, "/api/notes")).toBe('["*/5 * * * * 300000"]');
});

test("what is sent to the queue comes back to the worker", async () => {
  const runtime = await start("c");
  await text(runtime, "/api/send?text=one");
  await expect.poll(() => text(runtime, "/api/notes"), { timeout: 5_000 }).toBe('["queued one"]');
});

test("the worker has the clock that it is given, and none otherwise", async () => {
  expect(await text(await start("d", { clock: () => 42 }), "/api/clock")).toBe("42");
  await stopAll();
  expect(await text(await start("d"), "/api/clock")).toBe("real");
});

test("other systems are called the way that the host offers, at the very address", async () => {
  const outgoing = async ({ url }: { url: string }) =>
    url.endsWith("/moved")
      ? new Response(null, { status: 302, headers: { location: "https://evil.example/" } })
      : new Response(url);
  const runtime = await start("g", { outgoing });
  const url = "https://pm.example.com:8443/redmine/issues.json?limit=1";
  expect(await text(runtime, `/api/out?url=${encodeURIComponent(url)}`)).toBe(`200 ${url}`);
  expect(await text(runtime, "/api/out?url=https://pm.example.com/moved")).toBe("302 ");
});

test("variables of the file hold unless the start gives others; the page answers every other path", async () => {
  const runtime = await start("e");
  expect(JSON.parse(await text(runtime, "/api/vars"))).toEqual({ greeting: "hello", secret: "given" });
  expect(await text(runtime, "/anything")).toBe("<title>page</title>");
});

test("a folder belongs to one instance, and keeps its secret", async () => {
  const path = join(town.folder, "f");
  const folder = claimDataFolder(path);
  const secret = keptSecret(folder);
  expect(() => claimDataFolder(path)).toThrow(/^Another instance \(process \d+\) is running on .*f: stop it/);
  folder.release();
  const next = claimDataFolder(path);
  expect(keptSecret(next)).toBe(secret);
  expect(secret).toMatch(/^[\w-]{43}$/);
  next.release();
});

test("a folder that cannot be written is refused in one line", () => {
  writeFileSync(join(town.folder, "file"), "");
  expect(() => claimDataFolder(join(town.folder, "file"))).toThrow(
    /^Cannot write in the data folder .*: choose another with DATA_DIR=…$/,
  );
});

test("a busy port is refused in one line that names the setting", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  const { port } = server.address() as AddressInfo;
  await expect(refuseBusyPort(port, "127.0.0.1", "PORT")).rejects.toThrow(`Port ${port} is in use by another program`);
  server.close();
});
