import { env } from "cloudflare:workers";
import { getTableConfig, type SQLiteTable } from "drizzle-orm/sqlite-core";
import { expect, test } from "vitest";
import { openDatabase } from "./database.ts";
import * as schema from "./schema.ts";
import * as api from "./schema-api.ts";
import * as approvals from "./schema-approvals.ts";
import * as comparison from "./schema-comparison.ts";
import * as connection from "./schema-connection.ts";
import * as events from "./schema-events.ts";
import * as hooks from "./schema-hooks.ts";
import * as inbound from "./schema-inbound.ts";
import * as link from "./schema-link.ts";
import * as mapping from "./schema-mapping.ts";
import * as money from "./schema-money.ts";
import * as month from "./schema-month.ts";
import * as pace from "./schema-pace.ts";
import * as people from "./schema-people.ts";
import * as privacy from "./schema-privacy.ts";
import * as projectApprovals from "./schema-project-approvals.ts";
import * as rebuilding from "./schema-rebuild.ts";
import * as reconciliation from "./schema-reconciliation.ts";
import * as shifts from "./schema-shifts.ts";
import * as targets from "./schema-targets.ts";
import * as taskStates from "./schema-task-states.ts";
import * as visits from "./schema-visits.ts";
import "./testing.ts";

const db = openDatabase(env.DB);
const pages = [
  schema,
  pace,
  month,
  money,
  link,
  people,
  events,
  connection,
  privacy,
  shifts,
  rebuilding,
  approvals,
  visits,
  reconciliation,
  projectApprovals,
  targets,
  mapping,
  taskStates,
  hooks,
  inbound,
  comparison,
  api,
];
const tables: SQLiteTable[] = pages.flatMap((page) => Object.values(page));

test("the page of tables names every table of the migrations and no other", async () => {
  const found = await db.all<{ name: string }>(
    "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like 'd1_%' and name not like '\\_cf%' escape '\\' order by name",
  );
  expect(tables.map((table) => getTableConfig(table).name).sort()).toEqual(found.map(({ name }) => name));
});

test.each(tables.map((table) => [getTableConfig(table).name, table] as const))(
  "%s has the columns, the key and the indexes of the migration",
  async (name, table) => {
    const config = getTableConfig(table);
    const columns = await db.all<{ name: string; type: string; required: number; pk: number }>(
      `select name, lower(type) as type, "notnull" as required, pk from pragma_table_info(?1) order by cid`,
      name,
    );
    const key = config.primaryKeys[0]?.columns ?? config.columns.filter(({ primary }) => primary);
    expect(
      config.columns.map((column) => ({
        ...{ name: column.name, type: column.getSQLType(), pk: key.findIndex((one) => one.name === column.name) + 1 },
      })),
    ).toEqual(columns.map(({ name, type, pk }) => ({ name, type, pk })));
    for (const { name: column, required, pk } of columns) {
      const drawn = config.columns.find((one) => one.name === column);
      if (pk === 0) expect(drawn?.notNull, column).toBe(required === 1);
    }
    const indexes = await db.all<{ name: string }>(
      "select name from pragma_index_list(?1) where origin = 'c' order by name",
      name,
    );
    expect(config.indexes.map((index) => index.config.name).sort()).toEqual(indexes.map((index) => index.name));
  },
);
