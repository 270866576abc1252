import type { Town } from "./testing-town.ts";

/** An instant in Beijing, `at("2026-09-16T18:30")`. */
export const at = (text: string) => Date.parse(`${text}:00+08:00`);

/** What `zhao001` of the simulator may ask for. */
export const asked = {
  overtime: { kind: "overtime", start: at("2026-09-16T18:30"), end: at("2026-09-16T21:00") },
  trip: { kind: "trip", start: at("2026-09-15T09:00"), end: at("2026-09-16T18:00"), unit: "day", place: "宁波" },
  halfTrip: { kind: "trip", start: at("2026-09-14T09:00"), end: at("2026-09-14T12:00"), unit: "halfDay" },
  outing: { kind: "outing", start: at("2026-09-16T14:00"), end: at("2026-09-16T16:00") },
  leave: { kind: "leave", start: at("2026-09-18T13:30"), end: at("2026-09-18T18:00"), unit: "hour", name: "事假" },
  supply: { kind: "supply", workDate: "2026-09-16", type: "off", at: at("2026-09-16T19:00") },
} as const;

/** Begins an approval, agreed unless said otherwise, and gives its id. */
export async function begin(town: Town, what: object, how: object = { decide: "agree" }): Promise<string> {
  return approvalOf(town, "approvals", { userId: "zhao001", ...what, ...how });
}

/** Changes, revokes or decides one, `follow(town, id, "revoke")`, and gives the id of what came of it. */
export function follow(town: Town, id: string, what: string, body: object = {}): Promise<string> {
  return approvalOf(town, `approvals/${id}/${what}`, body);
}

async function approvalOf({ simulator }: Town, path: string, body: object): Promise<string> {
  const request = new Request(`http://simulator/_simulator/${path}`, { method: "POST", body: JSON.stringify(body) });
  const answer = await simulator.fetch(request);
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  const { approval } = await answer.json<{ approval: { id?: string; processInstanceId?: string } }>();
  return String(approval.id ?? approval.processInstanceId);
}

/** What stands of approvals of a person: granted times, leaves and corrections, and the days they were settled to. */
export async function standingOf({ db, companyId }: Town, person = "zhao001") {
  const granted = await db.all(
    `select date, kind, start_minute as start, end_minute as "end", lieu, source from approved_time t
      where company_id = ?1 and person_id = ?2 and present = 1 and received_at = (select max(received_at) from approved_time l
        where l.company_id = ?1 and l.person_id = t.person_id and l.date = t.date and l.id = t.id) order by 1, 2, 3`,
    ...[companyId, person],
  );
  const leaves = await db.all(
    `select from_at, to_at from leave t where company_id = ?1 and person_id = ?2 and present = 1 and received_at =
      (select max(received_at) from leave l where l.company_id = ?1 and l.person_id = t.person_id
        and l.from_at = t.from_at and l.to_at = t.to_at) order by 1, 2`,
    ...[companyId, person],
  );
  const corrections = await db.all(
    `select work_date, record_id, type, at, valid from punch t where company_id = ?1 and person_id = ?2
      and source_type = 'APPROVE' and received_at = (select max(received_at) from punch l where l.company_id = ?1
        and l.person_id = t.person_id and l.work_date = t.work_date and l.record_id = t.record_id) order by 1, 2`,
    ...[companyId, person],
  );
  const days = await db.all(
    `select date, attended, overtime_approved as overtime, counted, leave, status, warnings from workday where company_id = ?1 and person_id = ?2
      and date between '2026-09-14' and '2026-09-16' order by 1`,
    ...[companyId, person],
  );
  return { granted, leaves, corrections, days };
}

/** The counted calls of a path so far. */
export async function callsTo({ db, companyId }: Town, path: string): Promise<number> {
  const rows = await db.all<{ n: number }>(
    "select coalesce(sum(counted), 0) as n from call_count where company_id = ?1 and path like ?2",
    ...[companyId, `${path}%`],
  );
  return rows[0]?.n ?? 0;
}
