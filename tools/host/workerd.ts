import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { DataFolder } from "./data-folder.ts";

const PID = "workerd.pid";

/**
 * workerd outlives a Node.js that is killed with -9, and keeps the port and the database open.
 * Here it is started so that its number stays in the folder; answers the environment that it needs.
 */
export function traceWorkerd(folder: DataFolder): Record<string, string> {
  if (process.platform === "win32") return {};
  const { default: workerd } = createRequire(import.meta.url)("workerd") as { default: string };
  process.env.MINIFLARE_WORKERD_PATH = join(import.meta.dirname, "workerd.sh");
  return { TODAY_WORKERD: workerd, TODAY_WORKERD_PID: folder.file(PID) };
}

/** Ends the workerd that a killed instance left on this folder, if it is still there, and waits until its port is free. */
export async function endOrphan(folder: DataFolder): Promise<void> {
  const pid = Number(folder.read(PID)?.trim());
  if (!(pid > 0) || !isWorkerd(pid)) return;
  // A process that ends forgets what it was called before it lets go of its port.
  for (let tries = 0; tries < 100 && signal(pid, 0); tries++) {
    if (isWorkerd(pid)) signal(pid, "SIGKILL");
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** False where there is no such process any more. */
function signal(pid: number, what: "SIGKILL" | 0): boolean {
  try {
    return process.kill(pid, what);
  } catch {
    return false;
  }
}

function isWorkerd(pid: number): boolean {
  return /workerd/.test(commandOf(pid));
}

function commandOf(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}
