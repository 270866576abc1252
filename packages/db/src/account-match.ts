import type { KeyKind } from "@today/core/account-key";
import type { Database, SqlValue } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { jsonChunks } from "./json-rows.ts";

/** A key as a digest. */
export interface KeyDigest {
  readonly kind: KeyKind;
  readonly digest: string;
}

/** A key of an account, with the name of the rule that compares it. */
export interface AccountKeyRow extends KeyDigest {
  readonly rule: string;
}

/** Whose an account is, as it is written down. */
export interface StoredMatch {
  readonly state: "matched" | "ambiguous" | "unmatched";
  readonly person: string | null;
  /** Name of the rule that decided. */
  readonly rule: string | null;
  readonly people: readonly string[];
}

/**
 * An account as matching looks at it; `resource` only where its keys are to be made anew, then `keys` are those that it cannot be
 * made from: a target tells more than is kept.
 */
export interface MatchedAccount {
  readonly id: string;
  readonly resource: string | null;
  readonly keys: readonly AccountKeyRow[];
}

/** A person whom a key of an account finds. */
export interface FoundPerson {
  readonly account: string;
  readonly rule: string;
  readonly person: string;
  readonly active: boolean;
}

/** Statements that make people's keys those that are given. */
export function keepPersonKeys(
  db: Database,
  company: string,
  people: readonly { readonly id: string; readonly keys: readonly KeyDigest[] }[],
): D1PreparedStatement[] {
  const rows = people.map(({ id, keys }) => [id, keys.map(({ kind, digest }) => [kind, digest])]);
  const wanted = `with r as materialized (select p.value ->> 0 as person, k.value ->> 0 as kind, k.value ->> 1 as digest
    from json_each(?2) p join json_each(p.value, '$[1]') k)`;
  return jsonChunks(rows).flatMap((chunk) => [
    db.prepare(
      `${wanted} delete from person_key where company_id = ?1 and person_id in (select value ->> 0 from json_each(?2))
         and (person_id, kind, digest) not in (select person, kind, digest from r)`,
      ...[company, chunk],
    ),
    db.prepare(
      `${wanted} insert into person_key (company_id, person_id, kind, digest) select ?1, person, kind, digest from r where true
         on conflict do nothing`,
      ...[company, chunk],
    ),
  ]);
}

/** Whom the keys of accounts find. */
export async function findByKeys(
  db: Database,
  company: string,
  accounts: readonly { readonly id: string; readonly keys: readonly AccountKeyRow[] }[],
): Promise<FoundPerson[]> {
  const keys = accounts.flatMap(({ id, keys }) => keys.map(({ rule, kind, digest }) => [id, rule, kind, digest]));
  const found = await Promise.all(
    jsonChunks(keys).map((chunk) =>
      db.all<Omit<FoundPerson, "active"> & { active: number }>(
        `select distinct k.value ->> 0 as account, k.value ->> 1 as rule, p.id as person, p.active
         from json_each(?2) k
         cross join person_key f on f.company_id = ?1 and f.kind = k.value ->> 2 and f.digest = k.value ->> 3
         join person p on p.company_id = ?1 and p.id = f.person_id`,
        ...[company, chunk],
      ),
    ),
  );
  return found.flat().map(({ active, ...row }) => ({ ...row, active: active === 1 }));
}

/** A page of accounts by id that rules decide about; of some people only those that have to do with them. */
export async function readMatched(
  db: Database,
  company: string,
  wish: {
    readonly after: string;
    readonly people: readonly string[] | null;
    readonly keyedBy: string;
    readonly limit: number;
  },
): Promise<MatchedAccount[]> {
  const near = `a.id in (
    select o.id from json_each(?3) wanted cross join account o indexed by account_person
      on o.company_id = ?1 and o.person_id = wanted.value
    union select k.account_id from json_each(?3) wanted
      cross join person_key f on f.company_id = ?1 and f.person_id = wanted.value
      cross join account_key k indexed by account_key_found on k.company_id = ?1 and k.kind = f.kind and k.digest = f.digest)`;
  const rows = await db.all<{ id: string; resource: string | null; keys: string }>(
    `select a.id, iif(a.keyed_by = ?4, null, a.resource) as resource,
       iif(a.keyed_by = ?4 or a.source like 'target:%', (select json_group_array(json_object('rule', k.rule, 'kind', k.kind, 'digest', k.digest))
         from account_key k where k.company_id = ?1 and k.account_id = a.id), '[]') as keys
     from account a where a.company_id = ?1 and a.id > ?2 and a.deleted_at is null and a.rule is not 'hand'
       and ${wish.people === null ? "?3 is null" : near}
     order by a.id limit ?5`,
    ...[company, wish.after, wish.people && JSON.stringify(wish.people), wish.keyedBy, wish.limit],
  );
  return rows.map(({ keys, ...row }) => ({ ...row, keys: JSON.parse(keys) as AccountKeyRow[] }));
}

/** Statements that write down whose accounts are; what is said already or by hand is left alone. */
export function keepMatches(
  db: Database,
  author: Author,
  matches: readonly (StoredMatch & { readonly id: string })[],
): D1PreparedStatement[] {
  const cte = `with r as materialized (select value ->> 0 as id, value ->> 1 as state, value ->> 2 as person,
    value ->> 3 as rule, value -> 4 as people from json_each(?6))`;
  const changing = `a.company_id = ?1 and a.id = r.id and a.rule is not 'hand'
    and (a.state, a.person_id, a.rule, a.people) is not (r.state, r.person, r.rule, r.people)`;
  const history = intoHistory({
    ...{ subject: "'account'", id: "a.id", action: "'match'" },
    before: "json_object('state', a.state, 'person', a.person_id, 'rule', a.rule)",
    after: "json_object('state', r.state, 'person', r.person, 'rule', r.rule)",
  });
  const rows = matches.map(({ id, state, person, rule, people }) => [id, state, person, rule, people]);
  return jsonChunks(rows).flatMap((chunk) => {
    const values = [...authorValues(author), chunk] as const;
    return [
      db.prepare(`${cte} ${history} from r cross join account a where ${changing}`, ...values),
      db.prepare(
        `${cte} update account as a set state = r.state, person_id = r.person, rule = r.rule, people = r.people
         from r where ${changing}`,
        ...values,
      ),
    ];
  });
}

/** Statements that give accounts keys made anew. */
export function keepAccountKeys(
  db: Database,
  company: string,
  wish: {
    readonly keyedBy: string;
    readonly accounts: readonly { readonly id: string; readonly keys: readonly AccountKeyRow[] }[];
  },
): D1PreparedStatement[] {
  const rows = wish.accounts.map(({ id, keys }) => [id, keys.map(({ rule, kind, digest }) => [rule, kind, digest])]);
  return jsonChunks(rows).flatMap((chunk) => {
    const values: readonly SqlValue[] = [company, chunk];
    const ids = "(select value ->> 0 from json_each(?2))";
    return [
      db.prepare(`delete from account_key where company_id = ?1 and account_id in ${ids}`, ...values),
      db.prepare(
        `insert into account_key (company_id, account_id, rule, kind, digest)
         select ?1, a.value ->> 0, k.value ->> 0, k.value ->> 1, k.value ->> 2
         from json_each(?2) a join json_each(a.value, '$[1]') k where true on conflict do nothing`,
        ...values,
      ),
      db.prepare(`update account set keyed_by = ?3 where company_id = ?1 and id in ${ids}`, ...values, wish.keyedBy),
    ];
  });
}
