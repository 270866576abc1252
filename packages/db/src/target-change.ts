import type { Instant } from "@today/core/time/minutes";
import { forgetToldAccounts } from "./account-told.ts";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { holds } from "./role.ts";
import type { StoredTarget, TargetRules } from "./target.ts";

/** Credentials as they are stored: the names of those that are set, and all of them sealed. */
export interface SealedSecrets {
  readonly secrets: readonly string[];
  readonly sealed: string | null;
}

export interface NewTarget extends TargetRules, SealedSecrets {
  readonly id: string;
  readonly kind: string;
}

/** Which target an instant says something of. */
export interface TargetAt {
  readonly company: string;
  readonly id: string;
  readonly at: Instant;
}

// What may hold a person's name or address stays out: of the settings history knows the names.
function told(t: string): string {
  return `json_object('name', ${t}.name, 'kind', ${t}.kind, 'state', ${t}.state, 'approvedOnly', ${t}.approved_only,
    'pace', ${t}.pace, 'rounding', ${t}.rounding, 'states', json(${t}.states), 'startsOn', ${t}.starts_on,
    'todo', json(iif(${t}.todo = 1, 'true', 'false')), 'settings', (select json_group_array(key) from json_each(${t}.settings)), 'secrets', json(${t}.secrets))`;
}

const subject = { subject: "'target'", id: "?6" };

/** Adds a target; false when there is, or was, one with its id. */
export async function insertTarget(db: Database, author: Author, target: NewTarget): Promise<boolean> {
  const values = [...authorValues(author), target.id] as const;
  const given = [...values, target.kind, ...rulesOf(target), JSON.stringify(target.secrets)] as const;
  const last = [target.sealed, target.todo ? 1 : 0] as const;
  const known = "exists (select 1 from target o where o.company_id = ?1 and o.id = ?6)";
  const [found] = await db.batch([
    db.prepare(`select ${known} as known`, ...values),
    db.prepare(
      `insert into target (company_id, id, kind, name, settings, state, approved_only, pace, rounding, states, starts_on,
         secrets, sealed, todo, created_at, created_by, changed_at, changed_by)
       select ?1, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?4, ?2, ?4, ?2
       where not ${known} and ${holds("admin")}`,
      ...[...given, ...last],
    ),
    db.prepare(
      `${intoHistory({ ...subject, action: "'create'", before: "null", after: told("t") })}
       from target t where t.company_id = ?1 and t.id = ?6 and changes() = 1`,
      ...values,
    ),
  ]);
  return found?.results[0]?.known === 0;
}

/**
 * Replaces what an admin decided of a target while it is at that version; new credentials, or none to be left as they are.
 * With other settings whatever was wrong with it is forgotten. False when the version has moved.
 */
export async function updateTarget(
  db: Database,
  author: Author,
  change: {
    readonly before: Pick<StoredTarget, "id" | "version">;
    readonly after: TargetRules & Pick<SealedSecrets, "secrets">;
    /** Undefined leaves them. */
    readonly sealed: string | null | undefined;
  },
): Promise<boolean> {
  const { before, after, sealed } = change;
  const values = [...authorValues(author), before.id, before.version] as const;
  const open = `t.company_id = ?1 and t.id = ?6 and t.version = ?7 and t.state <> 'removed' and ${holds("admin")}`;
  const afterTold = `json_object('name', ?8, 'kind', t.kind, 'state', ?10, 'approvedOnly', ?11, 'pace', ?12, 'rounding', ?13,
    'states', json(?14), 'startsOn', ?15, 'todo', json(iif(?18 = 1, 'true', 'false')), 'settings', (select json_group_array(key) from json_each(?9)), 'secrets', json(?16),
    'changed', (select json_group_array(coalesce(n.key, o.key)) from json_each(?9) n full join json_each(t.settings) o
      on o.key = n.key where n.value is not o.value), 'newCredentials', json(iif(?17 = 1, 'true', 'false')))`;
  const given = [
    ...values,
    ...rulesOf(after),
    JSON.stringify(after.secrets),
    sealed === undefined ? 0 : 1,
    after.todo ? 1 : 0,
  ] as const;
  const moved = "(settings is not ?9 or ?17 = 1)";
  const results = await db.batch([
    db.prepare(
      `${intoHistory({ ...subject, action: "'change'", before: told("t"), after: afterTold })} from target t where ${open}`,
      ...given,
    ),
    db.prepare(
      `update target as t set name = ?8, settings = ?9, state = ?10, approved_only = ?11, pace = ?12, rounding = ?13,
         states = ?14, starts_on = ?15, secrets = ?16, sealed = iif(?17 = 1, ?19, sealed), todo = ?18,
         account = iif(${moved}, null, account), checked_at = iif(${moved}, null, checked_at),
         problem = iif(${moved}, null, problem), problem_at = iif(${moved}, null, problem_at),
         quiet_until = iif(${moved}, 0, quiet_until), version = version + 1, changed_at = ?4, changed_by = ?2
       where ${open}`,
      ...[...given, sealed ?? null],
    ),
  ]);
  return (results[1]?.meta.changes ?? 0) > 0;
}

/** Removes a target and its credentials for good; false for one that never was. A repeat changes nothing. */
export async function removeTarget(db: Database, author: Author, id: string): Promise<boolean> {
  const values = [...authorValues(author), id] as const;
  const open = `t.company_id = ?1 and t.id = ?6 and t.state <> 'removed' and ${holds("admin")}`;
  const history = intoHistory({ ...subject, action: "'remove'", before: told("t"), after: "null" });
  const [found] = await db.batch([
    db.prepare("select 1 from target where company_id = ?1 and id = ?2", author.company, id),
    db.prepare(`${history} from target t where ${open}`, ...values),
    db.prepare(
      `update target as t set state = 'removed', sealed = null, secrets = '[]', version = version + 1,
         changed_at = ?4, changed_by = ?2 where ${open}`,
      ...values,
    ),
    ...forgetToldAccounts(db, author, id),
  ]);
  return found?.results.length === 1;
}

/** Keeps what a check told: who we are there, and that nothing is wrong. */
export function keepCheck(db: Database, { company, id, at }: TargetAt, account: StoredTarget["account"]) {
  return db.prepare(
    `update target set account = ?4, checked_at = ?3, quiet_until = iif(problem is null, quiet_until, 0), problem = null,
       problem_at = null
     where company_id = ?1 and id = ?2 and state <> 'removed'`,
    ...[company, id, at, account === null ? null : JSON.stringify(account)],
  );
}

/** Keeps that a target cannot be called until somebody mends it; `problem` is a code of ours. */
export function keepProblem(db: Database, { company, id, at }: TargetAt, problem: string) {
  return db.prepare(
    `update target set problem = ?4, problem_at = iif(problem is ?4, problem_at, ?3)
     where company_id = ?1 and id = ?2 and state <> 'removed'`,
    ...[company, id, at, problem],
  );
}

function rulesOf(rules: TargetRules) {
  const { name, settings, state, approvedOnly, pace, rounding, states, startsOn } = rules;
  const json = [JSON.stringify(settings), state, approvedOnly ? 1 : 0] as const;
  return [name, ...json, pace, rounding, JSON.stringify(states), startsOn] as const;
}
