/** A D1 database, or what stands for one outside the Worker. */
export interface PlainDatabase {
  prepare(sql: string): PlainStatement;
  /** All statements in one transaction. */
  batch(statements: PlainStatement[]): Promise<unknown>;
}

export interface PlainStatement {
  bind(...values: unknown[]): PlainStatement;
  all<Row>(): Promise<{ results: Row[] }>;
  run(): Promise<unknown>;
}

interface Column {
  readonly name: string;
  readonly required: number;
  readonly key: number;
}

/** What going back before migration 0007 kept aside of a table: `{ step: "0007", table: "notice" }`. */
export interface KeptTable {
  readonly step: string;
  readonly table: string;
}

/** The tables that were kept aside by going back, in the order in which they are put back. */
export async function readKept(db: PlainDatabase): Promise<KeptTable[]> {
  const found = await db
    .prepare(
      "select name from sqlite_schema where type = 'table' and name glob 'kept_[0-9][0-9][0-9][0-9]_*' order by name",
    )
    .all<{ name: string }>();
  return found.results.map(({ name }) => ({ step: name.slice(5, 9), table: name.slice(10) }));
}

/**
 * Puts what a migration's way back has kept aside into its tables again, in one transaction, after the statements of `again`. No
 * trigger takes part: nothing is news. Answers the names of the tables; throws if a table or a column has no place any more.
 */
export async function putBack(db: PlainDatabase, step: string, again: readonly string[] = []): Promise<string[]> {
  const kept = (await readKept(db)).filter((one) => one.step === step);
  if (kept.length === 0) return [];
  const triggers = await readTriggers(db, kept);
  const moves: string[] = [];
  for (const one of kept) moves.push(...(await moveOf(db, one)));
  const statements = [
    // A project may come back after its members.
    "pragma defer_foreign_keys = on",
    ...again,
    ...triggers.map(({ name }) => `drop trigger "${name}"`),
    ...moves,
    ...triggers.map(({ sql }) => sql),
    ...kept.map((one) => `drop table "${nameOf(one)}"`),
  ];
  await db.batch(statements.map((sql) => db.prepare(sql)));
  return kept.map(({ table }) => table);
}

function nameOf({ step, table }: KeptTable): string {
  return `kept_${step}_${table}`;
}

async function readTriggers(db: PlainDatabase, kept: readonly KeptTable[]): Promise<{ name: string; sql: string }[]> {
  const sql = `select name, sql from sqlite_schema where type = 'trigger'
    and tbl_name in (select value from json_each(?1)) order by name`;
  const tables = JSON.stringify(kept.map(({ table }) => table));
  return (await db.prepare(sql).bind(tables).all<{ name: string; sql: string }>()).results;
}

async function readColumns(db: PlainDatabase, table: string): Promise<Column[]> {
  const sql = `select name, "notnull" and dflt_value is null as required, pk as key from pragma_table_info(?1) order by cid`;
  return (await db.prepare(sql).bind(table).all<Column>()).results;
}

async function moveOf(db: PlainDatabase, one: KeptTable): Promise<string[]> {
  const from = nameOf(one);
  const known = await readColumns(db, one.table);
  const names = (await readColumns(db, from)).map(({ name }) => name);
  const lost = names.filter((name) => !known.some((column) => column.name === name));
  const key = known.filter((column) => column.key > 0).map(({ name }) => name);
  if (lost.length > 0 || !key.every((name) => names.includes(name)))
    throw new Error(
      `${from} cannot be put back: ${one.table} has no place for ${lost.join(", ") || "rows without a key"}`,
    );
  const others = names.filter((name) => !key.includes(name));
  const isWhole = known.every(({ name, required }) => required === 0 || names.includes(name));
  const list = names.map(quoted).join(", ");
  const same = key.map((name) => `t."${name}" = k."${name}"`).join(" and ");
  const set = others.map((name) => `"${name}" = k."${name}"`).join(", ");
  return [
    ...(others.length > 0 ? [`update "${one.table}" as t set ${set} from "${from}" k where ${same}`] : []),
    ...(isWhole
      ? [
          `insert into "${one.table}" (${list}) select ${list} from "${from}" where true
           on conflict (${key.map(quoted).join(", ")}) do nothing`,
        ]
      : []),
  ];
}

function quoted(name: string): string {
  return `"${name}"`;
}
