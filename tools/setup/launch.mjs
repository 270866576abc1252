import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { prepare } from "./prepare.mjs";
import { Refusal } from "./step.mjs";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const PATIENCE_MS = 10_000;

/**
 * Sets up what is missing, then runs `tools/<task>.ts` and leaves with its exit code.
 * @param {string | undefined} task for instance "start"
 * @param {string[]} args
 */
export async function launch(task, args) {
  try {
    const script = join(ROOT, "tools", `${task}.ts`);
    if (!task || !/^[a-z]+(-[a-z]+)*$/.test(task) || !existsSync(script))
      throw new Refusal(`There is no task "${task ?? ""}".`);
    const { node, env } = await prepare(ROOT, task === "golden");
    process.exitCode = await follow(spawnTask(node, [script, ...args], env));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** @param {string} node @param {string[]} args @param {NodeJS.ProcessEnv} env */
function spawnTask(node, args, env) {
  // A group of its own, so that everything the task starts can be stopped together. The channel tells it when we die.
  return spawn(node, ["--disable-warning=ExperimentalWarning", ...args], {
    cwd: ROOT,
    env,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    detached: process.platform !== "win32",
  });
}

/**
 * Passes signals on and waits; whatever is left of the group afterwards is ended.
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<number>}
 */
function follow(child) {
  const pass = (/** @type {NodeJS.Signals} */ signal) => {
    signalGroup(child, signal);
    setTimeout(() => signalGroup(child, "SIGKILL"), PATIENCE_MS).unref();
  };
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, () => pass(signal));
  return new Promise((resolve) => {
    child.on("exit", (code, signal) => {
      signalGroup(child, "SIGKILL");
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/** @param {import("node:child_process").ChildProcess} child @param {NodeJS.Signals} signal */
function signalGroup(child, signal) {
  try {
    if (process.platform === "win32" || child.pid === undefined) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Nobody is left in the group.
  }
}
