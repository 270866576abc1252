import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The part of a D1 database that migrating needs. */
export interface MigratedDatabase {
  prepare(sql: string): MigratedStatement;
  batch(statements: MigratedStatement[]): Promise<unknown>;
}

interface MigratedStatement {
  bind(...values: unknown[]): MigratedStatement;
  all<Row>(): Promise<{ results: Row[] }>;
  run(): Promise<unknown>;
}

// Wrangler's own table, so that a database may be handed from one to the other.
const TABLE = `create table if not exists d1_migrations (
  id integer primary key autoincrement,
  name text unique,
  applied_at timestamp default current_timestamp not null
)`;

/** Applies what is not applied yet, each file in one transaction; answers their names, for instance ["0001_first.sql"]. */
export async function migrate(db: MigratedDatabase, folder: string): Promise<string[]> {
  await db.prepare(TABLE).run();
  const { results } = await db.prepare("select name from d1_migrations").all<{ name: string }>();
  const applied = new Set(results.map((row) => row.name));
  const waiting = readdirSync(folder).filter((name) => name.endsWith(".sql") && !applied.has(name));
  for (const name of waiting.sort()) {
    const statements = await split(readFileSync(join(folder, name), "utf8"));
    const mark = db.prepare("insert into d1_migrations (name) values (?)").bind(name);
    await db.batch([...statements.map((sql) => db.prepare(sql)), mark]);
  }
  return waiting;
}

async function split(sql: string): Promise<string[]> {
  // Wrangler is large: it is loaded only if there is something to apply.
  const { unstable_splitSqlQuery } = await import("wrangler");
  return unstable_splitSqlQuery(sql);
}
