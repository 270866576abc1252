import type { Instant } from "@today/core/time/minutes";
import { type ListWish, listFiltered, type Origin } from "./account.ts";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";

/** A group of accounts as another system tells of it. */
export interface AccountGroup {
  readonly id: string;
  readonly externalId: string | null;
  readonly displayName: string;
  readonly version: number;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  /** Ids of accounts in order. */
  readonly members: readonly string[];
}

/** A group as it is to be; `version` is the one it had, 0 for a new one. */
export type GroupWish = Omit<AccountGroup, "createdAt" | "changedAt">;

/** `taken`: another group has the name; `stranger`: a member is no account of the source; `outdated`: somebody else was faster. */
export type GroupAnswer = "written" | "taken" | "stranger" | "outdated";

const columns = `a.id, a.external_id as externalId, a.display_name as displayName, a.version, a.created_at as createdAt,
  a.changed_at as changedAt, (select json_group_array(m.account_id) from account_group_member m
    where m.company_id = a.company_id and m.group_id = a.id) as members`;
const known = "a.company_id = ?1 and a.source = ?2";

/** One group with its members. */
export async function readGroup(db: Database, { company, source }: Origin, id: string): Promise<AccountGroup | null> {
  const [row] = await db.all<GroupRow>(
    `select ${columns} from account_group a where ${known} and a.id = ?3`,
    ...[company, source, id],
  );
  return row === undefined ? null : groupOf(row);
}

/** A page of groups in the order in which they came; null for a filter that asks for what is not known. */
export async function listGroups(
  db: Database,
  origin: Origin,
  wish: ListWish,
): Promise<{ readonly total: number; readonly rows: readonly AccountGroup[] } | null> {
  const found = await listFiltered<GroupRow>(db, origin, { ...wish, table: "account_group", columns, known });
  return found && { total: found.total, rows: found.rows.map(groupOf) };
}

const taken = `exists (select 1 from account_group o where o.company_id = ?1 and o.source = ?6 and o.id <> ?7 and o.display_key = ?10)`;
const fresh = `coalesce((select o.version from account_group o where o.company_id = ?1 and o.source = ?6 and o.id = ?7), 0) = ?11`;
const strange = `exists (select 1 from json_each(?12) w where not exists (select 1 from account o
  where o.company_id = ?1 and o.id = w.value and o.source = ?6 and o.deleted_at is null))`;
const free = `(not ${taken} and ${fresh} and not ${strange})`;
const mine = "m.company_id = ?1 and m.group_id = ?7";

/** Writes a group with exactly these members. */
export async function writeGroup(db: Database, author: Author, source: string, wish: GroupWish): Promise<GroupAnswer> {
  const { id, externalId, displayName, version } = wish;
  const members = JSON.stringify([...new Set(wish.members)]);
  const values = [
    ...[...authorValues(author), source, id, externalId, displayName, displayName.toLowerCase(), version, members],
  ];
  const count = `(select count(*) from account_group_member m where ${mine})`;
  const history = intoHistory({
    ...{ subject: "'account-group'", id: "?7", action: "iif(?11 = 0, 'create', 'change')" },
    before: `iif(?11 = 0, null, json_object('members', ${count}))`,
    after: "json_object('source', ?6, 'members', json_array_length(?12))",
  });
  const [answer] = await db.batch([
    db.prepare(`select ${taken} as taken, ${fresh} as fresh, ${strange} as strange`, ...values),
    db.prepare(`${history} where ${free}`, ...values),
    db.prepare(
      `delete from account_group_member as m where ${mine} and m.account_id not in (select value from json_each(?12)) and ${free}`,
      ...values,
    ),
    db.prepare(
      `insert into account_group_member (company_id, group_id, account_id) select ?1, ?7, value from json_each(?12)
       where ${free} on conflict do nothing`,
      ...values,
    ),
    db.prepare(
      `insert into account_group (company_id, id, source, external_id, display_name, display_key, version, created_at, changed_at)
       select ?1, ?7, ?6, ?8, ?9, ?10, ?11 + 1, ?4, ?4 where ${free}
       on conflict (company_id, id) do update set external_id = excluded.external_id, display_name = excluded.display_name,
         display_key = excluded.display_key, version = excluded.version, changed_at = excluded.changed_at`,
      ...values,
    ),
  ]);
  const row = answer?.results[0];
  if (row?.fresh !== 1) return "outdated";
  return row.taken === 1 ? "taken" : row.strange === 1 ? "stranger" : "written";
}

/** Deletes a group, its accounts stay; false when there is none. */
export async function deleteGroup(db: Database, author: Author, source: string, id: string): Promise<boolean> {
  const values = [...authorValues(author), source, id] as const;
  const there = "exists (select 1 from account_group a where a.company_id = ?1 and a.source = ?6 and a.id = ?7)";
  const history = intoHistory({
    ...{ subject: "'account-group'", id: "?7", action: "'delete'", before: "json_object('source', ?6)", after: "null" },
  });
  const [found] = await db.batch([
    db.prepare(`select ${there} as there`, ...values),
    db.prepare(`${history} where ${there}`, ...values),
    db.prepare(`delete from account_group_member as m where ${mine} and ${there}`, ...values),
    db.prepare("delete from account_group where company_id = ?1 and source = ?6 and id = ?7", ...values),
  ]);
  return found?.results[0]?.there === 1;
}

interface GroupRow extends Omit<AccountGroup, "members"> {
  readonly members: string;
}

function groupOf({ members, ...row }: GroupRow): AccountGroup {
  return { ...row, members: JSON.parse(members) as string[] };
}
