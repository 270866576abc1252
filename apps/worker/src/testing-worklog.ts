import { addPeople } from "@today/db/testing";
import { planWorklogs } from "./operations/plan-worklogs.ts";
import { type House, productIn } from "./testing.ts";
import { openOffice, settle } from "./testing-approval.ts";

/** How a target and its destination are to be other than usual. */
export interface LinkWish {
  readonly id?: string;
  readonly kind?: string;
  readonly approvedOnly?: boolean;
  readonly pace?: "night" | "at-once";
  readonly rounding?: string;
  readonly startsOn?: string;
  readonly state?: string;
}

/** The office with `lang` connected to project 7 of a Redmine `red`, where Zhao is 5 and Qian 6; `ada` is an admin. */
export async function openLinkedOffice(wish: LinkWish = {}): Promise<House> {
  const house = await openOffice();
  await addPeople(house, ["ada"]);
  await house.db.all("insert into role_grant values (?1, 'ada', 'admin')", house.id);
  await link(house, wish);
  await sendTo(house, { project: "lang", remoteProject: "7" });
  await tellAccount(house, { remote: "5", person: "zhao" });
  await tellAccount(house, { remote: "6", person: "qian" });
  await followUp(house);
  return house;
}

/** Connects a target. */
export async function link({ id: company, db, now }: House, wish: LinkWish = {}): Promise<void> {
  const { id = "red", kind = "redmine", approvedOnly = true, pace = "at-once", rounding = "exact" } = wish;
  const { startsOn = "2026-01-01", state = "on" } = wish;
  await db.all(
    `insert into target (company_id, id, kind, name, settings, state, approved_only, pace, rounding, starts_on, created_at,
       created_by, changed_at, changed_by)
     values (?1, ?2, ?3, ?3, '{}', ?4, ?5, ?6, ?7, ?8, ?9, 'ada', ?9, 'ada')`,
    ...[company, id, kind, state, Number(approvedOnly), pace, rounding, startsOn, now],
  );
}

/** Sends a project's hours somewhere, or elsewhere. */
export async function sendTo(
  { id, db, now }: House,
  to: { readonly project: string; readonly remoteProject: string; readonly remoteTask?: string; readonly at?: string },
): Promise<void> {
  await db.all(
    `insert into destination (company_id, target_id, project_id, remote_project, remote_task, changed_at, changed_by)
     values (?1, ?2, ?3, ?4, ?5, ?6, 'ada') on conflict do update set remote_project = excluded.remote_project,
       remote_task = excluded.remote_task`,
    ...[id, to.at ?? "red", to.project, to.remoteProject, to.remoteTask ?? null, now],
  );
}

/** Says whose an account at Redmine is, null for nobody's. */
export async function tellAccount(
  { id, db, now }: House,
  account: { readonly remote: string; readonly person: string | null; readonly active?: boolean },
): Promise<void> {
  await db.all(
    `insert into account (company_id, id, source, external_id, user_name, user_key, active, resource, created_at, changed_at,
       keyed_by, state, person_id)
     values (?1, 'a' || ?2, 'target:red', ?2, ?2, ?2, ?5, '{}', ?3, ?3, '', iif(?4 is null, 'nobody', 'matched'), ?4)
     on conflict (company_id, id) do update set person_id = excluded.person_id, state = excluded.state, active = excluded.active`,
    ...[id, account.remote, now, account.person, Number(account.active ?? true)],
  );
}

/** Settles and plans what waits for it, as the queue would. */
export async function followUp(house: House): Promise<void> {
  await settle(house);
  await plan(house);
}

/** Plans what is marked. */
export async function plan(house: House): Promise<void> {
  await planWorklogs(await productIn(house));
}

/** Lets everything that is due reach the other side. */
export async function pretendPush({ id, db, now }: House): Promise<void> {
  await db.all(
    `update worklog set state = 'done', sent_digest = iif(minutes = 0, null, digest), sent_minutes = minutes,
       remote_id = iif(minutes = 0, null, 'r' || key), sent_at = ?2, attempts = attempts + 1
     where company_id = ?1 and state = 'due'`,
    ...[id, now],
  );
}

/** The worklogs of a day in words: `"zhao 5@7 480+0 due"`. */
export async function worklogsOf({ id, db }: House, date = "2026-09-14"): Promise<string[]> {
  const rows = await db.all<{ told: string }>(
    `select person_id || ' ' || coalesce(remote_person, '-') || '@' || remote_project || coalesce('/' || remote_task, '')
       || ' ' || minutes || '+' || waiting || ' ' || state || coalesce(' ' || held, '') as told
     from worklog where company_id = ?1 and date = ?2 order by person_id desc, key`,
    ...[id, date],
  );
  return rows.map(({ told }) => told);
}
