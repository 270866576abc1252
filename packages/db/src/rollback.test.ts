import { env } from "cloudflare:workers";
import { afterEach, beforeAll, expect, test } from "vitest";
import { readKept } from "./kept.ts";
import { backTo, forthTo, steps, wayBack } from "./testing-rollback.ts";
import { fillEveryTable } from "./testing-rows.ts";
import "./testing.ts";

/** What is computed from facts, and may differ until it is computed anew: a table, or columns of one. */
const derived: Readonly<Record<string, readonly string[] | "all">> = {
  dirty_day: "all",
  stale_month: "all",
  project_month: "all",
  call_pace: "all",
  call_pause: "all",
  coordinates_cleared: "all",
  report_column: "all",
  title_position: "all",
  stream_state: "all",
  push_count: "all",
  jsapi_ticket: "all",
  inbound_delivery: "all",
  remote_change: "all",
  worklog_seen: "all",
  worklog_mend: "all",
  target_run: ["next_at"],
  project: ["sites"],
  workday: ["body"],
  allocation: ["state", "reasons"],
};

const db = env.DB;
type Rows = Record<string, unknown[]>;

beforeAll(async () => {
  await db.batch(await fillEveryTable(db));
});
afterEach(() => forthTo(steps.length));

async function names(kind: "table" | "kept"): Promise<string[]> {
  const { results } = await db
    .prepare(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\'
         and name not like 'd1\\_%' escape '\\' and name not like '\\_cf%' escape '\\' order by name`,
    )
    .all<{ name: string }>();
  return results.map(({ name }) => name).filter((name) => name.startsWith("kept_") === (kind === "kept"));
}

/** Everything that is not derived, row by row. */
async function facts(): Promise<Rows> {
  const rows: Rows = {};
  for (const name of await names("table")) {
    if (derived[name] === "all") continue;
    const { results } = await db.prepare(`select * from "${name}"`).all<Record<string, unknown>>();
    const without = new Set(derived[name] ?? []);
    rows[name] = results
      .map((row) =>
        JSON.stringify(
          Object.entries(row)
            .filter(([column]) => !without.has(column))
            .sort(),
        ),
      )
      .sort();
  }
  return rows;
}

/** Every table, index and trigger as it was written, spaces and quotes aside. */
async function schema(): Promise<string[]> {
  const { results } = await db
    .prepare(
      "select name, sql from sqlite_schema where sql is not null and tbl_name not glob 'kept_[0-9]*' order by name",
    )
    .all<{ name: string; sql: string }>();
  const kept = results.filter(({ name }) => !/^(sqlite_|d1_|_cf)/.test(name));
  return kept.map(({ sql }) =>
    sql
      .replace(/--.*$/gm, "")
      .replace(/["\s]+/g, "")
      .toLowerCase(),
  );
}

test.each(steps)("%s has a way back", (name) => {
  expect(wayBack(name), `packages/db/rollback/${name}`).not.toEqual([]);
  expect(wayBack(name).at(-1)).toBe(`delete from d1_migrations where name = '${name}'`);
});

test("no way back is without its migration", () => {
  const ways = [...env.ROLLBACK, ...env.ROLLBACK_AGAIN].map(({ name }) => name);
  expect(ways.filter((name) => !steps.includes(name))).toEqual([]);
});

test("every table has rows to lose", async () => {
  const empty = Object.entries(await facts()).filter(([, rows]) => rows.length === 0);
  expect(empty.map(([name]) => name)).toEqual([]);
});

test.each(steps.map((name, before) => [name, before] as const))(
  "back before %s and forth again, every fact is as it was, and so is every table",
  async (_, before) => {
    const was = { facts: await facts(), schema: await schema() };
    await backTo(before);
    await forthTo(steps.length);
    expect(await schema()).toEqual(was.schema);
    expect(await facts()).toEqual(was.facts);
    expect(await readKept(db)).toEqual([]);
  },
);

test("each way back leaves the tables of the release before it", async () => {
  const after: string[][] = [];
  await backTo(0);
  for (const count of steps.keys()) {
    after.push(await schema());
    await forthTo(count + 1);
  }
  for (const [count, name] of [...steps.entries()].reverse()) {
    await backTo(count);
    expect(await schema(), `before ${name}`).toEqual(after[count]);
  }
});
