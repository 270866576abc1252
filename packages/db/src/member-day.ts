/** How many days back a change of a project's sites or people is felt. */
const feltDays = 31;

/**
 * SQL that marks people's settled days for settling anew, as far back as changes are felt; `?1` company, `?3` today, `?4`
 * instant. `people` selects their `person_id`.
 */
export function markDays(people: string): string {
  return `insert into dirty_day (company_id, date, person_id, since)
    select w.company_id, w.date, w.person_id, ?4 from (${people}) felt
      cross join workday w on w.company_id = ?1 and w.person_id = felt.person_id
    where w.date between date(?3, '-${feltDays} days') and ?3
    on conflict do update set since = max(since + 1, excluded.since)`;
}

/** As `markDays`, for everybody a project ever had. */
export function markMemberDays(project: string, condition: string): string {
  return markDays(`select m.person_id from project_member m indexed by project_member_project
    where m.company_id = ?1 and m.project_id = ${project} and ${condition}`);
}
