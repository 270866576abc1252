import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unstable_readConfig } from "wrangler";
import { readKept } from "../packages/db/src/kept.ts";
import { build } from "./build.ts";
import { migrate } from "./host/migrate.ts";
import { openRemoteDatabase } from "./host/remote-database.ts";
import { ROOT, runCommand } from "./run-command.ts";
import { Refusal } from "./setup/step.mjs";

const SECRETS = ["DINGTALK_CORP_ID", "DINGTALK_APP_KEY", "DINGTALK_APP_SECRET", "SESSION_SECRET"];
const OPTIONAL_SECRETS = [
  "DINGTALK_AGENT_ID",
  "DINGTALK_CALLBACK_TOKEN",
  "DINGTALK_CALLBACK_AES_KEY",
  "CREDENTIAL_KEY",
];
const VARIABLES = [
  "DINGTALK_API_BASE",
  "DINGTALK_OAPI_BASE",
  "DINGTALK_LOGIN_BASE",
  "DINGTALK_EVENTS",
  "DINGTALK_JSAPI_DIGEST",
  "PUBLIC_URL",
  "DINGTALK_MONTHLY_CALLS",
  "DINGTALK_CALLS_PER_SECOND",
  "COMPANY_ZONE",
  "OUTGOING_PRIVATE",
];
const PLACEHOLDER = /^[0-]*$/;

/** Builds, migrates the remote database and deploys; refuses before anything has changed if a setting is missing. */
async function deploy(): Promise<void> {
  refuseUnready();
  const bundle = await build();
  await refuseMissingSecrets(bundle);
  await migrateRemote(bundle);
  const folder = mkdtempSync(join(tmpdir(), "today-deploy-"));
  try {
    const secrets = join(folder, "secrets.json");
    writeFileSync(secrets, JSON.stringify(given([...SECRETS, ...OPTIONAL_SECRETS])), { mode: 0o600 });
    const variables = Object.entries(given(VARIABLES)).flatMap(([name, value]) => ["--var", `${name}:${value}`]);
    await wrangler(["deploy", "-c", bundle, "--secrets-file", secrets, ...variables]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** After a release was taken back, what was kept aside of each step has to come back right behind it. */
async function migrateRemote(bundle: string): Promise<void> {
  const { binding, migrations_dir = "migrations" } = readConfig().database;
  const remote = openRemoteDatabase({ binding, configPath: bundle, where: ["--remote"] });
  if ((await readKept(remote)).length > 0) await migrate(remote, join(ROOT, migrations_dir));
  else await wrangler(["d1", "migrations", "apply", binding, "--remote", "-c", bundle]);
}

function refuseUnready(): void {
  if (!process.env.CLOUDFLARE_API_TOKEN) {
    throw new Refusal(
      "CLOUDFLARE_API_TOKEN is missing: make one in Cloudflare's dashboard (template “Edit Cloudflare Workers”, plus D1 and Queues).",
    );
  }
  const { database, queues } = readConfig();
  if (PLACEHOLDER.test(database.database_id ?? "")) {
    throw new Refusal(
      `wrangler.toml still holds a placeholder as database_id: make a D1 database "${database.database_name}" and the queues ${queues.join(", ")} in Cloudflare's dashboard, and put the database's id there.`,
    );
  }
}

function readConfig() {
  const config = unstable_readConfig({ config: join(ROOT, "wrangler.toml") }, { hideWarnings: true });
  const [database] = config.d1_databases;
  if (database === undefined) throw new Refusal("wrangler.toml names no database.");
  return { database, queues: (config.queues.producers ?? []).map(({ queue }: { queue: string }) => `"${queue}"`) };
}

/** A secret may be given now, or have been given at an earlier deployment. */
async function refuseMissingSecrets(bundle: string): Promise<void> {
  const missing = SECRETS.filter((name) => !process.env[name]);
  if (missing.length === 0) return;
  const { code, said } = await runCommand("wrangler", ["secret", "list", "-c", bundle]);
  const kept = code === 0 ? said : "";
  const unknown = missing.filter((name) => !kept.includes(`"${name}"`));
  if (unknown.length > 0)
    throw new Refusal(
      `${unknown.join(", ")} missing: give each in the environment; they are stored as secrets of the Worker.`,
    );
}

function given(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

async function wrangler(args: readonly string[]): Promise<void> {
  const { code } = await runCommand("wrangler", args, {
    show: true,
    env: { CI: "true", WRANGLER_SEND_METRICS: "false" },
  });
  if (code !== 0) throw new Refusal(`wrangler ${args.slice(0, 3).join(" ")} failed; nothing after it was done.`);
}

try {
  await deploy();
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
