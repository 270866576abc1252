import type { WorkDate } from "@today/core/time/date";
import type { Minutes } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { lieuSql } from "./price.ts";

/** One person's approved overtime, rest days given back as time off left out. */
export interface OvertimeRun {
  readonly personId: string;
  /** From the month's first day to today. */
  readonly minutes: Minutes;
  /** Approved for the days after today. */
  readonly approvedAhead: Minutes;
  /** The four weeks before today's, oldest first. */
  readonly weeks: readonly Minutes[];
}

/** How the overtime of people runs; `monday` is that of four weeks ago. Reads their days since then and the month's first. */
export async function readOvertimeRuns(
  db: Database,
  companyId: string,
  wanted: {
    readonly people: readonly string[];
    readonly month: { readonly first: WorkDate; readonly last: WorkDate };
    readonly monday: WorkDate;
    readonly today: WorkDate;
  },
): Promise<ReadonlyMap<string, OvertimeRun>> {
  const { people, month, monday, today } = wanted;
  const isBack = `${lieuSql("w.person_id", "w.date")} and w.body ->> 'dayKind' in ('rest', 'in-lieu-rest')`;
  const week = (n: number) => `coalesce(sum(d.minutes) filter (where d.week = ${n}), 0)`;
  const rows = await db.all<Omit<OvertimeRun, "weeks"> & { weeks: string }>(
    `select k.value as personId, coalesce(sum(d.minutes) filter (where d.date >= ?3), 0) as minutes,
       json_array(${[0, 1, 2, 3].map(week).join(", ")}) as weeks,
       coalesce((select sum(o.end_minute - o.start_minute) from approved_time o
         where o.company_id = ?1 and o.person_id = k.value and o.date > ?6 and o.date <= ?4 and o.kind = 'overtime'
           and o.lieu = 0 and o.present = 1 and not exists
             (select 1 from approved_time l where l.company_id = ?1 and l.person_id = o.person_id and l.date = o.date
               and l.id = o.id and l.received_at > o.received_at)), 0) as approvedAhead
     from json_each(?2) k left join
       (select w.person_id, w.date, w.overtime_approved as minutes,
          cast(floor((julianday(w.date) - julianday(?5)) / 7) as integer) as week
        from json_each(?2) p cross join workday w on w.company_id = ?1 and w.person_id = p.value
          and w.date between min(?3, ?5) and ?6
        where w.overtime_approved > 0 and not (${isBack})) d on d.person_id = k.value
     group by k.value`,
    ...[companyId, JSON.stringify(people), month.first, month.last, monday, today],
  );
  return new Map(rows.map(({ weeks, ...row }) => [row.personId, { ...row, weeks: JSON.parse(weeks) }]));
}
