import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "../run-command.ts";
import { Refusal } from "../setup/step.mjs";
import type { MigratedDatabase } from "./migrate.ts";

type Statement = ReturnType<MigratedDatabase["prepare"]> & { readonly text: string };

interface Target {
  /** The binding, "DB". */
  readonly binding: string;
  readonly configPath: string;
  /** `["--remote"]`, or `["--local", "--persist-to", folder]`. */
  readonly where: readonly string[];
}

/** A deployed installation's database as wrangler reaches it, one call of wrangler for each read and each batch. */
export function openRemoteDatabase(target: Target): MigratedDatabase {
  const prepare = (sql: string, values: readonly unknown[] = []): Statement => ({
    text: withValues(sql, values),
    bind: (...given) => prepare(sql, given),
    all: async <Row>() => ({ results: await execute<Row>(target, withValues(sql, values)) }),
    run: () => execute(target, withValues(sql, values)),
  });
  return {
    prepare: (sql) => prepare(sql),
    batch: (statements) =>
      executeAll(
        target,
        (statements as Statement[]).map(({ text }) => text),
      ),
  };
}

async function execute<Row>(target: Target, sql: string): Promise<Row[]> {
  const said = await wrangler(target, ["--json", "--command", sql]);
  const [answer] = JSON.parse(said.slice(said.indexOf("["))) as { results?: Row[] }[];
  return answer?.results ?? [];
}

/** wrangler carries a file out as a whole or not at all. */
async function executeAll(target: Target, statements: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "today-sql-"));
  try {
    const file = join(folder, "batch.sql");
    writeFileSync(file, `${statements.map((sql) => sql.replace(/;\s*$/, "")).join(";\n")};\n`);
    await wrangler(target, ["--yes", "--file", file]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function wrangler({ binding, configPath, where }: Target, args: readonly string[]): Promise<string> {
  const { code, said } = await runCommand("wrangler", ["d1", "execute", binding, "-c", configPath, ...where, ...args], {
    env: { CI: "true", WRANGLER_SEND_METRICS: "false" },
  });
  if (code !== 0) throw new Refusal(`wrangler d1 execute failed:\n${said.trim().split("\n").slice(-4).join("\n")}`);
  return said;
}

/** "?", "?1" with what is bound to it, as SQL. */
function withValues(sql: string, values: readonly unknown[]): string {
  let next = 0;
  if (values.length === 0) return sql;
  return sql.replace(/\?(\d*)/g, (_, n: string) => literalOf(values[n === "" ? next++ : Number(n) - 1]));
}

function literalOf(value: unknown): string {
  if (value === null || value === undefined) return "null";
  return typeof value === "number" ? String(value) : `'${String(value).replaceAll("'", "''")}'`;
}
