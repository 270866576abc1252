import type { Fen } from "@today/core/money";
import type { Minutes } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import type { ExportPerson } from "./export-page.ts";

/** One row of a project's counted months; `task` and `overtime` are empty where there are none. */
export interface ExportCost extends ExportPerson {
  readonly month: string;
  readonly task: string;
  readonly place: string;
  readonly overtime: string;
  readonly state: string;
  readonly minutes: Minutes;
  readonly fen: Fen;
  readonly unrated: Minutes;
}

/** A project's months, person by person: refresh them first. */
export async function* exportCosts(
  db: Database,
  companyId: string,
  wanted: { readonly projectId: string; readonly months: readonly string[] },
): AsyncGenerator<ExportCost> {
  for (const month of wanted.months) {
    yield* await db.all<ExportCost>(
      `select m.month, coalesce(p.name, m.person_id) as name, p.job_number as jobNumber, m.task_id as task, m.place,
         m.overtime, m.state, m.minutes, m.fen, m.unrated
       from project_month m left join person p on p.company_id = ?1 and p.id = m.person_id
       where m.company_id = ?1 and m.project_id = ?2 and m.month = ?3
       order by m.person_id, m.task_id, m.place, m.overtime, m.state`,
      ...[companyId, wanted.projectId, month],
    );
  }
}
