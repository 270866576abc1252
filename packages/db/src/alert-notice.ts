import type { WorkDate } from "@today/core/time/date";
import type { LevelChange } from "./alert-level.ts";
import type { Arrival } from "./arrival.ts";
import type { Database } from "./database.ts";
import { holdsOn } from "./role.ts";

const managers = (project: string) => `select g.person_id from project_member g indexed by project_member_project
  where g.company_id = ?1 and g.project_id = ${project} and g.role = 'manager' and ${holdsOn("g", "?3")}`;
const subject = "substr(a.subject_id, 1, length(a.subject_id) - 8)";

/** Of overtime the person and who manages a project of theirs; of hours the project's managers; of money finance. */
const receiver = `case a.kind
  when 'overtime' then q.id = ${subject} or exists (select 1 from project_member t where t.company_id = ?1
    and t.person_id = ${subject} and ${holdsOn("t", "?3")} and q.id in (${managers("t.project_id")}))
  when 'budget-hours' then q.id in (${managers("a.subject_id")})
  else exists (select 1 from role_grant r where r.company_id = ?1 and r.person_id = q.id and r.role = 'finance') end`;

/** A statement that tells their receivers of the levels that were raised at this instant; it stands behind those that raise them. */
export function addAlertNotices(
  db: Database,
  arrival: Arrival & { readonly today: WorkDate },
  kinds: readonly LevelChange["kind"][],
): D1PreparedStatement {
  return db.prepare(
    `insert into notice (company_id, id, person_id, kind, about_id, project_id, body, created_at)
     select ?1, a.kind || '/' || a.subject_id || '/' || a.level || '/' || a.raised_at || '/' || q.id, q.id, a.kind,
       iif(a.kind = 'overtime', ${subject}, null), iif(a.kind = 'overtime', null, a.subject_id),
       json_object('level', a.level, 'month', iif(a.kind = 'overtime', substr(a.subject_id, -7), null)), ?2
     from alert a indexed by alert_raised join person q on q.company_id = ?1 and q.active = 1 and ${receiver}
     where a.company_id = ?1 and a.raised_at = ?2 and a.cleared_at is null
       and a.kind in (select value from json_each(?4)) and a.kind <> 'calendar'
     on conflict do nothing`,
    ...[arrival.companyId, arrival.at, arrival.today, JSON.stringify(kinds)],
  );
}
