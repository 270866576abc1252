import { keepCalendarYears } from "@today/db/calendar";
import { addPeople, addProject, beijing } from "@today/db/testing";
import { expect, test } from "vitest";
import type { Alerts } from "../contract.ts";
import { type House, openHouse, productIn } from "../testing.ts";
import { openTown } from "../testing-town.ts";
import { raiseAlerts } from "./raise-alerts.ts";

/** Wang manages Zhao, Chen manages Qian; He is HR, Jin finance, Lin the admin. */
async function furnish(): Promise<House> {
  const house = await openHouse();
  const { db, id } = house;
  await addPeople(house, ["wang", "chen", "he", "jin", "lin"]);
  await addProject(house, { id: "lang", members: ["zhao"] });
  await addProject(house, { id: "shui", members: ["qian"] });
  await db.batch([
    db.prepare(
      `insert into project_member (company_id, person_id, project_id, role)
       values (?1, 'wang', 'lang', 'manager'), (?1, 'chen', 'shui', 'manager')`,
      id,
    ),
    db.prepare("insert into role_grant values (?1, 'he', 'hr'), (?1, 'jin', 'finance'), (?1, 'lin', 'admin')", id),
  ]);
  return house;
}

/** Lets a person have so much overtime on a date, and looks. */
async function overtime(
  house: House,
  minutes: number,
  date = "2026-09-08",
  people: readonly string[] | null = ["zhao"],
) {
  await house.db.batch([
    house.db.prepare(
      `insert into workday (company_id, person_id, date, planned, attended, overtime_attended, overtime_approved, counted, leave,
         unassigned, status, warnings, body, settled_at)
       values (?1, 'zhao', ?2, 480, 480 + ?3, ?3, ?3, 480 + ?3, 0, 0, 'normal', '[]', '{}', 1)
       on conflict do update set overtime_approved = excluded.overtime_approved`,
      ...[house.id, date, minutes],
    ),
  ]);
  house.now += 60_000;
  await raiseAlerts(await productIn(house), people);
}

const seenBy = async (house: House, who: string) =>
  (await house.as(who).call<Alerts>("GET", "/api/alerts")).body.alerts.map(
    ({ kind, subjectId, level }) => `${kind} ${subjectId} ${level}`,
  );

test("24, 30 and 36 hours are told to the person, their manager and HR, to nobody else", async () => {
  const house = await furnish();
  await overtime(house, 1439);
  expect(await seenBy(house, "zhao")).toEqual([]);
  await overtime(house, 1800);
  const told = ["overtime zhao/2026-09 1800", "overtime zhao/2026-09 1440"];
  for (const who of ["zhao", "wang", "he"]) expect(await seenBy(house, who)).toEqual(told);
  for (const who of ["qian", "chen", "jin", "lin"]) expect(await seenBy(house, who)).toEqual([]);
  await overtime(house, 2160, "2026-09-08", null);
  expect(await seenBy(house, "zhao")).toHaveLength(3);
});

test("each level is raised once, and again after it fell below", async () => {
  const house = await furnish();
  await overtime(house, 1500);
  const before = await house.count();
  await overtime(house, 1500);
  expect(await house.count()).toEqual(before);
  await overtime(house, 1400);
  expect(await seenBy(house, "zhao")).toEqual([]);
  await overtime(house, 1500);
  expect(await seenBy(house, "zhao")).toEqual(["overtime zhao/2026-09 1440"]);
  const rows = await house.db.all(
    "select cleared_at is null as stands from alert where company_id = ?1 order by raised_at",
    house.id,
  );
  expect(rows).toEqual([{ stands: 0 }, { stands: 1 }]);
});

test("last month's overtime is still looked after, older months are not shown", async () => {
  const house = await furnish();
  await overtime(house, 1500, "2026-08-31");
  expect(await seenBy(house, "zhao")).toEqual(["overtime zhao/2026-08 1440"]);
  house.now = beijing("2026-10-08", 600);
  expect(await seenBy(house, "zhao")).toEqual([]);
});

test("from November on the admin is told that the next year is missing, until it is there", async () => {
  const house = await furnish();
  const look = async (date: string) => {
    house.now = beijing(date, 280);
    await raiseAlerts(await productIn(house), null);
    return seenBy(house, "lin");
  };
  expect(await look("2026-10-31")).toEqual([]);
  expect(await look("2026-11-01")).toEqual(["calendar 2027 2027"]);
  expect(await look("2026-11-02")).toEqual(["calendar 2027 2027"]);
  expect(await seenBy(house, "he")).toEqual([]);
  const year = { year: 2027, days: {}, source: "省政府" };
  await keepCalendarYears(house.db, { companyId: house.id, at: house.now }, [year]);
  expect(await look("2026-11-03")).toEqual([]);
});

test("a budget's money is told to finance alone, its hours also to the manager", async () => {
  const house = await furnish();
  const sql =
    "insert into alert values (?1, 'budget-hours', 'lang', 75, 1, null), (?1, 'budget-money', 'lang', 90, 1, null)";
  await house.db.batch([house.db.prepare(sql, house.id)]);
  expect(await seenBy(house, "jin")).toEqual(["budget-hours lang 75", "budget-money lang 90"]);
  expect(await seenBy(house, "wang")).toEqual(["budget-hours lang 75"]);
  expect(await seenBy(house, "zhao")).toEqual([]);
});

test("days that are settled have their warnings looked at, several messages at once", async () => {
  const town = await openTown();
  const [someone] = await town.db.all<{ id: string }>(
    "select id from person where company_id = ?1 limit 1",
    town.companyId,
  );
  const people = [someone?.id ?? ""];
  const today = new Date(town.simulator.now()).toISOString().slice(0, 10);
  await town.db.batch([
    town.db.prepare(
      `insert into workday (company_id, person_id, date, planned, attended, overtime_attended, overtime_approved, counted, leave,
         unassigned, status, warnings, body, settled_at)
       values (?1, ?2, ?3, 480, 1980, 1500, 1500, 1980, 0, 0, 'normal', '[]', '{}', 1)`,
      ...[town.companyId, people[0] ?? "", `${today.slice(0, 7)}-01`],
    ),
  ]);
  town.queue.push({ kind: "raise-alerts", people }, { kind: "raise-alerts", people: null });
  await town.drain();
  const alerts = await town.db.all("select kind, level from alert where company_id = ?1", town.companyId);
  expect(alerts).toEqual([{ kind: "overtime", level: 1440 }]);
  await town.run({ kind: "day" });
  expect(town.queue).toEqual([]);
});
