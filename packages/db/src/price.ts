/** SQL: the fen per hour of a person on a date, null before their first rate; `?1` company. The columns carry their table's alias. */
export function rateSql(person: string, date: string): string {
  return `(select r.fen_per_hour from rate r where r.company_id = ?1 and r.person_id = ${person} and r.starts_on <= ${date}
    order by r.starts_on desc limit 1)`;
}

/** SQL: the core's `payPercent` of an overtime column on a person's date; `?1` company. */
export function percentSql(overtime: string, person: string, date: string): string {
  return `case when ${overtime} is null then 100 else (select case
      when system = 'irregular' then 100 when ${overtime} = 'statutory' then 300 when system = 'comprehensive' then 100
      when ${overtime} = 'workday' then 150 when ${lieuSql(person, date)} then 100 else 200 end
    from (select coalesce((select t.system from terms t where t.company_id = ?1 and t.person_id = ${person}
      and t.starts_on <= ${date} order by t.starts_on desc limit 1), 'standard') as system)) end`;
}

/** SQL: the core's `amountOf`, minutes below 0 included; without a rate it is 0. */
export function amountSql(minutes: string, rate: string, percent: string): string {
  return `(sign(${minutes}) * ((abs(${minutes}) * coalesce(${rate}, 0) * ${percent} + 3000) / 6000))`;
}

/** SQL: some overtime of a person's date is given back as time off; of each approval what came last stands. `?1` company. */
export function lieuSql(person: string, date: string): string {
  return `exists (select 1 from approved_time o where o.company_id = ?1 and o.person_id = ${person} and o.date = ${date}
      and o.kind = 'overtime' and o.lieu = 1 and o.present = 1 and not exists
        (select 1 from approved_time l where l.company_id = ?1 and l.person_id = o.person_id and l.date = o.date
          and l.id = o.id and l.received_at > o.received_at))`;
}
