import type { AccountRule } from "@today/core/account-rule";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { holds } from "./role.ts";

/** The order in which accounts are matched; version 0 while nobody has said another. */
export interface AccountRules {
  readonly version: number;
  /** Null while nobody has said another. */
  readonly rules: readonly AccountRule[] | null;
}

/** What the admin has said. */
export async function readAccountRules(db: Database, company: string): Promise<AccountRules> {
  const [row] = await db.all<{ version: number; rules: string }>(
    "select version, rules from account_rules where company_id = ?1",
    company,
  );
  return row === undefined ? { version: 0, rules: null } : { version: row.version, rules: JSON.parse(row.rules) };
}

/** Writes another order over a version; false when somebody else was faster. The same again changes nothing. */
export async function writeAccountRules(
  db: Database,
  author: Author,
  wish: { readonly version: number; readonly rules: readonly AccountRule[] },
): Promise<boolean> {
  const values = [...authorValues(author), wish.version, JSON.stringify(wish.rules)] as const;
  const there = "(select r.version from account_rules r where r.company_id = ?1)";
  const rules = "(select r.rules from account_rules r where r.company_id = ?1)";
  const free = `coalesce(${there}, 0) = ?6 and ${rules} is not ?7 and ${holds("admin")}`;
  const history = intoHistory({
    ...{ subject: "'account-rules'", id: "'rules'", action: "'change'", before: rules, after: "?7" },
  });
  const [answer] = await db.batch([
    db.prepare(`select coalesce(${there}, 0) = ?6 or ${rules} is ?7 as fresh`, ...values),
    db.prepare(`${history} where ${free}`, ...values),
    db.prepare(
      `insert into account_rules (company_id, version, rules, changed_at, changed_by) select ?1, ?6 + 1, ?7, ?4, ?2 where ${free}
       on conflict do update set version = excluded.version, rules = excluded.rules, changed_at = excluded.changed_at,
         changed_by = excluded.changed_by`,
      ...values,
    ),
  ]);
  return answer?.results[0]?.fresh === 1;
}
