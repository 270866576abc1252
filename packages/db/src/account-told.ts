import type { AccountKeyRow, StoredMatch } from "./account-match.ts";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { jsonChunks } from "./json-rows.ts";
import { stands, type TargetRun } from "./target-run.ts";

/** Somebody whom a target tells of, and whose account that seems to be. */
export interface ToldAccount {
  readonly id: string;
  readonly externalId: string;
  readonly userName: string;
  readonly active: boolean;
  readonly resource: string;
  readonly keys: readonly AccountKeyRow[];
  readonly match: StoredMatch;
  /** Nothing is told but that they are not there any more: what was known before stays. */
  readonly isGone: boolean;
}

/** The `?6` of the statements: under which name accounts of a target stand, `target:7d3f…`. */
export function sourceOf(targetId: string): string {
  return `target:${targetId}`;
}

const cte = `with r as materialized (select value ->> 0 as id, value ->> 1 as external_id, value ->> 2 as told_name,
    value ->> 3 as active, value ->> 4 as resource, value ->> 5 as state, value ->> 6 as person, value ->> 7 as rule,
    value -> 8 as people, value -> 9 as keys,
    iif(exists (select 1 from account o where o.company_id = ?1 and o.source = ?6 and o.user_key = lower(value ->> 2)
      and o.id <> value ->> 0 and o.deleted_at is null), (value ->> 2) || ' #' || (value ->> 1), value ->> 2) as user_name
  from json_each(?7) where value ->> 10 = 0
    or not exists (select 1 from account o where o.company_id = ?1 and o.id = value ->> 0))`;
const here = "a.company_id = ?1 and a.id = r.id";
const known = `(${here} and a.deleted_at is null and a.active = r.active)`;
const guard = stands(8);
const state = (row: string) =>
  `json_object('active', ${row}.active, 'state', ${row}.state, 'person', ${row}.person_id)`;

const leaving = `from json_each(?7) cross join account a on a.company_id = ?1 and a.id = value ->> 0
  where value ->> 10 = 1 and a.active = 1 and ${guard}`;
const leaveHistorySql = `${intoHistory({
  ...{ subject: "'account'", id: "a.id", action: "'deactivate'", before: state("a") },
  after: "json_object('source', ?6, 'active', 0)",
})} ${leaving}`;
const leaveSql = `update account set active = 0, version = version + 1, changed_at = ?4
  where company_id = ?1 and id in (select a.id ${leaving})`;

const historySql = `${cte} ${intoHistory({
  subject: "'account'",
  id: "r.id",
  action: `case when a.id is null then 'create' when a.deleted_at is not null then 'return'
    when a.active > r.active then 'deactivate' else 'activate' end`,
  before: `iif(a.id is null, null, ${state("a")})`,
  after: "json_object('source', ?6, 'active', r.active)",
})} from r left join account a on ${here} where not coalesce(${known}, 0) and ${guard}`;

const matchHistorySql = `${cte} ${intoHistory({
  ...{ subject: "'account'", id: "r.id", action: "'match'" },
  before: "json_object('state', a.state, 'person', a.person_id, 'rule', a.rule)",
  after: "json_object('state', r.state, 'person', r.person, 'rule', r.rule)",
})} from r cross join account a on ${here} where a.rule is not 'hand'
  and (a.state, a.person_id, a.rule) is not (r.state, r.person, r.rule) and ${guard}`;

const kept = (column: string) => `iif(rule is 'hand', ${column}, excluded.${column})`;
const upsertSql = `${cte} insert into account (company_id, id, source, external_id, user_name, user_key, active, resource, version,
    created_at, changed_at, deleted_at, keyed_by, state, person_id, rule, people)
  select ?1, r.id, ?6, r.external_id, r.user_name, lower(r.user_name), r.active, r.resource, 1, ?4, ?4, null, ?11, r.state,
    r.person, r.rule, r.people from r where ${guard}
  on conflict (company_id, id) do update set user_name = excluded.user_name, user_key = excluded.user_key,
    active = excluded.active, resource = excluded.resource, version = version + 1, changed_at = excluded.changed_at,
    deleted_at = null, keyed_by = excluded.keyed_by, state = ${kept("state")}, person_id = ${kept("person_id")},
    people = ${kept("people")}, rule = ${kept("rule")}
  where (user_name, active, resource, deleted_at, keyed_by) is not (excluded.user_name, excluded.active, excluded.resource, null,
      excluded.keyed_by)
    or (rule is not 'hand' and (state, person_id, rule, people) is not (excluded.state, excluded.person_id, excluded.rule,
      excluded.people))`;

const keysGoSql = `${cte} delete from account_key as k where k.company_id = ?1 and k.account_id in (select id from r)
  and not exists (select 1 from r join json_each(r.keys) w where r.id = k.account_id
    and (k.rule, k.kind, k.digest) is (w.value ->> 0, w.value ->> 1, w.value ->> 2)) and ${guard}`;
const keysComeSql = `${cte} insert into account_key (company_id, account_id, rule, kind, digest)
  select ?1, r.id, w.value ->> 0, w.value ->> 1, w.value ->> 2 from r join json_each(r.keys) w where ${guard}
  on conflict do nothing`;

/**
 * Statements of a run's step that write down whom a target tells of, with their keys. What somebody said by hand about whose an
 * account is stays; two who are told under one name are told apart by their ids.
 */
export function keepToldAccounts(
  db: Database,
  { author, run, keyedBy }: { readonly author: Author; readonly run: TargetRun; readonly keyedBy: string },
  accounts: readonly ToldAccount[],
): D1PreparedStatement[] {
  const rows = apart(accounts).map(({ match, keys, ...one }) => [
    ...[one.id, one.externalId, one.userName, one.active ? 1 : 0, one.resource],
    ...[match.state, match.person, match.rule, match.people],
    keys.map(({ rule, kind, digest }) => [rule, kind, digest]),
    one.isGone ? 1 : 0,
  ]);
  return jsonChunks(rows).flatMap((chunk) => {
    const values = [...authorValues(author), sourceOf(run.targetId), chunk] as const;
    const guarded = [...values, run.targetId, run.id, JSON.stringify(run.work)] as const;
    return [
      db.prepare(leaveHistorySql, ...guarded),
      db.prepare(leaveSql, ...guarded),
      db.prepare(historySql, ...guarded),
      db.prepare(matchHistorySql, ...guarded),
      db.prepare(upsertSql, ...guarded, keyedBy),
      db.prepare(keysGoSql, ...guarded),
      db.prepare(keysComeSql, ...guarded),
    ];
  });
}

/** Statements that forget the people of a target that was removed: what it told goes, whose they were stays. `?1`–`?5` are the author's. */
export function forgetToldAccounts(db: Database, author: Author, targetId: string): D1PreparedStatement[] {
  const values = [...authorValues(author), sourceOf(targetId), targetId] as const;
  const gone = `a.company_id = ?1 and a.source = ?6 and a.deleted_at is null
    and exists (select 1 from target t where t.company_id = ?1 and t.id = ?7 and t.state = 'removed')`;
  const history = intoHistory({
    ...{ subject: "'account'", id: "a.id", action: "'delete'", before: state("a"), after: "null" },
  });
  return [
    db.prepare(`${history} from account a where ${gone}`, ...values),
    db.prepare(
      `delete from account_key where company_id = ?1 and account_id in (select a.id from account a where ${gone})`,
      ...values,
    ),
    db.prepare(
      `update account as a set active = 0, deleted_at = ?4, changed_at = ?4, version = version + 1, resource = '{}' where ${gone}`,
      ...values,
    ),
  ];
}

/** Of those who are told under one name at once the later ones bear their id too. */
function apart(accounts: readonly ToldAccount[]): ToldAccount[] {
  const taken = new Set<string>();
  return [...new Map(accounts.map((one) => [one.id, one])).values()].map((one) => {
    const name = taken.has(one.userName.toLowerCase()) ? `${one.userName} #${one.externalId}` : one.userName;
    taken.add(name.toLowerCase());
    return { ...one, userName: name };
  });
}
