import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { V4ModuleDefinition, V4WorkerOptions } from "miniflare";
import { unstable_getMiniflareWorkerOptions, unstable_readConfig } from "wrangler";

/** The built Worker with everything that wrangler.toml says of it, in Miniflare's words. */
export interface Bundle {
  readonly worker: V4WorkerOptions & { readonly bindings?: Record<string, unknown> };
  readonly databaseBinding: string;
  readonly queueBinding: string;
  readonly migrationsFolder: string;
  readonly crons: readonly string[];
}

/** Reads a build by its `wrangler.json`; nothing of wrangler.toml is repeated here. */
export function readBundle(configPath: string): Bundle {
  const { workerOptions, main } = unstable_getMiniflareWorkerOptions(configPath);
  const config = unstable_readConfig({ config: configPath }, { hideWarnings: true });
  const [database] = config.d1_databases;
  const [queue] = config.queues.producers ?? [];
  if (main === undefined || database?.migrations_dir === undefined || queue === undefined)
    throw new Error(`${configPath} names no entry, no database or no queue`);
  const { modulesRules: _rules, ...options } = workerOptions;
  const folder = dirname(configPath);
  return {
    worker: { ...options, name: config.name, modulesRoot: dirname(main), modules: readModules(main) },
    databaseBinding: database.binding,
    queueBinding: queue.binding,
    migrationsFolder: join(folder, database.migrations_dir),
    crons: config.triggers.crons ?? [],
  };
}

/** The schedules of a `wrangler.json` or wrangler.toml. */
export function readCrons(configPath: string): readonly string[] {
  return unstable_readConfig({ config: configPath }, { hideWarnings: true }).triggers.crons ?? [];
}

const KINDS: Readonly<Record<string, V4ModuleDefinition["type"]>> = {
  ".js": "ESModule",
  ".mjs": "ESModule",
  ".wasm": "CompiledWasm",
  ".bin": "Data",
  ".txt": "Text",
};

/** The entry comes first: Miniflare starts the first module. */
function readModules(main: string): V4ModuleDefinition[] {
  const folder = dirname(main);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));
  return [main, ...files.filter((file) => file !== main)].flatMap((path) => {
    const type = KINDS[/\.\w+$/.exec(path)?.[0] ?? ""];
    return type === undefined ? [] : [{ type, path, contents: new Uint8Array(readFileSync(path)) }];
  });
}
