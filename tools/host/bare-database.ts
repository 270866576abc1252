import { dirname, join } from "node:path";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare, type V4WorkerOptions } from "miniflare";
import { unstable_getMiniflareWorkerOptions, unstable_readConfig } from "wrangler";
import type { DataFolder } from "./data-folder.ts";
import type { MigratedDatabase } from "./migrate.ts";
import { endOrphan, traceWorkerd } from "./workerd.ts";

type Databases = NonNullable<V4WorkerOptions["d1Databases"]>;

/** An installation's database without the product, and where its migrations are. */
export interface BareDatabase {
  readonly database: MigratedDatabase;
  readonly migrationsFolder: string;
  close(): Promise<void>;
}

/** Opens the database of a claimed folder, as wrangler.toml or a build's `wrangler.json` names it; nothing is migrated. */
export async function openBareDatabase(folder: DataFolder, configPath: string): Promise<BareDatabase> {
  const [named] = unstable_readConfig({ config: configPath }, { hideWarnings: true }).d1_databases;
  if (named?.migrations_dir === undefined) throw new Error(`${configPath} names no database`);
  await endOrphan(folder);
  const { d1Databases } = unstable_getMiniflareWorkerOptions(configPath).workerOptions;
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      cf: false,
      log: new Log(LogLevel.WARN),
      telemetry: { enabled: false },
      resourcePersistencePath: folder.path,
      unsafeRuntimeEnv: traceWorkerd(folder),
      workers: [{ name: "bare", modules: true, script: "export default {}", d1Databases: d1Databases as Databases }],
    }),
  );
  return {
    database: await miniflare.getD1Database(named.binding),
    migrationsFolder: join(dirname(configPath), named.migrations_dir),
    close: () => miniflare.dispose(),
  };
}
