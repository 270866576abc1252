import { addPeople, addProject, beijing, plan, pull, punch } from "@today/db/testing";
import type { ApprovalRef, Approvals, DecisionResult, RequestView } from "./contract.ts";
import { settleDays } from "./settle-days.ts";
import { type Answer, type House, openHouse, productIn } from "./testing.ts";

const site = { lat: 30.2854, lng: 120.0171 };
const near = { ...site, accuracy: 10 };
const far = { lat: 30.4, lng: 120.2, accuracy: 20 };

/**
 * `lang` is managed by Wang and Chen, who are members too; He is HR. On 2026-09-14 Zhao and Wang were there from 9 to 18; on
 * 2026-09-15 Zhao, Qian and Wang went at 15. Qian picked it from far away on 2026-09-14. `shui` is Sun's, managed by Zhou.
 */
export async function openOffice(): Promise<House> {
  const house = await openHouse();
  const { db, id } = house;
  const people = ["zhao", "qian", "wang", "sun"];
  const dates = ["2026-09-14", "2026-09-15", "2026-09-16"];
  await addPeople(house, ["wang", "chen", "he", "sun", "zhou"]);
  await addProject(house, { id: "lang", members: ["zhao", "qian"], site });
  await addProject(house, { id: "shui", members: ["sun"], site });
  await plan(house, people, dates);
  const manages = "insert into project_member (company_id, person_id, project_id, role) values (?1, ?2, ?3, 'manager')";
  await db.batch([
    ...(["wang", "chen"] as const).map((one) => db.prepare(manages, id, one, "lang")),
    db.prepare(manages, id, "zhou", "shui"),
    db.prepare("insert into role_grant values (?1, 'he', 'hr')", id),
    db.prepare(
      `insert into pick (company_id, id, person_id, date, project_id, made_at, made_by, channel)
       values (?1, ?2, 'qian', '2026-09-14', 'lang', ?3, 'qian', 'app')`,
      ...[id, crypto.randomUUID(), beijing("2026-09-14", 541)],
    ),
  ]);
  const worked = (person: string, date: string, until: number, where = near) => [
    punch(person, date, [540, "on"], where),
    punch(person, date, [until, "off"], where),
  ];
  await pull(house, beijing("2026-09-16", 0), [
    ...["zhao", "wang"].flatMap((one) => worked(one, "2026-09-14", 1080)),
    ...worked("qian", "2026-09-14", 1080, far),
    ...["zhao", "qian", "wang", "sun"].flatMap((one) => worked(one, "2026-09-15", 900)),
  ]);
  await settle(house);
  return house;
}

/** Settles what is dirty, as the queue would. */
export async function settle(house: House): Promise<void> {
  await settleDays(await productIn(house), null);
}

/** What waits for somebody. */
export async function approvalsOf(house: House, who: string): Promise<Approvals> {
  return (await house.as(who).call<Approvals>("GET", "/api/approvals")).body;
}

/** The references of all that waits for somebody. */
export async function waitingFor(house: House, who: string): Promise<ApprovalRef[]> {
  return (await approvalsOf(house, who)).groups.flatMap(({ items }) => items.map(({ ref }) => ref));
}

/** Approves or returns things under an id of its own. */
export function decideOn(
  house: House,
  who: string,
  items: readonly ApprovalRef[],
  over: object = {},
): Promise<Answer<DecisionResult>> {
  const body = { id: crypto.randomUUID(), verdict: "approve", items, ...over };
  return house.as(who).call<DecisionResult>("POST", "/api/approvals", body);
}

/** Asks for something about a day of Zhao's. */
export async function ask(house: House, body: object): Promise<RequestView> {
  const about = { id: crypto.randomUUID(), date: "2026-09-16", reason: "忘了", ...body };
  return (await house.as("zhao").call<RequestView>("POST", "/api/requests", about)).body;
}

/** How the hours of `lang` stand: minutes by state, from the tables. */
export async function standing({ db, id }: House): Promise<Record<string, number>> {
  const sql =
    "select state, sum(minutes) as minutes from allocation where company_id = ?1 and project_id = 'lang' group by 1";
  const rows = await db.all<{ state: string; minutes: number }>(sql, id);
  return Object.fromEntries(rows.map(({ state, minutes }) => [state, minutes]));
}

/** Closes September as if HR had. */
export async function closeSeptember({ db, id, now }: House): Promise<void> {
  const sql = `insert into period (company_id, id, first, last, state, changed_at, changed_by)
    values (?1, '2026-09', '2026-09-01', '2026-09-30', 'closed', ?2, 'he')`;
  await db.batch([db.prepare(sql, id, now)]);
}
