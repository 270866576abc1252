import type { WorklogChange } from "@today/core/worklog-difference";
import type { Arrival } from "./arrival.ts";
import type { Database } from "./database.ts";
import { jsonChunks } from "./json-rows.ts";
import { type MarkedDay, unmarkDays } from "./worklog-day.ts";

/** What planning a day changes at one target; `markers` are those of worklogs that are new. */
export interface PlannedDay {
  readonly day: MarkedDay;
  readonly targetId: string;
  readonly changes: readonly WorklogChange[];
  readonly gone: readonly string[];
  readonly markers: ReadonlyMap<string, string>;
}

/**
 * The statements that write what was planned and take the days' marks off, in one transaction. Nothing is written of a day that
 * was marked again meanwhile; a row that somebody is sending, or has sent meanwhile, keeps what he knows of it.
 */
export function keepWorklogPlan(
  db: Database,
  { companyId, at }: Arrival,
  { days, planned }: { readonly days: readonly MarkedDay[]; readonly planned: readonly PlannedDay[] },
): D1PreparedStatement[] {
  const added = planned.flatMap((one) => rowsOf(one).filter(({ marker }) => marker !== null));
  const changed = planned.flatMap((one) => rowsOf(one).filter(({ marker }) => marker === null));
  const gone = planned.flatMap(({ day, targetId, gone: keys }) => keys.map((key) => ({ ...day, targetId, key })));
  const each = (sql: string, rows: readonly unknown[], ...more: readonly number[]) =>
    jsonChunks(rows).map((chunk) => db.prepare(sql, companyId, chunk, ...more));
  return [
    ...each(addSql, added, at),
    ...each(changeSql, changed, at),
    ...each(emptySql, gone, at),
    ...each(removeSql, gone),
    unmarkDays(db, companyId, days),
  ];
}

function rowsOf({ day, targetId, changes, markers }: PlannedDay) {
  return changes.map(({ wanted, body, ...change }) => {
    const { project = null, task = null, remotePerson = null, remoteProject = null, remoteTask = null } = wanted ?? {};
    return {
      ...{ ...day, targetId, ...change, body: JSON.stringify(body), serial: wanted?.serial ?? "" },
      ...{ project, task, remotePerson, remoteProject, remoteTask, marker: markers.get(change.key) ?? null },
    };
  });
}

const current = `from json_each(?2) v cross join worklog_day d on d.company_id = ?1 and d.date = v.value ->> 'date'
    and d.person_id = v.value ->> 'personId' and d.since = v.value ->> 'since'`;

function given(...names: readonly string[]): string {
  return names.map((name) => `v.value ->> '${name}'`).join(", ");
}

const addSql = `insert into worklog (company_id, target_id, key, marker, person_id, date, project_id, task_id, remote_person,
    remote_project, remote_task, serial, minutes, waiting, held, body, digest, state, next_at, changed_at)
  select ?1, ${given("targetId", "key", "marker", "personId", "date", "project", "task", "remotePerson")},
    ${given("remoteProject", "remoteTask", "serial", "minutes", "waiting", "held", "body", "digest", "state", "nextAt")}, ?3
  ${current} where true on conflict do nothing`;

// What became of a row while its day was planned counts more than what was known of it then.
const stateSql = `case
    when w.state in ('sending', 'unknown') then w.state
    when w.state <> 'failed' and w.sent_digest = v.value ->> 'digest' then 'done'
    when v.value ->> 'state' not in ('sending', 'unknown') then v.value ->> 'state'
    when w.digest = v.value ->> 'digest' then w.state
    else 'due' end`;

const isAnew = "v.value ->> 'anew' and w.state not in ('sending', 'unknown')";

// Written over themselves: an update of joined rows looks at every row for every other.
const changeSql = `insert into worklog (company_id, target_id, key, marker, person_id, date, project_id, serial,
    minutes, waiting, held, body, digest, state, next_at, attempts, problem, field, changed_at)
  select w.company_id, w.target_id, w.key, w.marker, w.person_id, w.date, w.project_id, w.serial,
    ${given("minutes", "waiting", "held", "body", "digest")}, ${stateSql}, iif(${isAnew}, v.value ->> 'nextAt', w.next_at),
    iif(${isAnew}, 0, w.attempts), iif(${isAnew}, null, w.problem), iif(${isAnew}, null, w.field), ?3
  ${current} cross join worklog w on w.company_id = ?1 and w.target_id = v.value ->> 'targetId' and w.key = v.value ->> 'key'
  where true
  on conflict (company_id, target_id, key) do update set minutes = excluded.minutes, waiting = excluded.waiting,
    held = excluded.held, body = excluded.body, digest = excluded.digest, state = excluded.state, next_at = excluded.next_at,
    attempts = excluded.attempts, problem = excluded.problem, field = excluded.field, changed_at = excluded.changed_at`;

const neverLeft =
  "state in ('held', 'due', 'failed') and remote_id is null and sent_digest is null and sent_at is null";

const goneRows = `company_id = ?1 and (target_id, key) in (select v.value ->> 'targetId', v.value ->> 'key' ${current})`;

// Somebody began to send it while its day was planned: what he wrote is to be taken away again.
const emptySql = `update worklog set minutes = 0, waiting = 0, held = null, digest = '0', changed_at = ?3,
    state = iif(state in ('sending', 'unknown'), state, 'due')
  where ${goneRows} and not (${neverLeft})`;

const removeSql = `delete from worklog where ${goneRows} and ${neverLeft}`;
