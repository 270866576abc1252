import type { Booked } from "@today/core/adjustment";
import type { Decision } from "@today/core/approval";
import type { WorkDate } from "@today/core/time/date";
import type { Minutes } from "@today/core/time/minutes";
import { byDay, type DayKey, keyOf, keysOf } from "./arrival.ts";
import type { Database } from "./database.ts";
import { parseStored } from "./json-rows.ts";

/** A decision with what its maker said. */
export interface StoredDecision extends Decision, DayKey {
  readonly reason: string | null;
}

/** Signed differences of a day's figures. */
export interface DayFigures {
  readonly planned: Minutes;
  readonly attended: Minutes;
  readonly overtimeAttended: Minutes;
  readonly overtimeApproved: Minutes;
  readonly counted: Minutes;
  readonly leave: Minutes;
  readonly unassigned: Minutes;
}

/** What was booked of a closed day since it was closed. */
export interface StoredAdjustment extends DayFigures {
  readonly parts: readonly Booked[];
}

/** What stands beside a day's facts: decisions on its allocations, adjustments, and whether its period is closed. */
export interface DayReview {
  readonly decisions: readonly StoredDecision[];
  readonly adjustments: readonly StoredAdjustment[];
  readonly closed: boolean;
}

const nothing: Omit<DayReview, "closed"> = { decisions: [], adjustments: [] };

/** What stands beside the facts of up to 500 days, by `keyOf` their day. */
export async function readDayReviews(
  db: Database,
  companyId: string,
  days: readonly DayKey[],
): Promise<(day: DayKey) => DayReview> {
  if (days.length === 0) return () => ({ ...nothing, closed: false });
  const keys = JSON.stringify(keysOf(days));
  const oldest = days.map(({ date }) => date).sort()[0] ?? "";
  const [decided, adjusted, closed] = await db.batch([
    db.prepare(decisionsSql, companyId, keys),
    db.prepare(adjustmentsSql, companyId, keys),
    db.prepare(closedSql, companyId, oldest),
  ]);
  const decisions = byDay((decided?.results ?? []) as unknown as StoredDecision[]);
  const adjustments = byDay(((adjusted?.results ?? []) as unknown as AdjustmentRow[]).map(adjustmentOf));
  const spans = (closed?.results ?? []) as { first: WorkDate; last: WorkDate }[];
  return (day) => ({
    decisions: decisions.get(keyOf(day)) ?? [],
    adjustments: adjustments.get(keyOf(day)) ?? [],
    closed: spans.some(({ first, last }) => first <= day.date && day.date <= last),
  });
}

interface AdjustmentRow extends DayKey, DayFigures {
  readonly parts: string;
}

const decisionsSql = `select d.person_id as personId, d.date, d.batch_id as batch, d.project_id as project, d.key, d.minutes, d.verdict, d.at,
  d.reason from json_each(?2) k cross join decision d
    where d.company_id = ?1 and d.person_id = k.value ->> 0 and d.date = k.value ->> 1
  order by d.at, d.verdict = 'withdrawn'`;

const adjustmentsSql = `select a.person_id as personId, a.date, a.planned, a.attended,
  a.overtime_attended as overtimeAttended, a.overtime_approved as overtimeApproved, a.counted, a.leave, a.unassigned, a.parts
  from json_each(?2) k cross join adjustment a
    where a.company_id = ?1 and a.person_id = k.value ->> 0 and a.date = k.value ->> 1 order by a.n`;

const closedSql = `select first, last from period indexed by period_closed
  where company_id = ?1 and state = 'closed' and last >= ?2`;

function adjustmentOf({ parts, ...row }: AdjustmentRow): StoredAdjustment & DayKey {
  return { ...row, parts: parseStored<Booked[]>(parts, []) };
}
