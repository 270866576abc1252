import { settleWorkday } from "@today/core/workday";
import { expect, test } from "vitest";
import type { DayKey } from "./arrival.ts";
import { loadDayFacts } from "./facts.ts";
import { addPeople, addProject, beijing, mintCompany, plan, pull, punch, type TestCompany } from "./testing.ts";
import {
  clearVisits,
  clearWhereabouts,
  keepClearedUntil,
  readClearedUntil,
  readFirstPunch,
  readLocatedAmong,
  readLocatedDays,
} from "./whereabouts.ts";

const day = "2026-09-14";
const here = { lat: 30.2, lng: 120.1, accuracy: 15, ssid: "S", bssid: "aa", machine: "M1", address: "路" };
const zhao: DayKey = { personId: "zhao", date: day };
const all = { from: "2026-01-01", before: "2026-12-31", personId: null };

async function furnish(): Promise<TestCompany> {
  const company = await mintCompany();
  const people = ["zhao", "qian"];
  await addPeople(company, people);
  await addProject(company, { id: "lang", members: people, site: { lat: 30.2, lng: 120.1 } });
  await plan(company, people, [day]);
  await pull(
    company,
    1000,
    people.flatMap((id) => [punch(id, day, [540, "on"], here), punch(id, day, [1080, "off"], here)]),
  );
  return company;
}

const load = ({ db, id }: TestCompany, days: readonly DayKey[] = [zhao]) =>
  loadDayFacts(db, { companyId: id, now: beijing(day, 1400) }, days);

async function clear(company: TestCompany, days: readonly DayKey[]): Promise<number> {
  const loaded = await load(company, days);
  const { statements, punches } = clearWhereabouts(company.db, { companyId: company.id, at: 5 }, loaded);
  await company.db.batch(statements);
  return punches;
}

test("a cleared punch says nowhere where it was made, and its day settles to the same", async () => {
  const company = await furnish();
  const [before] = await load(company);
  if (!before?.facts) throw new Error("no facts");
  expect(settleWorkday(before.facts).allocations).toMatchObject([{ project: "lang", place: "onsite", basis: "site" }]);
  expect(await clear(company, [zhao])).toBe(2);
  const [after] = await load(company);
  for (const one of after?.punches ?? []) {
    const gone = Object.keys(here).map((name) => [name, null]);
    expect(one).toMatchObject(Object.fromEntries(gone));
  }
  if (!after?.facts) throw new Error("no facts");
  expect(settleWorkday(after.facts)).toEqual(settleWorkday(before.facts));
  const rows = await company.db.all("select * from punch where company_id = ?1 and person_id = 'zhao'", company.id);
  expect(JSON.stringify(rows)).not.toMatch(/30\.2|120\.1|M1|路/);
  expect(rows).toMatchObject([{ digest: "cleared" }, { digest: "cleared" }]);
});

test("nobody else's day is cleared, nothing is marked, and a repeat finds nothing", async () => {
  const company = await furnish();
  await company.db.all("delete from dirty_day where company_id = ?1", company.id);
  await clear(company, [zhao]);
  expect(await readLocatedDays(company.db, company.id, all)).toEqual([{ personId: "qian", date: day }]);
  expect(await readLocatedDays(company.db, company.id, { ...all, personId: "zhao" })).toEqual([]);
  expect(await readLocatedAmong(company.db, company.id, [zhao, { ...zhao, personId: "qian" }])).toHaveLength(1);
  expect(await clear(company, [zhao])).toBe(0);
  expect(await company.db.all("select * from dirty_day where company_id = ?1", company.id)).toEqual([]);
});

test("a later version of a cleared punch keeps the verdict; one with a place is measured", async () => {
  const company = await furnish();
  await clear(company, [zhao]);
  await pull(company, 2000, [punch("zhao", day, [540, "on"], { result: "Late" })]);
  const placeOf = async () => {
    const [one] = await load(company);
    return one?.facts && settleWorkday(one.facts).allocations[0]?.place;
  };
  expect(await placeOf()).toBe("onsite");
  await pull(company, 3000, [punch("zhao", day, [540, "on"], { lat: 31, lng: 120.1, accuracy: 5 })]);
  expect(await placeOf()).not.toBe("onsite");
});

test("a punch may lose its place and nothing else, and a kept verdict stays", async () => {
  const company = await furnish();
  await clear(company, [zhao]);
  const refused = ["set remark = 'x'", "set result = 'Late'", "set digest = 'x'", "set lat = 1"];
  for (const change of refused) {
    const sql = `update punch ${change} where company_id = ?1 and person_id = 'zhao'`;
    await expect(company.db.batch([company.db.prepare(sql, company.id)]), change).rejects.toMatchObject({
      problem: "append-only",
    });
  }
  const drop = company.db.prepare("delete from punch_verdict where company_id = ?1", company.id);
  await expect(company.db.batch([drop])).rejects.toMatchObject({ problem: "append-only" });
});

test("a closed day loses its metres and nothing else", async () => {
  const company = await furnish();
  const body = JSON.stringify({ over: true, details: [{ name: "pick-off-site", metres: 4100, at: 540 }], line: [] });
  await company.db.batch([
    company.db.prepare(
      `insert into workday values (?1, 'zhao', '${day}', 1, 1, 0, 0, 1, 0, 0, 'warning', '["pick-off-site"]', ?2, 7)`,
      ...[company.id, body],
    ),
    company.db.prepare(
      `insert into period (company_id, id, first, last, state, changed_at, changed_by)
       values (?1, '2026-09', '2026-09-01', '2026-09-30', 'closed', 1, 'he')`,
      company.id,
    ),
  ]);
  await clear(company, [zhao]);
  const rows = await company.db.all<{ body: string }>("select body from workday where company_id = ?1", company.id);
  expect(JSON.parse(rows[0]?.body ?? "")).toEqual({
    ...{ over: true, line: [] },
    details: [{ name: "pick-off-site", metres: null, at: 540 }],
  });
  const change = company.db.prepare("update workday set counted = 2 where company_id = ?1", company.id);
  await expect(company.db.batch([change])).rejects.toMatchObject({ problem: "period-closed" });
});

test("check-ins lose their place by their date or with their person", async () => {
  const company = await furnish();
  const visit = `insert into visit (company_id, person_id, at, date, minute, received_at, place, address, lat, lng)
    values (?1, ?2, ?3, ?4, 600, 1, '工地', '路', 30, 120)`;
  const { db, id } = company;
  await db.batch([
    db.prepare(visit, id, "zhao", 1, day),
    db.prepare(visit, id, "zhao", 2, "2026-09-20"),
    db.prepare(visit, id, "qian", 3, "2026-09-20"),
  ]);
  const located = () => db.all("select at from visit where company_id = ?1 and lat is not null order by at", id);
  await db.batch([clearVisits(db, id, { from: "2026-01-01", before: "2026-09-20", personId: null })]);
  expect(await located()).toEqual([{ at: 2 }, { at: 3 }]);
  await db.batch([clearVisits(db, id, { ...all, personId: "zhao" })]);
  expect(await located()).toEqual([{ at: 3 }]);
});

test("how far was looked through only grows, and begins with the first punch", async () => {
  const company = await furnish();
  expect(await readFirstPunch(company.db, company.id)).toBe(day);
  expect(await readClearedUntil(company.db, company.id)).toBeNull();
  for (const until of ["2026-09-20", "2026-09-18"])
    await company.db.batch([keepClearedUntil(company.db, company.id, until)]);
  expect(await readClearedUntil(company.db, company.id)).toBe("2026-09-20");
  expect(await readFirstPunch(company.db, (await mintCompany()).id)).toBeNull();
});
