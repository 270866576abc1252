import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { hookState } from "./hook.ts";
import { holds } from "./role.ts";

/** How a hook is to be, from the version the author has seen; what is left out stays. A new address is sealed. */
export interface HookChange {
  readonly id: string;
  readonly version: number;
  readonly name?: string | undefined;
  readonly url?: string | undefined;
  readonly host?: string | undefined;
  readonly events?: readonly string[] | undefined;
  readonly projectId?: string | null | undefined;
  readonly state?: "on" | "paused" | undefined;
}

/** Changes a hook; false when it is no longer at that version. One that is on again forgets its problem. */
export async function changeHook(db: Database, author: Author, change: HookChange): Promise<boolean> {
  const { id, version, ...wish } = change;
  const values = [...authorValues(author), id, version, JSON.stringify(wish)] as const;
  const seen = `h.company_id = ?1 and h.id = ?6 and h.version = ?7 and ${holds("admin")}`;
  const history = intoHistory({
    ...{ subject: "'hook'", id: "h.id", action: "'change'", before: hookState },
    after: "json_remove(?8, '$.url')",
  });
  const results = await db.batch([
    db.prepare(`${history} from hook h where ${seen}`, ...values),
    db.prepare(
      `update hook as h set name = coalesce(?8 ->> '$.name', name), events = coalesce(?8 -> '$.events', events),
         project_id = iif(json_type(?8, '$.projectId') is null, project_id, ?8 ->> '$.projectId'),
         sealed_url = coalesce(?8 ->> '$.url', sealed_url), host = coalesce(?8 ->> '$.host', host),
         problem = iif(?8 ->> '$.state' = 'on', null, problem), quiet_until = iif(?8 ->> '$.state' = 'on', 0, quiet_until),
         state = coalesce(?8 ->> '$.state', state), version = version + 1, changed_at = ?4, changed_by = ?2
       where ${seen}`,
      ...values,
    ),
  ]);
  return results[1]?.meta.changes === 1;
}

/** Another sealed secret; the one before signs too until `oldUntil`. False for a hook that is not there. */
export async function rotateHookSecret(
  db: Database,
  author: Author,
  { id, secret, oldUntil }: { readonly id: string; readonly secret: string; readonly oldUntil: Instant },
): Promise<boolean> {
  const values = [...authorValues(author), id] as const;
  const signed = `h.company_id = ?1 and h.id = ?6 and h.sealed_secret is not null and ${holds("admin")}`;
  const history = intoHistory({
    ...{ subject: "'hook'", id: "h.id", action: "'rotate'", before: "null", after: "null" },
  });
  const results = await db.batch([
    db.prepare(`${history} from hook h where ${signed}`, ...values),
    db.prepare(
      `update hook as h set sealed_old_secret = sealed_secret, sealed_secret = ?7, old_secret_until = ?8,
         version = version + 1, changed_at = ?4, changed_by = ?2 where ${signed}`,
      ...[...values, secret, oldUntil],
    ),
  ]);
  return results[1]?.meta.changes === 1;
}

/** Removes a hook with its deliveries: any by an admin, those of its own by an API key. False for one that is not there. */
export async function deleteHook(
  db: Database,
  author: Author,
  { id, keyId }: { readonly id: string; readonly keyId: string | null },
): Promise<boolean> {
  const values = [...authorValues(author), id, keyId] as const;
  const theirs = `h.company_id = ?1 and h.id = ?6 and (${holds("admin")} or h.key_id = ?7)`;
  const history = intoHistory({
    ...{ subject: "'hook'", id: "h.id", action: "'delete'", before: hookState, after: "null" },
  });
  const results = await db.batch([
    db.prepare(`${history} from hook h where ${theirs}`, ...values),
    db.prepare(`delete from hook as h where ${theirs}`, ...values),
  ]);
  return (results[0]?.meta.changes ?? 0) > 0;
}
