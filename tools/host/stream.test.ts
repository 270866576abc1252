import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { type Installation, openInstallation } from "./installation.ts";
import { readSettings } from "./settings.ts";
import { control } from "./town.ts";
import { signIn } from "./worker-door.ts";

const patience = { timeout: 20_000, interval: 100 };
const folder = mkdtempSync(join(tmpdir(), "today-stream-"));
let installation: Installation | null = null;

afterEach(async () => {
  await installation?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** The demo company, whose events come over a connection of the host's. */
async function start(): Promise<{ simulator: Installation["town"] & object; url: string }> {
  const ports = { PORT: String(await freePort()), SIMULATOR_PORT: String(await freePort()) };
  const env = { ...ports, DATA_DIR: folder, DINGTALK_EVENTS: "stream" };
  installation = await openInstallation(readSettings(env, folder), false);
  if (installation.town === null) throw new Error("the simulator does not stand in");
  return { simulator: installation.town, url: installation.url };
}

test("without a public address events come over the host's connection and take effect, also after it was cut", async () => {
  const { simulator: town, url } = await start();
  const tell = (path: string, body?: unknown) => control(town.simulator, path, body);
  const connections = async () => {
    const { connections: all } = (await tell("stream")) as { connections: { leaving: boolean }[] };
    return all.filter(({ leaving }) => !leaving);
  };
  await vi.waitFor(async () => expect(await connections()).toHaveLength(1), patience);
  const { code } = (await tell("auth-code", { userId: "admin012" })) as { code: string };
  const door = await signIn(url, code);
  const find = async (name: string) =>
    ((await door.call("GET", `/api/people?q=${encodeURIComponent(name)}`)) as { people: object[] }).people;

  await tell("employees", { name: "流星雨" });
  await vi.waitFor(async () => expect(await find("流星雨")).toHaveLength(1), patience);
  expect(await tell("stream")).toMatchObject({ pending: 0 });

  await tell("stream/disconnect", {});
  await tell("employees", { name: "又一人" });
  await vi.waitFor(async () => expect(await connections()).not.toHaveLength(0), patience);
  await tell("clock", { advanceMinutes: 2 });
  await vi.waitFor(async () => expect(await find("又一人")).toHaveLength(1), patience);

  const strange = await fetch(`${url}/dingtalk/stream`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-today-host": "guessed" },
    body: JSON.stringify({ type: "user_leave_org", id: "x", corpId: null, bornAt: null, userIds: ["admin012"] }),
  });
  expect(strange.status).toBe(401);
}, 180_000);
