import { groupRows } from "./arrival.ts";

/** What a column's check wants where the made-up value would be refused, in the first and the second row. */
const wanted: Readonly<Record<string, readonly [unknown, unknown]>> = {
  "project.short_name": ["西站", "东站"],
  "project.mark": ["西", "东"],
  "project.color": [1, 2],
  "workday.unassigned": [0, 0],
  "person.active": [1, 0],
  "approved_time.end_minute": [1_200, 1_260],
  "approved_leave.to_at": [4_000_000_000_000, 4_000_000_000_001],
  "terms.daily_minutes": [480, 420],
  "account.state": ["matched", "matched"],
};

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly sql: string;
  readonly parent: string | null;
}

const columnsSql = `select t.name as "table", c.name, upper(c.type) as type, t.sql, f."table" as parent
  from sqlite_schema t join pragma_table_info(t.name) c
  left join pragma_foreign_key_list(t.name) f on f."from" = c.name
  where t.type = 'table' and t.name not like 'sqlite\\_%' escape '\\' and t.name not like 'd1\\_%' escape '\\'
    and t.name not like '\\_cf%' escape '\\' and t.name not glob 'kept_[0-9]*'
  order by t.rowid, c.cid`;

/** Statements that put two made-up rows into every table there is; what a table references has a row before it. */
export async function fillEveryTable(db: D1Database): Promise<D1PreparedStatement[]> {
  const { results } = await db.prepare(columnsSql).all<Column>();
  const tables = [...groupRows(results, ({ table }) => table).entries()];
  return tables.flatMap(([table, columns]) =>
    [0, 1].map((n) => {
      const names = columns.map(({ name }) => `"${name}"`).join(", ");
      const marks = columns.map((_, index) => `?${index + 1}`).join(", ");
      const values = columns.map((column) => madeUp(column, n));
      return db.prepare(`insert or replace into "${table}" (${names}) values (${marks})`).bind(...values);
    }),
  );
}

function madeUp(column: Column, n: number): unknown {
  const { table, name, type, sql } = column;
  const given = wanted[`${table}.${name}`]?.[n];
  if (given !== undefined) return given;
  const [, words] = new RegExp(`\\b${name} in \\(([^)]*)\\)`).exec(sql) ?? [];
  const choices = words?.split(",").map((word) => word.trim().replaceAll("'", ""));
  const chosen = choices?.[n % choices.length];
  if (type === "INTEGER" || type === "REAL") return chosen === undefined ? n + 1 : Number(chosen);
  if (chosen !== undefined) return chosen;
  if (column.parent !== null && name !== "company_id") return `id${n + 1}`;
  if (new RegExp(`json_valid\\(${name}\\)`).test(sql)) return "{}";
  return /date|_on$|^day$|^first$|^last$|until/.test(name) ? `2026-09-${14 + n}` : `${name}${n + 1}`;
}
