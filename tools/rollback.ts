import { join } from "node:path";
import { parseArgs } from "node:util";
import { unstable_readConfig } from "wrangler";
import { openBareDatabase } from "./host/bare-database.ts";
import { claimDataFolder } from "./host/data-folder.ts";
import { rollBack } from "./host/migrate.ts";
import { openRemoteDatabase } from "./host/remote-database.ts";
import { readSettings } from "./host/settings.ts";
import { ROOT } from "./run-command.ts";
import { Refusal } from "./setup/step.mjs";

const USAGE =
  "npm run rollback -- --to NNNN, the number of the last migration that the older release has, for instance 0003; --remote for the deployed one";

const CONFIG = join(ROOT, "wrangler.toml");

/** Takes a database back to an older release's tables; what that release does not know is kept aside in it. */
async function goBack(): Promise<void> {
  const { to, remote } = readWish(process.argv.slice(2));
  const undone = remote ? await backOnCloudflare(to) : await backInFolder(to);
  for (const name of undone) console.log(`  back before ${name}`);
  const next = remote ? "Deploy the older release now." : "Start the older release now: this one would go forth again.";
  console.log(undone.length === 0 ? "Nothing to go back from." : next);
}

async function backInFolder(to: string): Promise<string[]> {
  const folder = claimDataFolder(readSettings(process.env, ROOT).dataDir);
  try {
    const bare = await openBareDatabase(folder, CONFIG);
    try {
      return await rollBack(bare.database, bare.migrationsFolder, to);
    } finally {
      await bare.close();
    }
  } finally {
    folder.release();
  }
}

function backOnCloudflare(to: string): Promise<string[]> {
  const [database] = unstable_readConfig({ config: CONFIG }, { hideWarnings: true }).d1_databases;
  if (database?.migrations_dir === undefined) throw new Refusal("wrangler.toml names no database.");
  if (!process.env.CLOUDFLARE_API_TOKEN) throw new Refusal("CLOUDFLARE_API_TOKEN is missing.");
  const remote = openRemoteDatabase({ binding: database.binding, configPath: CONFIG, where: ["--remote"] });
  return rollBack(remote, join(ROOT, database.migrations_dir), to);
}

function readWish(args: string[]): { to: string; remote: boolean } {
  try {
    const options = { to: { type: "string" }, remote: { type: "boolean", default: false } } as const;
    const { to, remote } = parseArgs({ args, options }).values;
    if (to !== undefined && /^\d{4}$/.test(to)) return { to, remote };
  } catch {
    // Said below.
  }
  throw new Refusal(USAGE);
}

try {
  await goBack();
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
}
