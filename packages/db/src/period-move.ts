import type { PeriodState } from "@today/core/period";
import type { Database } from "./database.ts";
import { type Author, intoHistory } from "./history.ts";
import type { PeriodRow } from "./period.ts";
import { periodValues } from "./period-check.ts";
import { holds } from "./role.ts";

/** Which way a period is to go, from the version the author has seen. */
export interface PeriodStep {
  readonly period: PeriodRow;
  readonly state: PeriodState;
  readonly reason: string | null;
}

/** What a period's history tells of it. */
export const periodState = "json_object('state', p.state, 'version', p.version)";

/** Moves a period that is not closed; false when somebody else moved it meanwhile, or without the right. */
export async function writeMove(db: Database, author: Author, { period, state, reason }: PeriodStep): Promise<boolean> {
  const values = [...periodValues(author, period), period.version, period.state, state, reason] as const;
  const known = "select 1 from period k where k.company_id = ?1 and k.id = ?6";
  // A period that nobody moved yet has no row and is open at version 0.
  const free = `${holds("hr")} and iif(?9 = 0, ?10 = 'open' and not exists (${known}),
    exists (${known} and k.version = ?9 and k.state = ?10 and k.state <> 'closed'))`;
  const history = intoHistory({
    subject: "'period'",
    id: "?6",
    action: "?11",
    before: "json_object('state', ?10, 'version', ?9)",
    after: "json_object('state', ?11, 'version', ?9 + 1)",
    reason: "?12",
  });
  const results = await db.batch([
    db.prepare(`${history} where ${free}`, ...values),
    db.prepare(
      `insert into period (company_id, id, first, last, state, version, changed_at, changed_by)
       select ?1, ?6, ?7, ?8, ?11, 1, ?4, ?2 where ${free}
       on conflict do update set state = excluded.state, version = version + 1, changed_at = excluded.changed_at,
         changed_by = excluded.changed_by`,
      ...values.slice(0, 11),
    ),
  ]);
  return (results[1]?.meta.changes ?? 0) > 0;
}
