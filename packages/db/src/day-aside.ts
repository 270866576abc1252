import type { WorkDate } from "@today/core/time/date";
import type { Minutes } from "@today/core/time/minutes";
import type { Database } from "./database.ts";

/** What stands beside the figures of one person's day: minutes that wait, minutes booked since, whether it is locked. */
export interface DayAside {
  /** Counted minutes that waiting requests would add. */
  readonly pending: Minutes;
  /** Counted minutes booked since the day was closed; signed. */
  readonly adjusted: Minutes;
  readonly locked: "approvers-only" | "closed" | null;
}

interface LockRow {
  readonly first: WorkDate;
  readonly last: WorkDate;
  readonly state: "open-for-approvers" | "closed";
  readonly graceUntil: WorkDate | null;
}

/** What stands beside the days of a range; a grace that holds today lifts the lock of its person. */
export async function readAsides(
  db: Database,
  companyId: string,
  range: { readonly person: string; readonly from: WorkDate; readonly to: WorkDate; readonly today: WorkDate },
): Promise<(date: WorkDate) => DayAside> {
  const values = [companyId, range.person, range.from, range.to] as const;
  const [waiting, booked, locks] = await db.batch([
    db.prepare(pendingSql, ...values),
    db.prepare(adjustedSql, ...values),
    db.prepare(locksSql, ...values),
  ]);
  const pending = minutesByDate(waiting);
  const adjusted = minutesByDate(booked);
  const spans = (locks?.results ?? []) as unknown as LockRow[];
  return (date) => ({
    pending: pending.get(date) ?? 0,
    adjusted: adjusted.get(date) ?? 0,
    locked: lockOf(
      spans.filter(({ first, last }) => first <= date && date <= last),
      range.today,
    ),
  });
}

const pendingSql = `select date, sum(effect ->> 'minutes') as minutes from request indexed by request_day
  where company_id = ?1 and person_id = ?2 and date between ?3 and ?4 and state = 'waiting' group by date`;

const adjustedSql = `select date, sum(counted) as minutes from adjustment
  where company_id = ?1 and person_id = ?2 and date between ?3 and ?4 group by date`;

const locksSql = `select p.first, p.last, p.state,
    (select g.until from period_grace g where g.company_id = ?1 and g.period_id = p.id and g.person_id = ?2) as graceUntil
  from period p where p.company_id = ?1 and p.state <> 'open' and p.last >= ?3 and p.first <= ?4`;

function minutesByDate(result: D1Result<Record<string, unknown>> | undefined): Map<WorkDate, Minutes> {
  const rows = (result?.results ?? []) as { date: WorkDate; minutes: Minutes }[];
  return new Map(rows.map(({ date, minutes }) => [date, minutes]));
}

function lockOf(periods: readonly LockRow[], today: WorkDate): DayAside["locked"] {
  if (periods.some(({ state }) => state === "closed")) return "closed";
  const shut = periods.some(({ graceUntil }) => graceUntil === null || graceUntil < today);
  return shut ? "approvers-only" : null;
}
