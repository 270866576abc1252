import type { Database } from "./database.ts";
import { jsonChunks } from "./json-rows.ts";

/** A project's month that changes, behind what guards its day. */
export interface TouchedMonth {
  readonly guard: readonly unknown[];
  readonly project: unknown;
  readonly month: string;
}

/** Statements that mark the months of projects whose minutes change; `rows` is the SQL of the guarded rows. A mark that is there already costs nothing. */
export function staleMonths(
  db: Database,
  companyId: string,
  { touched, rows }: { readonly touched: readonly TouchedMonth[]; readonly rows: string },
): D1PreparedStatement[] {
  const sql = `insert into stale_month (company_id, project_id, month)
    select distinct ?1, v ->> 4, v ->> 5 from ${rows} on conflict do nothing`;
  const values = touched.map(({ guard, project, month }) => [...guard, project, month]);
  return jsonChunks(values).map((chunk) => db.prepare(sql, companyId, chunk));
}
