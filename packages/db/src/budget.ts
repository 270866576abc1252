import type { Fen } from "@today/core/money";
import type { WorkDate } from "@today/core/time/date";
import type { Instant, Minutes } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { holds, manages, type Standing, standing, standingIn } from "./role.ts";

/** What a project may use; `version` 0 is a budget that nobody has written. */
export interface BudgetRecord {
  readonly version: number;
  readonly minutes: Minutes | null;
  /** For finance's eyes. */
  readonly fen: Fen | null;
  readonly endsOn: WorkDate | null;
}

/** The budget of nobody's writing. */
const noBudget: BudgetRecord = { version: 0, minutes: null, fen: null, endsOn: null };

/** A project's budget; `noBudget` before the first. */
export async function readBudget(db: Database, companyId: string, projectId: string): Promise<BudgetRecord> {
  const [row] = await db.all<BudgetRecord>(
    `select version, minutes, fen, ends_on as endsOn from budget where company_id = ?1 and project_id = ?2`,
    ...[companyId, projectId],
  );
  return row ?? noBudget;
}

/** Every budget of the company by project. */
export async function readBudgets(db: Database, companyId: string): Promise<ReadonlyMap<string, BudgetRecord>> {
  const rows = await db.all<BudgetRecord & { projectId: string }>(
    `select project_id as projectId, version, minutes, fen, ends_on as endsOn from budget where company_id = ?1`,
    companyId,
  );
  return new Map(rows.map(({ projectId, ...budget }) => [projectId, budget]));
}

/**
 * Replaces a budget while it is at that version: by the project's manager, an admin or finance, its money by finance alone.
 * The history of the money is apart, so that only finance's eyes fall on it. `written` is false when the version has moved.
 */
export async function updateBudget(
  db: Database,
  author: Author,
  change: { readonly project: string; readonly before: BudgetRecord; readonly after: Omit<BudgetRecord, "version"> },
): Promise<{ readonly standing: Standing; readonly written: boolean }> {
  const { project, before, after } = change;
  const values = [
    ...authorValues(author),
    project,
    before.version,
    ...[after.minutes, after.fen, after.endsOn],
  ] as const;
  const right = `(${holds("finance")} or (?9 is (select fen from budget where company_id = ?1 and project_id = ?6)
    and (${holds("admin")} or ${manages("?6")})))`;
  const free = `${right} and exists (select 1 from project where company_id = ?1 and id = ?6)
    and coalesce((select version from budget where company_id = ?1 and project_id = ?6), 0) = ?7`;
  const from = "from (select 1) left join budget b on b.company_id = ?1 and b.project_id = ?6";
  const told = { id: "?6", action: "'change'" };
  const hours = {
    subject: "'budget'",
    before: hoursJson("b.minutes", "b.ends_on"),
    after: hoursJson("cast(?8 as integer)", "?10"),
  };
  const money = { subject: "'budget-money'", before: moneyJson("b.fen"), after: moneyJson("cast(?9 as integer)") };
  const results = await db.batch([
    standing(db, author, project),
    db.prepare(
      `${intoHistory({ ...told, ...hours })} ${from} where (b.minutes is not ?8 or b.ends_on is not ?10) and ${free}`,
      ...values,
    ),
    db.prepare(
      `${intoHistory({ ...told, ...money })} ${from} where b.fen is not ?9 and ${free}`,
      ...values.slice(0, 9),
    ),
    db.prepare(
      `insert into budget (company_id, project_id, minutes, fen, ends_on) select ?1, ?6, ?8, ?9, ?10 where ${free}
       on conflict do update set minutes = excluded.minutes, fen = excluded.fen, ends_on = excluded.ends_on,
         version = version + 1`,
      ...values,
    ),
  ]);
  return { standing: standingIn(results[0]), written: results.at(-1)?.meta.changes === 1 };
}

/** The highest level of a project's hours that is passed, and since when. */
export async function readPassed(
  db: Database,
  companyId: string,
  projectId: string,
): Promise<{ readonly level: number; readonly at: Instant } | null> {
  const [row] = await db.all<{ level: number; at: Instant }>(
    `select level, raised_at as at from alert
     where company_id = ?1 and kind = 'budget-hours' and subject_id = ?2 and cleared_at is null order by level desc limit 1`,
    ...[companyId, projectId],
  );
  return row ?? null;
}

/** What a project has used of its budgets, and which of their levels are raised. */
export interface BudgetStand {
  readonly projectId: string;
  readonly kind: "budget-hours" | "budget-money";
  readonly used: number;
  readonly budget: number | null;
  readonly raised: readonly number[];
}

/** Where every project that has or had a budget stands, by its counted months. */
export async function readBudgetStands(db: Database, companyId: string): Promise<BudgetStand[]> {
  const rows = await db.all<Omit<BudgetStand, "raised"> & { raised: string }>(
    `select b.project_id as projectId, k.kind, iif(k.kind = 'budget-hours', b.minutes, b.fen) as budget,
       coalesce((select sum(iif(k.kind = 'budget-hours', m.minutes, m.fen)) from project_month m
         where m.company_id = ?1 and m.project_id = b.project_id), 0) as used,
       (select json_group_array(a.level) from alert a where a.company_id = ?1 and a.kind = k.kind
         and a.subject_id = b.project_id and a.cleared_at is null) as raised
     from budget b cross join (select 'budget-hours' as kind union all select 'budget-money') k
     where b.company_id = ?1 order by 1, 2`,
    companyId,
  );
  return rows.map(({ raised, ...row }) => ({ ...row, raised: JSON.parse(raised) }));
}

function hoursJson(minutes: string, endsOn: string): string {
  return `json_object('minutes', ${minutes}, 'endsOn', ${endsOn})`;
}

function moneyJson(fen: string): string {
  return `json_object('fen', ${fen})`;
}
