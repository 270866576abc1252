import { lieuSql } from "./price.ts";

/** Of each approval what came last stands. */
const standing = `o.present = 1 and not exists (select 1 from approved_time l where l.company_id = ?1
  and l.person_id = o.person_id and l.date = o.date and l.id = o.id and l.received_at > o.received_at)`;

/**
 * SQL of one row a person with their overtime of a month and of the four weeks before. `who` is a CTE of `person_id`; `?1` company,
 * `?3` today, `?5` to `?6` the month, `?7` the date whose terms hold, `?8` and `?9` texts of the statutory and the other rest dates,
 * `?10` the first Monday.
 */
export function monthSql(who: string): string {
  return `with ${who}, added as (
      select w.person_id, w.date, w.overtime_approved as minutes from who cross join workday w
        on w.company_id = ?1 and w.person_id = who.person_id and w.date between min(?5, ?10) and ?6
      union all select a.person_id, a.date, a.overtime_approved from who cross join adjustment a
        on a.company_id = ?1 and a.person_id = who.person_id and a.date between min(?5, ?10) and ?6),
    day as (
      select d.person_id, d.date, d.minutes, case when instr(?8, d.date) > 0 then 'statutory'
        when instr(?9, d.date) = 0 then 'workday' when d.minutes <> 0 and ${lieuSql("d.person_id", "d.date")} then 'lieu'
        else 'rest' end as kind
      from added d),
    total as materialized (
      select d.person_id, ${["workday", "rest", "statutory", "lieu"].map(ofMonth).join(", ")},
        json_array(${[0, 1, 2, 3].map(ofWeek).join(", ")}) as weeks
      from day d group by d.person_id)
    select p.id, p.name, p.title, coalesce(d.workday, 0) as workday, coalesce(d.rest, 0) as rest,
      coalesce(d.statutory, 0) as statutory, coalesce(d.lieu, 0) as lieu, coalesce(d.weeks, '[]') as weeks,
      (select json_array(t.system, t.cycle, t.daily_minutes) from terms t where t.company_id = ?1 and t.person_id = p.id
        and t.starts_on <= ?7 order by t.starts_on desc limit 1) as terms,
      coalesce((select sum(o.end_minute - o.start_minute) from approved_time o
        where o.company_id = ?1 and o.person_id = p.id and o.date between max(?5, date(?3, '+1 day')) and ?6
          and o.kind = 'overtime' and not (o.lieu = 1 and instr(?9, o.date) > 0) and ${standing}), 0) as ahead,
      coalesce((select sum(r.effect ->> 'minutes') from request r indexed by request_day
        where r.company_id = ?1 and r.person_id = p.id and r.date between ?5 and ?6 and r.state = 'waiting'
          and r.effect ->> 'overtime' is not null), 0) as waiting
    from who cross join person p on p.company_id = ?1 and p.id = who.person_id
      left join total d on d.person_id = p.id
    order by p.name, p.id`;
}

function ofMonth(kind: string): string {
  return `coalesce(sum(d.minutes) filter (where d.kind = '${kind}' and d.date >= ?5), 0) as ${kind}`;
}

/** Null for a week without any settled day. */
function ofWeek(n: number): string {
  return `iif(count(*) filter (where ${inWeek(n)}) = 0, null,
    coalesce(sum(d.minutes) filter (where d.kind <> 'lieu' and ${inWeek(n)}), 0))`;
}

function inWeek(n: number): string {
  return `d.date >= date(?10, '+${7 * n} days') and d.date < date(?10, '+${7 * n + 7} days')`;
}
