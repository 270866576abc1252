import type { WorkDate } from "@today/core/time/date";
import type { Database } from "./database.ts";
import { holds, manages, type Reader, readerValues } from "./role.ts";

/** What a reader may see of another person's days. */
export interface DayRight {
  /** Whether the person is one of the company, there or gone. */
  readonly exists: boolean;
  readonly all: boolean;
  /** The projects the reader manages. */
  readonly own: readonly string[];
  /** When the person belonged to one of them; both days included. */
  readonly spans: readonly { readonly from: WorkDate | null; readonly to: WorkDate | null }[];
  /** Days on which the person has hours on one of them. */
  readonly booked: readonly WorkDate[];
}

/** What a reader may see of a person's days of a range: HR all of it, managers their projects' part, others nothing. */
export async function readDayRight(
  db: Database,
  reader: Reader,
  range: { readonly person: string; readonly from: WorkDate; readonly to: WorkDate },
): Promise<DayRight> {
  const values = [...readerValues(reader), range.person] as const;
  const [person, own, spans, booked] = await db.batch([
    db.prepare(`select ${holds("hr")} as hr from person where company_id = ?1 and id = ?4`, ...values),
    db.prepare(`select m.project_id as id from project_member m ${mine}`, ...readerValues(reader)),
    db.prepare(
      `select t.starts_on as "from", t.ends_on as "to" from project_member t
       where t.company_id = ?1 and t.person_id = ?4 and ${manages("t.project_id")}`,
      ...values,
    ),
    db.prepare(
      `select distinct w.date from workday w join project_member m on m.company_id = ?1 and m.person_id = ?2
         and m.role = 'manager' and ${manages("m.project_id")}
       where w.company_id = ?1 and w.person_id = ?4 and w.date between ?5 and ?6 and exists
         (select 1 from allocation a where a.company_id = ?1 and a.project_id = m.project_id and a.date = w.date
            and a.person_id = ?4)`,
      ...values,
      range.from,
      range.to,
    ),
  ]);
  return {
    exists: person?.results.length === 1,
    all: person?.results[0]?.hr === 1,
    own: ((own?.results ?? []) as { id: string }[]).map(({ id }) => id),
    spans: (spans?.results ?? []) as unknown as DayRight["spans"],
    booked: ((booked?.results ?? []) as { date: WorkDate }[]).map(({ date }) => date),
  };
}

/** Whether the reader may see something of that day. */
export function seesDay({ all, spans, booked }: DayRight, date: WorkDate): boolean {
  const belongs = spans.some(({ from, to }) => (from === null || from <= date) && (to === null || date <= to));
  return all || belongs || booked.includes(date);
}

const mine = `where m.company_id = ?1 and m.person_id = ?2 and m.role = 'manager'
  and (m.starts_on is null or m.starts_on <= ?3) and (m.ends_on is null or m.ends_on >= ?3)`;
