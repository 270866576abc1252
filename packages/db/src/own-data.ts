import type { Database } from "./database.ts";

/** A list of what is kept about one person: its SQL with `?1` company and `?2` person, in an order that does not change. */
interface OwnList {
  /** Under which it stands in the file, mostly the name of its table. */
  readonly name: string;
  readonly sql: string;
}

/** SQL: who did something, without saying who else it was. */
function whoOf(column: string): string {
  return `case ${column} when ?2 then 'self' when 'today' then 'product' when 'dingtalk' then 'dingtalk' else 'other' end`;
}

function listOf(name: string, columns: string, rest: string = "order by 1, 2, 3"): OwnList {
  return { name, sql: `select ${columns} from ${name} where company_id = ?1 and person_id = ?2 ${rest}` };
}

const byHand = `made_at, ${whoOf("made_by")} as made_by, channel`;
const ownHistory = `company_id = ?1 and (
  (subject in ('person', 'member') and (subject_id = ?2 or subject_id in
    (select m.project_id || '/' || ?2 from project_member m where m.company_id = ?1 and m.person_id = ?2)))
  or (subject in ('split', 'approval', 'rate', 'terms', 'notice') and subject_id > ?2 || '/' and subject_id < ?2 || '0')
  or (subject = 'pick' and subject_id in (select k.id from pick k where k.company_id = ?1 and k.person_id = ?2))
  or (subject = 'request' and subject_id in (select r.id from request r where r.company_id = ?1 and r.person_id = ?2)))`;

/** Everything kept about a person, table by table; what others did is told without their names, what an hour costs not at all. */
export const ownLists: readonly OwnList[] = [
  {
    name: "person",
    sql: `select id, union_id, name, job_number, title, department_ids, active, left_at, default_project, pulled_at,
      sessions_from from person where company_id = ?1 and id = ?2`,
  },
  listOf(
    "account",
    "id, source, external_id, user_name, active, resource, created_at, changed_at, deleted_at, state, rule",
  ),
  listOf("person_key", "kind, digest", "order by 1, 2"),
  listOf("role_grant", "role", "order by 1"),
  listOf("project_member", "project_id, role, starts_on, ends_on, planned_from, planned_to"),
  listOf(
    "punch",
    `work_date, record_id, received_at, at, type, valid, invalid_reason, result, location_result, source_type, lat, lng,
     accuracy, ssid, bssid, machine, address, remark, plan_id, modified_at`,
  ),
  listOf("punch_verdict", "record_id, verdicts, kept_at"),
  listOf("schedule", "work_date, received_at, shift_id, shift_name, shift"),
  listOf("shift_move", "work_date, received_at, minutes"),
  listOf("leave", "from_at, to_at, received_at, unit, amount, leave_code, present"),
  listOf("approved_time", "date, id, received_at, kind, start_minute, end_minute, lieu, source, present"),
  listOf("approval_instance", "id, received_at, process_code, kind, state, action, main_id, modified_at, body"),
  listOf("approved_leave", "from_at, to_at, id, holds, told"),
  listOf("visit", "at, date, minute, received_at, place, address, lat, lng, remark, visited, photos", "order by 1"),
  listOf("pick", `date, id, project_id, task_id, from_minute, reason, ${byHand}`),
  listOf("pick_withdrawal", `date, pick_id, made_at, ${whoOf("made_by")} as made_by`),
  listOf("split", `date, version, parts, ${byHand}`),
  listOf("request", `date, id, kind, body, reason, project_id, effect, state, ${byHand}`),
  {
    name: "request_answer",
    sql: `select a.request_id, a.n, a.verdict, a.at, ${whoOf("a.made_by")} as made_by, a.reason, a.channel
      from request r cross join request_answer a on a.company_id = ?1 and a.request_id = r.id
      where r.company_id = ?1 and r.person_id = ?2 order by 1, 2`,
  },
  listOf(
    "decision",
    `date, project_id, key, batch_id, minutes, verdict, at, ${whoOf("made_by")} as made_by, reason, channel`,
    "order by 1, 2, 3, 4, 6",
  ),
  listOf(
    "workday",
    `date, planned, attended, overtime_attended, overtime_approved, counted, leave, unassigned, status, warnings, body,
     settled_at`,
    "order by 1",
  ),
  {
    name: "allocation",
    sql: `select a.date, a.n, a.project_id, a.task_id, a.minutes, a.basis, a.place, a.overtime, a.state, a.reasons
      from workday w cross join project p on p.company_id = ?1
      cross join allocation a on a.company_id = ?1 and a.project_id = p.id and a.date = w.date and a.person_id = ?2
      where w.company_id = ?1 and w.person_id = ?2 order by 1, 3, 2`,
  },
  listOf(
    "adjustment",
    `date, n, booked_on, at, planned, attended, overtime_attended, overtime_approved, counted, leave, unassigned, parts`,
  ),
  {
    name: "period_sheet",
    sql: `select s.period_id, s.closing, s.figures from period p cross join period_sheet s
      on s.company_id = ?1 and s.period_id = p.id and s.person_id = ?2 where p.company_id = ?1 order by 1, 2`,
  },
  {
    name: "period_grace",
    sql: `select g.period_id, g.until, g.reason, g.at, ${whoOf("g.made_by")} as made_by from period p
      cross join period_grace g on g.company_id = ?1 and g.period_id = p.id and g.person_id = ?2
      where p.company_id = ?1 order by 1`,
  },
  listOf("reconciled", "from_date, to_date, at", "order by 1"),
  listOf(
    "difference",
    `date, figure, ours, theirs, facts, state, found_at, changed_at, ${whoOf("changed_by")} as changed_by, reason`,
    "order by 1, 2",
  ),
  {
    name: "rebuild_day",
    sql: `select d.rebuild_id, d.date, d.closed, d.fields, d.before, d.after from rebuild r cross join rebuild_day d
      on d.company_id = ?1 and d.rebuild_id = r.id and d.person_id = ?2 where r.company_id = ?1 order by 1, 2`,
  },
  listOf("project_month", "month, project_id, task_id, place, overtime, state, minutes", "order by 1, 2, 3, 4, 5, 6"),
  listOf(
    "worklog",
    "date, target_id, key, project_id, task_id, remote_task, minutes, waiting, state, sent_minutes, sent_at, body",
  ),
  {
    name: "task_draft",
    sql: `select t.created_at, t.target_id, t.id, t.project_id, t.title, t.description, t.starts_on, t.due_on, t.state,
        t.remote_task, ${whoOf("t.created_by")} as created_by
      from project p cross join task_draft t indexed by task_draft_project on t.company_id = ?1 and t.project_id = p.id
      where p.company_id = ?1 and ?2 in (t.assignee_id, t.created_by) order by 1, 2, 3`,
  },
  listOf("todo_reminder", "target_id, remote_task, title, due_on, wanted, state, todo_id", "order by 1, 2"),
  listOf("terms", `starts_on, system, cycle, daily_minutes, at, ${whoOf("made_by")} as made_by`, "order by 1"),
  // What an hour costs is finance's alone, also one's own: only since when there is one.
  listOf("rate", `starts_on, at, ${whoOf("made_by")} as made_by`, "order by 1"),
  {
    name: "alert",
    sql: `select kind, subject_id, level, raised_at, cleared_at from alert where company_id = ?1 and kind = 'overtime'
      and subject_id > ?2 || '/' and subject_id < ?2 || '0' order by 2, 3, 4`,
  },
  // Some tell about others: of these only that they were sent.
  listOf(
    "notice",
    `created_at, kind, state, sent_at, case when about_id is null or about_id = ?2 then project_id end as project_id,
     case when about_id is null or about_id = ?2 then body end as body`,
    "order by created_at, id",
  ),
  listOf("hook_event", "at, type, id, data"),
  listOf("notice_answer", "answered_at, id, version, basis, location"),
  {
    name: "history",
    sql: `select id, at, ${whoOf("actor")} as actor, channel, subject, subject_id, action, iif(subject = 'rate', null, before) as before,
      iif(subject = 'rate', null, after) as after, reason from history where ${ownHistory} order by 1`,
  },
];

const pageSize = 500;

/** One list of a person's data in pages of at most 500 rows. */
export async function* readOwnPages(
  db: Database,
  who: { readonly companyId: string; readonly personId: string },
  list: OwnList,
): AsyncGenerator<readonly object[]> {
  for (let from = 0; ; from += pageSize) {
    const rows = await db.all<object>(
      `${list.sql} limit ${pageSize} offset ?3`,
      ...[who.companyId, who.personId, from],
    );
    if (rows.length > 0) yield rows;
    if (rows.length < pageSize) return;
  }
}
