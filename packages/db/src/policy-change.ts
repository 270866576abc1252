import type { WorkDate } from "@today/core/time/date";
import { reachesClosed } from "./closed.ts";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { type PolicyRow, policiesSql } from "./policy.ts";
import { holds } from "./role.ts";

/** The company's dated policies in order. */
export async function readPolicies(db: Database, companyId: string): Promise<PolicyRow[]> {
  return db.all<PolicyRow>(policiesSql, companyId);
}

/** Writes the policy that holds from a date on and marks every settled day since; `closed` when one of them is. A repeat changes nothing. */
export async function writePolicy(
  db: Database,
  author: Author,
  wish: { readonly startsOn: WorkDate; readonly value: object },
): Promise<"done" | "closed"> {
  const values = [...authorValues(author), wish.startsOn, JSON.stringify(wish.value)] as const;
  const own = "p.company_id = ?1 and p.group_id = '' and p.starts_on = ?6";
  const same = `exists (select 1 from policy p where ${own} and p.value = ?7)`;
  const free = `not ${same} and not ${reachesClosed("?6")} and ${holds("admin")}`;
  const before = `(select json(p.value) from policy p where ${own})`;
  const history = intoHistory({ subject: "'policy'", id: "?6", action: "'change'", before, after: "json(?7)" });
  const [found] = await db.batch([
    db.prepare(`select ${reachesClosed("?6")} and not ${same} as closed`, ...values),
    db.prepare(`${history} where ${free}`, ...values),
    db.prepare(
      `insert into dirty_day (company_id, date, person_id, since)
       select ?1, w.date, w.person_id, ?4 from person q cross join workday w
         on w.company_id = ?1 and w.person_id = q.id and w.date >= ?6
           and w.date < coalesce((select min(p.starts_on) from policy p
             where p.company_id = ?1 and p.group_id = '' and p.starts_on > ?6), '9999')
       where q.company_id = ?1 and ${free}
       on conflict do update set since = max(since + 1, excluded.since)`,
      ...values,
    ),
    db.prepare(
      `insert into policy (company_id, group_id, starts_on, value) select ?1, '', ?6, ?7 where ${free}
       on conflict do update set value = excluded.value`,
      ...values,
    ),
  ]);
  return found?.results[0]?.closed === 1 ? "closed" : "done";
}
