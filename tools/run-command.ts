import { spawn } from "node:child_process";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "..");

/** How a command ended, and all that it said. */
export interface Ended {
  readonly code: number;
  readonly said: string;
}

interface Options {
  /** Show what it says while it says it; otherwise it is only collected. */
  readonly show?: boolean;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Runs a program of the lockfile, for instance `runCommand("tsc", ["-p", "apps/web"])`, in the folder of the repository. */
export function runCommand(name: string, args: readonly string[], options: Options = {}): Promise<Ended> {
  const command = name === "node" ? process.execPath : join(ROOT, "node_modules", ".bin", name);
  const env = { ...process.env, ...options.env };
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env,
      stdio: ["ignore", options.show ? "inherit" : "pipe", options.show ? "inherit" : "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk) => {
        said += chunk;
      });
    }
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, said }));
  });
}
