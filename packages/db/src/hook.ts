import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { holds } from "./role.ts";

export type HookKind = "webhook" | "zapier" | "ifttt";
export type HookState = "on" | "paused" | "failing" | "gone";

/** An address that is told what happens, as the admin sees it; what is sealed stays where it is. */
export interface StoredHook {
  readonly id: string;
  readonly kind: HookKind;
  readonly name: string;
  readonly host: string;
  readonly events: readonly string[];
  readonly projectId: string | null;
  readonly state: HookState;
  readonly problem: string | null;
  readonly problemAt: Instant | null;
  readonly quietUntil: Instant;
  /** Until when deliveries are signed with the secret before, too. */
  readonly oldSecretUntil: Instant;
  readonly deliveredAt: Instant | null;
  readonly waiting: number;
  readonly failed: number;
  /** The API key that made it. */
  readonly keyId: string | null;
  readonly version: number;
  readonly createdAt: Instant;
}

/** What is sealed of a hook. */
export interface HookSeals {
  readonly kind: HookKind;
  readonly host: string;
  readonly url: string;
  readonly secret: string | null;
  readonly oldSecret: string | null;
  readonly oldSecretUntil: Instant;
}

/** SQL: whoever made the hook `h` with an API key still holds it, at `now`. */
export function keyHolds(now: string): string {
  return `(h.key_id is null or exists (select 1 from api_key k where k.company_id = h.company_id and k.id = h.key_id
    and k.revoked_at is null and (k.expires_at is null or k.expires_at > ${now})))`;
}

const columns = `h.id, h.kind, h.name, h.host, h.events, h.project_id as projectId,
  iif(${keyHolds("?2")}, h.state, 'gone') as state, iif(${keyHolds("?2")}, h.problem, 'key-ended') as problem,
  h.problem_at as problemAt, h.quiet_until as quietUntil, h.old_secret_until as oldSecretUntil,
  h.delivered_at as deliveredAt, h.key_id as keyId, h.version, h.created_at as createdAt,
  (select count(*) from hook_delivery d indexed by hook_delivery_waiting where d.company_id = h.company_id
     and d.hook_id = h.id and d.state = 'waiting') as waiting,
  (select count(*) from hook_delivery d indexed by hook_delivery_failed where d.company_id = h.company_id
     and d.hook_id = h.id and d.state = 'failed') as failed`;

type HookRow = Omit<StoredHook, "events"> & { readonly events: string };

/** All hooks, the newest first. */
export async function listHooks(db: Database, company: string, now: Instant): Promise<StoredHook[]> {
  const rows = await db.all<HookRow>(
    `select ${columns} from hook h where h.company_id = ?1 order by h.created_at desc, h.id`,
    ...[company, now],
  );
  return rows.map(hookOf);
}

/** One hook; null for one that is not there. */
export async function readHook(
  db: Database,
  company: string,
  { id, now }: { readonly id: string; readonly now: Instant },
): Promise<StoredHook | null> {
  const sql = `select ${columns} from hook h where h.company_id = ?1 and h.id = ?3`;
  const [row] = await db.all<HookRow>(sql, company, now, id);
  return row === undefined ? null : hookOf(row);
}

function hookOf(row: HookRow): StoredHook {
  return { ...row, events: JSON.parse(row.events) };
}

/** What is sealed of a hook; null for one that is not there. */
export async function readHookSeals(db: Database, company: string, id: string): Promise<HookSeals | null> {
  const [row] = await db.all<HookSeals>(
    `select kind, host, sealed_url as url, sealed_secret as secret, sealed_old_secret as oldSecret,
       old_secret_until as oldSecretUntil from hook where company_id = ?1 and id = ?2`,
    ...[company, id],
  );
  return row ?? null;
}

/** A hook to be made; `url` and `secret` are sealed. */
export interface NewHook extends Pick<StoredHook, "id" | "kind" | "name" | "host" | "events" | "projectId" | "keyId"> {
  readonly url: string;
  readonly secret: string | null;
}

export const hookState =
  "json_object('kind', h.kind, 'name', h.name, 'host', h.host, 'events', json(h.events), 'projectId', h.project_id, 'state', h.state)";

/** Makes a hook, by an admin or under an API key; false when there is one with its id. */
export async function insertHook(db: Database, author: Author, hook: NewHook): Promise<boolean> {
  const { id, kind, name, host, events, projectId, keyId, url, secret } = hook;
  const shown = [...authorValues(author), id, kind, name, host, JSON.stringify(events), projectId, keyId] as const;
  const known = "exists (select 1 from hook o where o.company_id = ?1 and o.id = ?6)";
  const may = `(${holds("admin")} or exists (select 1 from api_key k where k.company_id = ?1 and k.id = ?12
    and k.revoked_at is null))`;
  const history = intoHistory({
    ...{ subject: "'hook'", id: "?6", action: "'create'", before: "null" },
    after: `json_object('kind', ?7, 'name', ?8, 'host', ?9, 'events', json(?10), 'projectId', ?11, 'keyId', ?12)`,
  });
  const [found] = await db.batch([
    db.prepare(`select ${known} as known`, ...shown.slice(0, 6)),
    db.prepare(`${history} where not ${known} and ${may}`, ...shown),
    db.prepare(
      `insert into hook (company_id, id, kind, name, host, events, project_id, key_id, sealed_url, sealed_secret,
         created_at, created_by, changed_at, changed_by)
       select ?1, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?4, ?2, ?4, ?2 where not ${known} and ${may}`,
      ...[...shown, url, secret],
    ),
  ]);
  return found?.results[0]?.known === 0;
}

/** Whether there is a project that a hook may be told of alone. */
export async function hasProject(db: Database, company: string, id: string): Promise<boolean> {
  const rows = await db.all("select 1 from project where company_id = ?1 and id = ?2", company, id);
  return rows.length > 0;
}
