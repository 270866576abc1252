import type { Database, SqlValue } from "./database.ts";

/** One of several reads that go as one: its columns in the order in which they travel. */
export interface Part {
  readonly sql: string;
  readonly values: readonly SqlValue[];
  readonly columns: readonly string[];
}

/** The rows of each part, read as one statement: D1 takes longer to be asked than to answer. All of them must fit into 2 MB. */
export async function readPacked(db: Database, parts: readonly Part[]): Promise<Record<string, unknown>[][]> {
  const { sql, values } = pack(parts);
  const [row] = await db.all<Record<string, unknown>>(sql, ...values);
  return unpack(parts, row ?? {});
}

function pack(parts: readonly Part[]): { readonly sql: string; readonly values: SqlValue[] } {
  const values: SqlValue[] = [];
  const placeOf = (value: SqlValue) => {
    const known = values.indexOf(value);
    return known === -1 ? values.push(value) : known + 1;
  };
  const selects = parts.map((part, n) => {
    const sql = part.sql.replace(
      /\?(\d+)/g,
      (_, place: string) => `?${placeOf(part.values[Number(place) - 1] ?? null)}`,
    );
    const columns = part.columns.map((name) => `"${name}"`).join(", ");
    return `(select json_group_array(json_array(${columns})) from (${sql})) as p${n}`;
  });
  return { sql: `select ${selects.join(",\n")}`, values };
}

function unpack(parts: readonly Part[], row: Readonly<Record<string, unknown>>): Record<string, unknown>[][] {
  return parts.map(({ columns }, n) => {
    const rows: unknown[][] = JSON.parse(String(row[`p${n}`] ?? "[]"));
    return rows.map((values) => Object.fromEntries(columns.map((name, at) => [name, values[at]])));
  });
}
