import { join } from "node:path";
import { parseArgs } from "node:util";
import { openBareDatabase } from "./host/bare-database.ts";
import { claimDataFolder } from "./host/data-folder.ts";
import { rollBack } from "./host/migrate.ts";
import { readSettings } from "./host/settings.ts";
import { ROOT } from "./run-command.ts";
import { Refusal } from "./setup/step.mjs";

const USAGE =
  "npm run rollback -- --to NNNN, the number of the last migration that the older release has, for instance 0003";

/** Takes the database in DATA_DIR back to an older release's tables; what that release does not know is kept aside in it. */
async function goBack(): Promise<void> {
  const to = readWish(process.argv.slice(2));
  const folder = claimDataFolder(readSettings(process.env, ROOT).dataDir);
  try {
    const bare = await openBareDatabase(folder, join(ROOT, "wrangler.toml"));
    try {
      const undone = await rollBack(bare.database, bare.migrationsFolder, to);
      for (const name of undone) console.log(`  back before ${name}`);
      console.log(
        undone.length === 0
          ? "Nothing to go back from."
          : "Start the older release now: this one would go forth again.",
      );
    } finally {
      await bare.close();
    }
  } finally {
    folder.release();
  }
}

function readWish(args: string[]): string {
  try {
    const { to } = parseArgs({ args, options: { to: { type: "string" } } }).values;
    if (to !== undefined && /^\d{4}$/.test(to)) return to;
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
