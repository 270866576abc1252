import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readBundle } from "../host/bundle.ts";
import { claimDataFolder } from "../host/data-folder.ts";
import { type Runtime, startRuntime } from "../host/runtime.ts";
import { signIn, type WorkerDoor } from "../host/worker-door.ts";
import { type CannedDingTalk, startCanned } from "./canned-dingtalk.ts";

/** The production bundle on an empty database, with a DingTalk that answers from memory. */
export interface Stage {
  readonly runtime: Runtime;
  readonly dingtalk: CannedDingTalk;
  /** The door of the first administrator. */
  readonly admin: WorkerDoor;
  /** The cookie that a login code buys. */
  cookieOf(code: string): Promise<string>;
  stop(): Promise<void>;
}

/** A company and, where it is not now, when it is. */
interface Setting {
  readonly people: number;
  readonly date: string;
  /** How many calls of one API DingTalk takes in a second; no limit when there is none. */
  readonly callsPerSecond?: number;
  readonly clock?: () => number;
}

/** Opens the stage and signs in its first administrator. */
export async function openStage(bundle: string, company: Setting): Promise<Stage> {
  const path = mkdtempSync(join(tmpdir(), "today-bench-"));
  const folder = claimDataFolder(path);
  const dingtalk = await startCanned(company);
  const runtime = await startRuntime({
    bundle: readBundle(bundle),
    folder,
    host: "127.0.0.1",
    port: await freePort(),
    ...(company.clock ? { clock: company.clock } : {}),
    bindings: {
      OUTGOING_PRIVATE: "allow",
      SESSION_SECRET: randomBytes(32).toString("hex"),
      DINGTALK_CORP_ID: "dingbench",
      DINGTALK_AGENT_ID: "1",
      DINGTALK_APP_KEY: "bench",
      DINGTALK_APP_SECRET: "bench",
      DINGTALK_API_BASE: dingtalk.url,
      DINGTALK_OAPI_BASE: dingtalk.url,
      DINGTALK_MONTHLY_CALLS: "100000000",
      DINGTALK_CALLS_PER_SECOND: String(company.callsPerSecond ?? 1_000_000),
    },
  });
  const stop = async () => {
    await runtime.stop();
    await dingtalk.stop();
    folder.release();
    rmSync(path, { recursive: true, force: true });
  };
  const admin = await signIn(runtime.url, "u1");
  return { runtime, dingtalk, admin, cookieOf: (code) => cookieOf(runtime.url, code), stop };
}

async function cookieOf(origin: string, code: string): Promise<string> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${origin}/api/session`, { method: "POST", headers, body: JSON.stringify({ code }) });
  if (!response.ok) throw new Error(`signing in answered ${response.status}`);
  return response.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
