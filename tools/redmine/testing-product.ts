import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { signIn, type WorkerDoor } from "../host/worker-door.ts";

const HOST = join(import.meta.dirname, "product-host.ts");
const PEOPLE = 30;

/** What a test needs of `GET /_simulator/world`. */
export interface World {
  readonly admin: string;
  readonly persons: readonly { readonly userId: string; readonly name: string }[];
  readonly sites: readonly { readonly code: string; readonly manager: string }[];
}

/** The production bundle with a demo company of thirty people and its past thirty days, in a process of its own. */
export interface Product {
  readonly url: string;
  readonly admin: WorkerDoor;
  readonly world: World;
  doorOf(userId: string): Promise<WorkerDoor>;
  /** Lets minutes pass, with the schedules that are due in them. */
  advance(minutes: number): Promise<void>;
  /** Ends everything as a power failure does, at whatever it is; or Node.js alone, which workerd outlives until the next start. */
  kill(what?: "all" | "node"): void;
  /** Starts it again on the same data. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Opens and fills a product and signs its first administrator in. */
export async function openProduct(): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), "today-product-"));
  const [port, simulatorPort] = await freePorts(2);
  const env = {
    ...{ PORT: String(port), SIMULATOR_PORT: String(simulatorPort), DATA_DIR: folder },
    ...{ SIMULATOR_PEOPLE: String(PEOPLE), OUTGOING_PRIVATE: "allow" },
  };
  let { child, url, simulator } = await run(env);
  const doorOf = async (userId: string) => {
    const { code } = (await control(simulator, "auth-code", { userId })) as { code: string };
    return signIn(url, code);
  };
  const world = (await control(simulator, "world")) as World;
  return {
    ...{ url, world, doorOf },
    admin: await doorOf(world.admin),
    advance: async (minutes) => void (await control(simulator, "clock", { advanceMinutes: minutes })),
    kill(what = "all") {
      child.kill("SIGKILL");
      if (what === "all") process.kill(Number(readFileSync(join(folder, "workerd.pid"), "utf8")), "SIGKILL");
    },
    async start() {
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      ({ child, url, simulator } = await run(env));
    },
    async stop() {
      if (child.exitCode === null && child.kill("SIGTERM")) await once(child, "exit");
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function run(env: Readonly<Record<string, string>>) {
  const given = { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", ...env };
  const child: ChildProcess = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", HOST], {
    env: given,
    // It ends with whoever holds the other end of the channel.
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  if (child.stdout === null) throw new Error("no output");
  for await (const line of createInterface(child.stdout)) {
    if (!line.startsWith("{")) continue;
    const { url, simulator } = JSON.parse(line) as { url: string; simulator: string };
    child.stdout.resume();
    return { child, url, simulator };
  }
  throw new Error("the product did not start");
}

async function control(simulator: string, path: string, body?: object): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const post = body === undefined ? {} : { method: "POST", headers, body: JSON.stringify(body) };
  const answer = await fetch(`${simulator}/_simulator/${path}`, post);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => once(server, "listening")));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  for (const server of servers) server.close();
  return ports;
}
