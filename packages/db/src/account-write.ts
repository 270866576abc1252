import type { Origin } from "./account.ts";
import type { AccountKeyRow, StoredMatch } from "./account-match.ts";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";

/** An account as it is to be, and whose it seems to be. */
export interface AccountWish {
  readonly id: string;
  /** The version it had, 0 for a new one. */
  readonly version: number;
  readonly externalId: string | null;
  readonly userName: string;
  readonly active: boolean;
  readonly resource: string;
  readonly keyedBy: string;
  readonly keys: readonly AccountKeyRow[];
  readonly match: StoredMatch;
}

/** `taken`: another account has the name or outside id; `outdated`: somebody else was faster. */
export type AccountAnswer = "written" | "taken" | "outdated";

const taken = `exists (select 1 from account o where o.company_id = ?1 and o.source = ?6 and o.deleted_at is null and o.id <> ?7
  and (o.user_key = ?8 ->> 'userKey' or o.external_id = ?8 ->> 'externalId'))`;
const fresh =
  "coalesce((select version from account o where o.company_id = ?1 and o.source = ?6 and o.id = ?7), 0) = ?9";
const free = `(not ${taken} and ${fresh})`;

const seen = (row: string) =>
  `json_object('active', ${row}.active, 'state', ${row}.state, 'person', ${row}.person_id, 'rule', ${row}.rule)`;

const historySql = intoHistory({
  subject: "'account'",
  id: "?7",
  action: `case when a.id is null then 'create' when a.deleted_at is not null then 'return'
    when a.active > ?8 ->> 'active' then 'deactivate' when a.active < ?8 ->> 'active' then 'activate' else 'change' end`,
  before: `iif(a.id is null, null, ${seen("a")})`,
  after: "json_object('source', ?6, 'active', ?8 ->> 'active')",
});

const upsertSql = `insert into account (company_id, id, source, external_id, user_name, user_key, active, resource, version,
    created_at, changed_at, deleted_at, keyed_by, state, person_id, rule, people)
  select ?1, ?7, ?6, ?8 ->> 'externalId', ?8 ->> 'userName', ?8 ->> 'userKey', ?8 ->> 'active', ?8 ->> 'resource', ?9 + 1,
    ?4, ?4, null, ?8 ->> 'keyedBy', ?8 ->> 'state', ?8 ->> 'person', ?8 ->> 'rule', ?8 -> 'people' where ${free}
  on conflict (company_id, id) do update set external_id = excluded.external_id, user_name = excluded.user_name,
    user_key = excluded.user_key, active = excluded.active, resource = excluded.resource, version = excluded.version,
    changed_at = excluded.changed_at, deleted_at = null, keyed_by = excluded.keyed_by,
    state = iif(rule is 'hand', state, excluded.state), person_id = iif(rule is 'hand', person_id, excluded.person_id),
    people = iif(rule is 'hand', people, excluded.people), rule = iif(rule is 'hand', rule, excluded.rule)`;

/** Writes an account with its keys; what somebody said by hand about whose it is stays. */
export async function writeAccount(
  db: Database,
  author: Author,
  source: string,
  wish: AccountWish,
): Promise<AccountAnswer> {
  const { externalId, userName, active, resource, keyedBy, match } = wish;
  const content = { externalId, userName, userKey: userName.toLowerCase(), active: active ? 1 : 0, resource, keyedBy };
  const values = [...authorValues(author), source, wish.id, JSON.stringify({ ...content, ...match }), wish.version];
  const keys = JSON.stringify(wish.keys.map(({ rule, kind, digest }) => [rule, kind, digest]));
  const [answer] = await db.batch([
    db.prepare(`select ${taken} as taken, ${fresh} as fresh`, ...values),
    db.prepare(
      `${historySql} from (select 1) left join account a on a.company_id = ?1 and a.id = ?7 where ${free}`,
      ...values,
    ),
    db.prepare(`delete from account_key where company_id = ?1 and account_id = ?7 and ${free}`, ...values),
    db.prepare(
      `insert into account_key (company_id, account_id, rule, kind, digest)
       select ?1, ?7, value ->> 0, value ->> 1, value ->> 2 from json_each(?10) where ${free} on conflict do nothing`,
      ...[...values, keys],
    ),
    db.prepare(upsertSql, ...values),
  ]);
  const row = answer?.results[0];
  return row?.fresh !== 1 ? "outdated" : row.taken === 1 ? "taken" : "written";
}

/** A deleted account that comes back under its id: the same outside id, or the same name where neither has one. */
export async function findDeletedAccount(
  db: Database,
  { company, source }: Origin,
  wish: { readonly externalId: string | null; readonly userName: string },
): Promise<{ readonly id: string; readonly version: number } | null> {
  const [row] = await db.all<{ id: string; version: number }>(
    `select id, version from account where company_id = ?1 and source = ?2 and deleted_at is not null
       and external_id is ?3 and (?3 is not null or user_key = ?4) order by deleted_at desc limit 1`,
    ...[company, source, wish.externalId, wish.userName.toLowerCase()],
  );
  return row ?? null;
}

/** Deletes an account: what it told goes, whose it was stays. False when there is none; a repeat changes nothing. */
export async function deleteAccount(db: Database, author: Author, source: string, id: string): Promise<boolean> {
  const values = [...authorValues(author), source, id] as const;
  const known = "a.company_id = ?1 and a.source = ?6 and a.id = ?7 and a.deleted_at is null";
  const mine = `exists (select 1 from account a where ${known})`;
  const history = intoHistory({
    ...{ subject: "'account'", id: "?7", action: "'delete'", before: seen("a"), after: "null" },
  });
  const [found] = await db.batch([
    db.prepare(`select 1 from account a where ${known}`, ...values),
    db.prepare(`${history} from account a where ${known}`, ...values),
    db.prepare(`delete from account_key where company_id = ?1 and account_id = ?7 and ${mine}`, ...values),
    db.prepare(`delete from account_group_member where company_id = ?1 and account_id = ?7 and ${mine}`, ...values),
    db.prepare(
      `update account as a set active = 0, deleted_at = ?4, changed_at = ?4, version = version + 1, resource = '{}' where ${known}`,
      ...values,
    ),
  ]);
  return found?.results.length === 1;
}
