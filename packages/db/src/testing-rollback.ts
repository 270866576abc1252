import type { D1Migration } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { putBack } from "./kept.ts";

declare global {
  namespace Cloudflare {
    interface Env {
      ROLLBACK: D1Migration[];
      ROLLBACK_AGAIN: D1Migration[];
    }
  }
}

/** The names of all migrations in their order, "0001_facts_and_days.sql" first. */
export const steps: readonly string[] = env.MIGRATIONS.map(({ name }) => name);

/** The statements of a migration's way back; none if it has no such file. */
export function wayBack(name: string): readonly string[] {
  return env.ROLLBACK.find((one) => one.name === name)?.queries ?? [];
}

/** Goes back until the first `count` migrations are applied. */
export async function backTo(count: number): Promise<void> {
  for (const name of (await applied()).slice(count).reverse()) {
    await run([...wayBack(name), `delete from d1_migrations where name = '${name}'`]);
  }
}

/** Goes forth until the first `count` migrations are applied, each with what was kept aside of it. */
export async function forthTo(count: number): Promise<void> {
  for (const { name, queries } of env.MIGRATIONS.slice((await applied()).length, count)) {
    await run([...queries, `insert into d1_migrations (name) values ('${name}')`]);
    await putBack(env.DB, name.slice(0, 4), env.ROLLBACK_AGAIN.find((one) => one.name === name)?.queries);
  }
}

async function applied(): Promise<string[]> {
  const { results } = await env.DB.prepare("select name from d1_migrations order by name").all<{ name: string }>();
  return results.map(({ name }) => name);
}

async function run(queries: readonly string[]): Promise<void> {
  await env.DB.batch(queries.map((sql) => env.DB.prepare(sql)));
}
