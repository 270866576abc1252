import { createHash } from "node:crypto";
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createBuilder } from "vite";
import { withLock } from "./setup/lock.mjs";
import { Refusal, step } from "./setup/step.mjs";

const ROOT = join(import.meta.dirname, "..");
const DIST = join(ROOT, "dist");
const STAMP = join(DIST, "stamp");
const SOURCES = [
  "apps/{web,worker}/{src,public}/**/*",
  "apps/web/index.html",
  "{apps,packages}/*/package.json",
  "packages/{core,db,dingtalk,connectors}/src/**/*",
  "{vite.config.ts,wrangler.toml,tsconfig.json,pnpm-lock.yaml}",
];

/** Builds page and Worker into `dist/` if any source is newer than the last build; answers the Worker's `wrangler.json`. */
export async function build(): Promise<string> {
  const bundle = join(DIST, "today", "wrangler.json");
  if (isBuilt()) return bundle;
  const wait = (pid: number) => console.log(`Another command is building (${pid}); waiting.`);
  await withLock(join(ROOT, ".toolchain", "build.lock"), async () => void (isBuilt() || (await buildNow())), wait);
  return bundle;
}

async function buildNow(): Promise<void> {
  const stamp = sourcesStamp();
  rmSync(STAMP, { force: true });
  await step("build of page and worker", runVite, false);
  mkdirSync(DIST, { recursive: true });
  writeFileSync(STAMP, stamp);
}

async function runVite(): Promise<void> {
  process.env.NODE_ENV = "production";
  const builder = await createBuilder({ configFile: join(ROOT, "vite.config.ts"), logLevel: "warn" });
  try {
    await builder.buildApp();
  } catch (error) {
    throw new Refusal(`The build failed: ${error instanceof Error ? error.message : error}`);
  }
}

function isBuilt(): boolean {
  try {
    return readFileSync(STAMP, "utf8") === sourcesStamp();
  } catch {
    return false;
  }
}

function sourcesStamp(): string {
  const hash = createHash("sha256");
  const files = globSync(SOURCES, { cwd: ROOT, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) hash.update(`${file.slice(ROOT.length)}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

if (import.meta.main) await build();
