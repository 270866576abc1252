import type { Fen } from "@today/core/money";
import type { WorkDate } from "@today/core/time/date";
import type { Minutes } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { amountSql, percentSql, rateSql } from "./price.ts";

/** One person's minutes on a project in a week, `week` 0 being the first of the range. */
export interface WeekSum {
  readonly personId: string;
  readonly week: number;
  readonly minutes: Minutes;
  /** 0 where nobody asked for money. */
  readonly fen: Fen;
}

/** A project's minutes by person and week from a Monday on, read from the allocations of those days alone. */
export function readWeeks(
  db: Database,
  companyId: string,
  wanted: {
    readonly projectId: string;
    readonly monday: WorkDate;
    readonly to: WorkDate;
    /** Whether the weeks are priced too. */
    readonly money: boolean;
  },
): Promise<WeekSum[]> {
  const fen = wanted.money
    ? amountSql("a.minutes", rateSql("a.person_id", "a.date"), percentSql("a.overtime", "a.person_id", "a.date"))
    : "0";
  return db.all<WeekSum>(
    `select a.person_id as personId, cast(julianday(a.date) - julianday(?3) as integer) / 7 as week,
       sum(a.minutes) as minutes, sum(${fen}) as fen
     from allocation a where a.company_id = ?1 and a.project_id = ?2 and a.date between ?3 and ?4
     group by 1, 2 order by 1, 2`,
    ...[companyId, wanted.projectId, wanted.monday, wanted.to],
  );
}

/** The first day on which a project has hours; null while it has none. */
export async function firstDay(db: Database, companyId: string, projectId: string): Promise<WorkDate | null> {
  const [row] = await db.all<{ date: WorkDate | null }>(
    "select min(date) as date from allocation where company_id = ?1 and project_id = ?2",
    ...[companyId, projectId],
  );
  return row?.date ?? null;
}
