import type { TestCompany } from "./testing.ts";

/** A row of `worklog` as a test wants it; what is left out is that of a new row of 60 minutes that is due. */
export interface WorklogRow {
  readonly key: string;
  readonly person_id: string;
  readonly date: string;
  readonly serial: string;
  readonly minutes: number;
  readonly state: string;
  readonly digest: string;
  readonly remote_id: string | null;
  readonly remote_person: string | null;
  readonly remote_project: string | null;
  readonly remote_task: string | null;
  readonly sent_minutes: number;
  readonly sent_digest: string | null;
  readonly next_at: number;
  readonly sending_at: number | null;
  readonly marker: string;
}

/** Adds a target that is on, and such rows to it. */
export async function addTarget({ id, db }: TestCompany, targetId: string) {
  await db.all(
    `insert into target (company_id, id, kind, name, settings, state, starts_on, created_at, created_by, changed_at, changed_by)
     values (?1, ?2, 'redmine', 'R', '{}', 'on', '2026-01-01', 0, 'a', 0, 'a')`,
    ...[id, targetId],
  );
}

/** Adds worklogs to a target. */
export async function addWorklogs(
  { id, db }: TestCompany,
  targetId: string,
  rows: readonly (Partial<WorklogRow> & { readonly key: string })[],
) {
  const whole = rows.map((row) => {
    const minutes = row.minutes ?? 60;
    return {
      ...{ person_id: "zhao", date: "2026-09-14", serial: row.remote_task ?? row.key, minutes, state: "due" },
      ...{ digest: `d${minutes}`, remote_id: null, remote_person: null, remote_project: null, remote_task: null },
      ...{ sent_minutes: 0, sent_digest: null, next_at: 0, sending_at: null, marker: `[wk:${row.key}]` },
      ...row,
    };
  });
  const names = Object.keys(whole[0] ?? {});
  await db.all(
    `insert into worklog (company_id, target_id, project_id, body, changed_at, ${names.join(", ")})
     select ?1, ?2, 'p', '{"note":"砌墙","personName":"赵磊","start":540}', 0,
       ${names.map((name) => `value ->> '${name}'`).join(", ")} from json_each(?3)`,
    ...[id, targetId, JSON.stringify(whole)],
  );
}
