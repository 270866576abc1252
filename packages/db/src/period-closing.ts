import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { type Author, intoHistory } from "./history.ts";
import type { PeriodRow } from "./period.ts";
import { cleanSql, countsSql, periodValues, settledSql } from "./period-check.ts";
import { type Figures, keptSql, summarySql, totalsSql } from "./period-sheet.ts";
import type { PersonBrief } from "./person.ts";
import { holds } from "./role.ts";

/** How a period is to be closed; with `leaveOpen` although checks find something. */
export interface ClosingWish {
  readonly period: PeriodRow;
  readonly leaveOpen: boolean;
  readonly reason: string | null;
}

/** What was signed off when a period was closed. */
export interface ClosingRow {
  readonly closing: number;
  readonly at: Instant;
  readonly by: PersonBrief;
  readonly figures: Figures & { readonly people: number };
  /** What was left open on purpose, `{ unassigned: 3 }`. */
  readonly leftOpen: Readonly<Record<string, number>>;
  readonly reason: string | null;
}

/**
 * Closes a period and keeps what it came to, in one transaction; false when it is no longer at that version, is not clean, has a
 * day that is not settled, or without the right.
 */
export async function writeClosing(db: Database, author: Author, wish: ClosingWish): Promise<boolean> {
  const { period, leaveOpen, reason } = wish;
  const values = [...periodValues(author, period), period.version, leaveOpen ? 1 : 0, reason] as const;
  const closed = `p.company_id = ?1 and p.id = ?6 and p.state = 'closed' and p.version = ?9 + 1 and p.changed_at = ?4
    and p.changed_by = ?2`;
  const justNow = `from period p where ${closed} and not exists (select 1 from period_closing c where c.company_id = ?1
    and c.period_id = ?6 and c.closing = p.closing)`;
  const history = intoHistory({
    subject: "'period'",
    id: "p.id",
    action: "'closed'",
    before: "json_object('state', 'open-for-approvers', 'version', ?9)",
    after: "json_object('state', p.state, 'version', p.version, 'closing', p.closing)",
    reason: "?11",
  });
  const results = await db.batch([
    db.prepare(
      `update period as p set state = 'closed', version = version + 1, closing = closing + 1, changed_at = ?4, changed_by = ?2
       where p.company_id = ?1 and p.id = ?6 and p.version = ?9 and p.state = 'open-for-approvers' and p.last < ?3
         and ${holds("hr")} and ${settledSql} and (?10 = 1 or (${cleanSql}))`,
      ...values.slice(0, 10),
    ),
    db.prepare(`${history} ${justNow}`, ...values),
    db.prepare(
      `insert into period_sheet (company_id, period_id, closing, person_id, figures)
       select ?1, ?6, p.closing, s.person_id, s.figures from period p cross join (${summarySql("?7", "?8")}) s
       where ${closed} and not exists (select 1 from period_closing c where c.company_id = ?1 and c.period_id = ?6
         and c.closing = p.closing)`,
      ...values.slice(0, 9),
    ),
    db.prepare(
      `insert into period_closing (company_id, period_id, closing, at, made_by, totals, left_open, reason)
       select ?1, ?6, p.closing, ?4, ?2, (${totalsSql(keptSql("?6", "p.closing"))}), iif(?10 = 1, (${countsSql}), '{}'), ?11
       ${justNow}`,
      ...values,
    ),
  ]);
  return (results[0]?.meta.changes ?? 0) > 0;
}

/** What was signed off each time a period was closed, in order. */
export async function readClosings(db: Database, company: string, period: string): Promise<ClosingRow[]> {
  const rows = await db.all<StoredClosing>(
    `select c.closing, c.at, c.made_by as id, q.name, q.title, c.totals, c.left_open as leftOpen, c.reason
     from period_closing c left join person q on q.company_id = ?1 and q.id = c.made_by
     where c.company_id = ?1 and c.period_id = ?2 order by c.closing`,
    company,
    period,
  );
  return rows.map(({ id, name, title, totals, leftOpen, ...row }) => ({
    ...row,
    by: { id, name: name ?? id, title },
    figures: JSON.parse(totals),
    leftOpen: JSON.parse(leftOpen),
  }));
}

/** What a period comes to as it stands now. */
export async function readFigures(
  db: Database,
  company: string,
  { first, last }: Pick<PeriodRow, "first" | "last">,
): Promise<ClosingRow["figures"]> {
  const [row] = await db.all<{ totals: string }>(
    `select (${totalsSql(summarySql("?2", "?3"))}) as totals`,
    ...[company, first, last],
  );
  return JSON.parse(row?.totals ?? "{}");
}

interface StoredClosing {
  readonly closing: number;
  readonly at: Instant;
  readonly id: string;
  readonly name: string | null;
  readonly title: string | null;
  readonly totals: string;
  readonly leftOpen: string;
  readonly reason: string | null;
}
