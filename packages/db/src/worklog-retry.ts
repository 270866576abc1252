import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { holds } from "./role.ts";

const isOpen = "w.state in ('due', 'sending', 'unknown')";

/** Lets all that is due to a target that is on go now, for an admin, with a trace; gives how many. */
export function hurryWorklogs(db: Database, author: Author, targetId: string): Promise<number> {
  const from = `from worklog w where w.company_id = ?1 and w.target_id = ?6 and ${isOpen} and w.state in ('due', 'unknown')
    and exists (select 1 from target t where t.company_id = ?1 and t.id = ?6 and t.state = 'on') and ${holds("admin")}`;
  const trace = { subject: "'target'", id: "?6", action: "'push'", before: "null" };
  return act(db, [...authorValues(author), targetId], {
    trace: `${intoHistory({ ...trace, after: "json_object('worklogs', n)" })} from (select count(*) as n ${from}) where n > 0`,
    change: `update worklog as w set next_at = min(next_at, ?4) where (w.company_id, w.target_id, w.key) in
      (select w.company_id, w.target_id, w.key ${from})`,
  });
}

/** Lets what was set aside at a target go again, all or those with these keys, for an admin, with a trace; gives how many. */
export function retryWorklogs(
  db: Database,
  author: Author,
  { targetId, keys }: { readonly targetId: string; readonly keys: readonly string[] | null },
): Promise<number> {
  const from = `from worklog w where w.company_id = ?1 and w.target_id = ?6 and w.state in ('held', 'failed') and w.state = 'failed'
    and (?7 is null or w.key in (select value from json_each(?7))) and ${holds("admin")}`;
  const trace = { subject: "'worklog'", id: "?6", action: "'retry'", before: "null" };
  const values = [...authorValues(author), targetId, keys === null ? null : JSON.stringify(keys)];
  return act(db, values, {
    trace: `${intoHistory({ ...trace, after: "json_object('worklogs', n, 'keys', json(?7))" })}
      from (select count(*) as n ${from}) where n > 0`,
    change: `update worklog as w set state = 'due', attempts = 0, next_at = ?4, problem = null, field = null
      where (w.company_id, w.target_id, w.key) in (select w.company_id, w.target_id, w.key ${from})`,
  });
}

async function act(
  db: Database,
  values: readonly (string | number | null)[],
  sql: { readonly trace: string; readonly change: string },
): Promise<number> {
  const results = await db.batch([db.prepare(sql.trace, ...values), db.prepare(sql.change, ...values)]);
  return results[1]?.meta.changes ?? 0;
}
