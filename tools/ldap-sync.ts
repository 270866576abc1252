import { parseArgs } from "node:util";
import { openProgress } from "./host/progress.ts";
import { DirectoryError } from "./ldap/directory.ts";
import { ScimError } from "./ldap/scim.ts";
import { readLdapSettings } from "./ldap/settings.ts";
import { type SyncCounts, syncPeople } from "./ldap/sync.ts";
import { ROOT } from "./run-command.ts";
import { Refusal } from "./setup/step.mjs";

const USAGE = "npm run ldap-sync -- [--full] [--dry-run] [--force] [--verbose]";
/** What a script that calls this may want to tell apart; 1 is a setting or a refusal. */
const EXIT = { directory: 2, product: 3, somePeople: 4 } as const;

/** Brings the people of an LDAP directory or Active Directory to the product. */
async function sync(): Promise<void> {
  const { verbose, "dry-run": dryRun, full, force } = readWish(process.argv.slice(2));
  const settings = readLdapSettings(process.env, ROOT);
  const progress = openProgress("the directory's people");
  const name = verbose ? { name: (what: string, user: string) => console.log(`  ${what.padEnd(8)} ${user}`) } : {};
  const counts = await syncPeople(settings, { full, dryRun, force, tell: progress.tell, ...name });
  progress.close();
  console.log(reportOf(counts, dryRun));
  if (counts.refused > 0) process.exitCode = EXIT.somePeople;
}

function reportOf({ full, referrals, ...counts }: SyncCounts, dryRun: boolean): string {
  const told = Object.entries(counts).flatMap(([what, count]) =>
    count > 0 || what === "read" ? [`${count} ${what}`] : [],
  );
  const mode = `${full ? "everybody" : "what has changed"}${dryRun ? ", nothing written" : ""}`;
  const elsewhere = referrals > 0 ? `; ${referrals} references to other servers were not followed` : "";
  return `${mode}: ${told.join(", ")}${elsewhere}`;
}

function readWish(args: string[]) {
  const flag = { type: "boolean", default: false } as const;
  try {
    return parseArgs({ args, options: { full: flag, "dry-run": flag, force: flag, verbose: flag } }).values;
  } catch {
    throw new Refusal(USAGE);
  }
}

try {
  await sync();
} catch (error) {
  const isKnown = error instanceof Refusal || error instanceof DirectoryError || error instanceof ScimError;
  console.error(isKnown ? error.message : error);
  process.exitCode = error instanceof DirectoryError ? EXIT.directory : error instanceof ScimError ? EXIT.product : 1;
}
