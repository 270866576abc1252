import type { Cycle } from "@today/core/terms";
import type { WorkDate } from "@today/core/time/date";
import type { Minutes } from "@today/core/time/minutes";

/** A cycle of comprehensive hours that a month touches. */
export interface CycleSpan {
  readonly cycle: Cycle;
  readonly first: WorkDate;
  readonly last: WorkDate;
}

/** What a person of comprehensive hours attended in a cycle so far, and what was due. */
export interface CycleSum {
  readonly first: WorkDate;
  readonly last: WorkDate;
  readonly attended: Minutes;
  readonly planned: Minutes;
  /** What of `attended` lies on statutory holidays. */
  readonly statutory: Minutes;
}

/**
 * SQL of one row a person and cycle up to today; a cycle begins with the terms if they began within it. `who` is a CTE of
 * `person_id`; `?1` company, `?3` today, `?7` the date whose terms hold, `?8` a text of the statutory dates, `?10` the spans as JSON.
 */
export function cyclesSql(who: string): string {
  return `with ${who}, adding as materialized (
      select t.person_id, t.cycle, t.starts_on from who w cross join terms t on t.company_id = ?1
        and t.person_id = w.person_id and t.system = 'comprehensive' and t.starts_on = (select max(l.starts_on) from terms l
          where l.company_id = ?1 and l.person_id = w.person_id and l.starts_on <= ?7)),
    span as materialized (
      select value ->> 'cycle' as cycle, value ->> 'first' as first, value ->> 'last' as last from json_each(?10)),
    part as materialized (
      select a.person_id, max(s.first, a.starts_on) as first, s.last from adding a cross join span s on s.cycle = a.cycle
      where s.last >= a.starts_on),
    day as (
      select w.person_id, s.first, s.last, w.date, w.attended, w.planned from part s cross join workday w
        on w.company_id = ?1 and w.person_id = s.person_id and w.date between s.first and min(s.last, ?3)
      union all
      select a.person_id, s.first, s.last, a.date, a.attended, a.planned from part s cross join adjustment a
        on a.company_id = ?1 and a.person_id = s.person_id and a.date between s.first and min(s.last, ?3))
    select d.person_id as personId, d.first, d.last, sum(d.attended) as attended, sum(d.planned) as planned,
      coalesce(sum(d.attended) filter (where instr(?8, d.date) > 0), 0) as statutory
    from day d group by d.person_id, d.first order by d.person_id, d.first`;
}
