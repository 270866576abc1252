/** SQL: a date, a column or `"?6"`, lies in a closed period; `?1` company. */
export function isClosed(date: string): string {
  return `exists (select 1 from period shut indexed by period_closed where shut.company_id = ?1 and shut.state = 'closed'
    and shut.last >= ${date} and shut.first <= ${date})`;
}

/** SQL: what holds from a date on reaches into a closed period; `?1` company. */
export function reachesClosed(date: string): string {
  return `exists (select 1 from period shut where shut.company_id = ?1 and shut.state = 'closed' and shut.last >= ${date})`;
}

/** SQL: the last closed date, null without any; `?1` company. */
export const closedUntil =
  "(select max(shut.last) from period shut where shut.company_id = ?1 and shut.state = 'closed')";
