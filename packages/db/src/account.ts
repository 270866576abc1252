import type { ScimFilter } from "@today/core/scim-filter";
import type { Instant } from "@today/core/time/minutes";
import { type Filtered, filterSql } from "./account-filter.ts";
import type { Database } from "./database.ts";

/** Somebody as another system tells of them. */
export interface Account {
  readonly id: string;
  readonly externalId: string | null;
  readonly userName: string;
  readonly active: boolean;
  /** All that is kept of what it told, as JSON. */
  readonly resource: string;
  readonly version: number;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
}

/** Which of a source's accounts: `?1` company, `?2` source. */
export interface Origin {
  readonly company: string;
  /** `scim`, `ldap`. */
  readonly source: string;
}

/** A page of a long list; `first` counts from 0. */
export interface ListWish {
  readonly filter: ScimFilter | null;
  readonly first: number;
  readonly count: number;
}

const columns = `a.id, a.external_id as externalId, a.user_name as userName, a.active, a.resource, a.version,
  a.created_at as createdAt, a.changed_at as changedAt`;

const known = "a.company_id = ?1 and a.source = ?2 and a.deleted_at is null";

/** One account that is not deleted. */
export async function readAccount(db: Database, { company, source }: Origin, id: string): Promise<Account | null> {
  const [row] = await db.all<AccountRow>(
    `select ${columns} from account a where ${known} and a.id = ?3`,
    ...[company, source, id],
  );
  return row === undefined ? null : accountOf(row);
}

/** A page of accounts in the order in which they came, and how many there are; null for a filter that asks for what is not known. */
export async function listAccounts(
  db: Database,
  origin: Origin,
  wish: ListWish,
): Promise<{ readonly total: number; readonly rows: readonly Account[] } | null> {
  const found = await listFiltered<AccountRow>(db, origin, { ...wish, table: "account", columns, known });
  return found && { total: found.total, rows: found.rows.map(accountOf) };
}

/** The same for any table that filters know. */
export async function listFiltered<Row>(
  db: Database,
  { company, source }: Origin,
  wish: ListWish & { readonly table: Filtered; readonly columns: string; readonly known: string },
): Promise<{ readonly total: number; readonly rows: readonly Row[] } | null> {
  const filter = wish.filter === null ? { sql: "?3 is null", values: null } : filterSql(wish.filter, wish.table, 3);
  if (filter === null) return null;
  const from = `from ${wish.table} a where ${wish.known} and ${filter.sql}`;
  const values = [company, source, filter.values] as const;
  const [count, rows] = await db.batch([
    db.prepare(`select count(*) as total ${from}`, ...values),
    db.prepare(
      `select ${wish.columns} ${from} order by a.created_at, a.id limit ?4 offset ?5`,
      ...[...values, wish.count, wish.first],
    ),
  ]);
  return { total: Number(count?.results[0]?.total ?? 0), rows: (rows?.results ?? []) as Row[] };
}

interface AccountRow extends Omit<Account, "active"> {
  readonly active: number;
}

function accountOf({ active, ...row }: AccountRow): Account {
  return { ...row, active: active === 1 };
}
