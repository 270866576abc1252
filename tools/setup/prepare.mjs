import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { delimiter, join } from "node:path";
import { withLock } from "./lock.mjs";
import { Refusal, step } from "./step.mjs";

const NODE = "24.13.0";
const PNPM = "10.34.8";
const TOOLS = `${NODE} ${PNPM} ${process.platform} ${process.arch}`;

/**
 * Brings the pinned Node.js and pnpm and the packages of the lockfile, each only if it is not there already.
 * Answers the path of that Node.js and the environment in which the task is to run.
 * @param {string} root the folder of the repository
 * @param {boolean} quiet
 */
export async function prepare(root, quiet) {
  const home = join(root, ".toolchain");
  const tools = { home, node: nodePath(home), pnpm: join(home, "node_modules", "pnpm", "bin", "pnpm.cjs") };
  const env = { ...process.env, PATH: [join(home, "node_modules", ".bin"), process.env.PATH].join(delimiter) };
  if (!isReady(root, tools)) {
    refuseReadOnly(root);
    const waiting = (/** @type {number} */ pid) =>
      process.stderr.write(`Another command is setting up (${pid}); waiting.\n`);
    await withLock(join(home, "lock"), () => setUp({ root, tools, env, quiet }), waiting);
  }
  return { node: tools.node, env };
}

/** @typedef {{ home: string, node: string, pnpm: string }} Tools */

/** @param {{ root: string, tools: Tools, env: NodeJS.ProcessEnv, quiet: boolean }} place */
async function setUp({ root, tools, env, quiet }) {
  if (!hasTools(tools)) await step(`Node.js ${NODE} and pnpm ${PNPM}`, () => fetchTools(tools.home), quiet);
  if (!hasPackages(root, tools)) await step("packages of the lockfile", () => installPackages(root, tools, env), quiet);
}

/** @param {string} home */
function nodePath(home) {
  const folder = join(home, "node_modules", nodePackage());
  return process.platform === "win32" ? join(folder, "bin", "node.exe") : join(folder, "bin", "node");
}

function nodePackage() {
  const { platform, arch } = process;
  // The registry's name for Apple's own chips has an infix that no other platform has.
  const prefix = platform === "darwin" && arch === "arm64" ? "node-bin" : "node";
  return [prefix, platform === "win32" ? "win" : platform, arch].join("-");
}

/** @param {string} root @param {Tools} tools */
function isReady(root, tools) {
  return hasTools(tools) && hasPackages(root, tools);
}

/** @param {Tools} tools */
function hasTools(tools) {
  return existsSync(tools.node) && existsSync(tools.pnpm) && readText(toolsStampFile(tools.home)) === TOOLS;
}

/** @param {string} home */
function toolsStampFile(home) {
  return join(home, "tools.stamp");
}

/** @param {string} file */
function readText(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/** @param {string} root @param {Tools} tools */
function hasPackages(root, tools) {
  const rooms = roomsOf(root).filter((room) =>
    /"(dev)?[dD]ependencies"/.test(readText(join(room, "package.json")) ?? ""),
  );
  return rooms.every((room) => existsSync(join(room, "node_modules"))) && readText(stampFile(tools)) === stampOf(root);
}

/** @param {string} root */
function roomsOf(root) {
  const rooms = ["apps", "packages"].flatMap((folder) =>
    readdirSync(join(root, folder)).map((room) => join(root, folder, room)),
  );
  return [root, ...rooms.sort()].filter((room) => existsSync(join(room, "package.json")));
}

/** @param {Tools} tools */
function stampFile(tools) {
  return join(tools.home, "packages.stamp");
}

/** @param {string} root */
function stampOf(root) {
  const hash = createHash("sha256").update(TOOLS);
  const manifests = roomsOf(root).map((room) => join(room, "package.json"));
  for (const file of [join(root, "pnpm-lock.yaml"), join(root, "pnpm-workspace.yaml"), ...manifests]) {
    hash.update(`\0${file.slice(root.length)}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** @param {string} root */
function refuseReadOnly(root) {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw new Refusal(
      `Cannot write in ${root}: the folder is read-only, and the first command has to set up packages there.`,
    );
  }
}

/** @param {string} home */
async function fetchTools(home) {
  mkdirSync(home, { recursive: true });
  rmSync(toolsStampFile(home), { force: true });
  writeFileSync(join(home, "package.json"), '{ "private": true }\n');
  const wanted = [`${nodePackage()}@${NODE}`, `pnpm@${PNPM}`];
  const flags = ["--no-save", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const said = await run(npm, ["install", "--prefix", home, ...flags, ...wanted], {
    cwd: home,
    env: withoutNpm(process.env),
  });
  if (said === "missing") throw new Refusal("npm was not found: install Node.js together with its npm and try again.");
  if (said !== undefined) {
    throw new Refusal(
      `Could not fetch ${wanted.join(" and ")} from the npm registry; is the network up? npm said: ${said}`,
    );
  }
  writeFileSync(toolsStampFile(home), TOOLS);
}

/** @param {string} root @param {Tools} tools @param {NodeJS.ProcessEnv} env */
async function installPackages(root, tools, env) {
  const stamp = stampOf(root);
  rmSync(stampFile(tools), { force: true });
  const flags = [
    "--frozen-lockfile",
    "--prefer-offline",
    "--config.confirm-modules-purge=false",
    "--reporter=append-only",
  ];
  const said = await run(tools.node, [tools.pnpm, "install", ...flags], { cwd: root, env: withoutNpm(env) });
  if (said !== undefined)
    throw new Refusal(`Could not install the packages of the lockfile; is the network up? pnpm said: ${said}`);
  writeFileSync(stampFile(tools), stamp);
}

/**
 * What `npm run` tells its scripts about the outer package would mislead an inner npm or pnpm; the person's own settings stay.
 * @param {NodeJS.ProcessEnv} env
 */
function withoutNpm(env) {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^npm_(package|lifecycle|config_(local_)?prefix)/.test(name)),
  );
}

/**
 * Answers undefined if the command succeeded, "missing" if there is none, else the line in which it told what is wrong.
 * @param {string} command @param {string[]} args @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<string | undefined>}
 */
function run(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...options,
      stdio: ["ignore", "pipe", "pipe"],
      shell: command.endsWith(".cmd"),
    });
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += chunk;
    });
    child.stderr.on("data", (chunk) => {
      said += chunk;
    });
    child.on("error", () => resolve("missing"));
    child.on("close", (code) => resolve(code === 0 ? undefined : complaint(said)));
  });
}

/** @param {string} said */
function complaint(said) {
  const lines = said
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const errors = lines.filter((line) => /error|ERR_|failed/i.test(line));
  return (errors.length > 0 ? errors : lines.slice(-2)).slice(0, 2).join(" · ") || "nothing";
}
