import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import { build } from "vite";
import type { MigratedDatabase } from "../host/migrate.ts";

/** The bare worker on the same workerd. */
export interface Bare {
  readonly url: string;
  readonly database: MigratedDatabase;
  stop(): Promise<void>;
}

const person = `create table person (id text primary key, ${"abcdefghijkl"
  .split("")
  .map((name) => `${name} text`)
  .join(", ")}) strict`;
const pick = "create table pick (id text primary key, date text, project_id text) strict";

const allocation = `create table allocation (company_id text, project_id text, date text, person_id text, n integer,
  task_id text, minutes integer, basis text, place text, overtime text,
  primary key (company_id, project_id, date, person_id, n)) strict, without rowid`;

/** Builds and starts the bare worker on an empty D1 with the product's punch table and none of its triggers. */
export async function openBare(root: string, compatibilityDate: string): Promise<Bare> {
  const folder = mkdtempSync(join(tmpdir(), "today-bare-worker-"));
  await build({
    root,
    configFile: false,
    logLevel: "error",
    build: {
      ssr: true,
      target: "es2022",
      outDir: join(folder, "dist"),
      rollupOptions: { input: join(root, "apps/worker/bench/bare-worker.ts"), output: { entryFileNames: "worker.js" } },
    },
    ssr: { noExternal: true, target: "webworker" },
  });
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: "127.0.0.1",
      port: 0,
      cf: false,
      log: new Log(LogLevel.WARN),
      resourcePersistencePath: join(folder, "data"),
      workers: [
        {
          name: "bare",
          compatibilityDate,
          modules: [
            { type: "ESModule", path: "worker.js", contents: readFileSync(join(folder, "dist/worker.js"), "utf8") },
          ],
          d1Databases: { DB: "bare" },
        },
      ],
    }),
  );
  const url = await miniflare.ready;
  const db: MigratedDatabase = await miniflare.getD1Database("DB");
  for (const sql of [person, pick, punchTable(root), allocation]) await db.prepare(sql).run();
  await db.prepare("insert into person (id, a) values ('p1', '赵磊')").run();
  const stop = async () => {
    await miniflare.dispose();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: url.origin, database: db, stop };
}

function punchTable(root: string): string {
  const migrations = join(root, "packages/db/migrations");
  const [first = ""] = readdirSync(migrations).sort();
  const table = /create table punch \([\s\S]*?without rowid;/.exec(readFileSync(join(migrations, first), "utf8"))?.[0];
  if (table === undefined) throw new Error("the first migration has no table punch");
  return table;
}
