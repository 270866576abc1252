import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type PlainDatabase, putBack, readKept } from "../../packages/db/src/kept.ts";
import { Refusal } from "../setup/step.mjs";

/** The part of a D1 database that migrating needs. */
export type MigratedDatabase = PlainDatabase;

/** What a migration's way back is named after: "0003" of "0003_closed_month.sql". */
const STEP = 4;

// Wrangler's own table, so that a database may be handed from one to the other.
const TABLE = `create table if not exists d1_migrations (
  id integer primary key autoincrement,
  name text unique,
  applied_at timestamp default current_timestamp not null
)`;

/**
 * Applies what is not applied yet, each file in one transaction, and puts back what going back had kept aside of it; answers the
 * names of the applied, for instance ["0001_first.sql"]. Refuses a database that a newer release has migrated.
 */
export async function migrate(db: MigratedDatabase, folder: string): Promise<string[]> {
  const applied = await readApplied(db);
  const all = filesOf(folder);
  refuseUnknown(applied, all);
  const waiting = all.filter((name) => !applied.includes(name));
  for (const name of all) {
    if (waiting.includes(name)) await apply(db, join(folder, name), markOf(db, name));
    await restore(db, folder, name);
  }
  return waiting;
}

/**
 * Goes back until `to` is the last step applied, "0003" or "0000" for none, each step in one transaction; answers the names of the
 * migrations undone, the latest first. What older releases do not know is kept aside in the database.
 */
export async function rollBack(db: MigratedDatabase, folder: string, to: string): Promise<string[]> {
  const applied = await readApplied(db);
  const all = filesOf(folder);
  refuseUnknown(applied, all);
  const names = all.filter((name) => applied.includes(name) && name.slice(0, STEP) > to).reverse();
  const missing = names.filter((name) => !existsSync(wayBack(folder, name)));
  if (missing.length > 0) throw new Refusal(`There is no way back from ${missing.join(", ")}.`);
  for (const name of all.filter((one) => applied.includes(one))) await restore(db, folder, name);
  for (const name of names) {
    await apply(db, wayBack(folder, name), db.prepare("delete from d1_migrations where name = ?").bind(name));
  }
  return names;
}

function wayBack(folder: string, name: string): string {
  return join(folder, "..", "rollback", name);
}

function filesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
}

async function readApplied(db: MigratedDatabase): Promise<string[]> {
  await db.prepare(TABLE).run();
  const { results } = await db.prepare("select name from d1_migrations order by name").all<{ name: string }>();
  return results.map(({ name }) => name);
}

function refuseUnknown(applied: readonly string[], all: readonly string[]): void {
  const unknown = applied.filter((name) => !all.includes(name));
  const last = all.at(-1)?.slice(0, STEP) ?? "0000";
  if (unknown.length > 0)
    throw new Refusal(
      `A newer release has migrated this database (${unknown.join(", ")}): start that release, or go back with it: npm run rollback -- --to ${last}`,
    );
}

function markOf(db: MigratedDatabase, name: string) {
  return db.prepare("insert into d1_migrations (name) values (?)").bind(name);
}

async function apply(db: MigratedDatabase, file: string, mark: ReturnType<typeof markOf>): Promise<void> {
  const statements = await split(file);
  await db.batch([...statements.map((sql) => db.prepare(sql)), mark]);
}

async function restore(db: MigratedDatabase, folder: string, name: string): Promise<void> {
  const step = name.slice(0, STEP);
  const kept = await readKept(db);
  if (!kept.some((one) => one.step === step)) return;
  const again = join(folder, "..", "rollback", "again", name);
  await putBack(db, step, existsSync(again) ? await split(again) : []);
}

async function split(file: string): Promise<string[]> {
  // Wrangler is large: it is loaded only if there is something to apply.
  const { unstable_splitSqlQuery } = await import("wrangler");
  return unstable_splitSqlQuery(readFileSync(file, "utf8"));
}
