import { addPeople, addProject, beijing, plan, pull, punch } from "@today/db/testing";
import { expect, test } from "vitest";
import type { Team } from "../contract.ts";
import { settleDays } from "../settle-days.ts";
import { type House, openHouse, productIn } from "../testing.ts";

const date = "2026-09-17";
const site = { lat: 30.2854, lng: 120.0171 };
const far = { lat: 30.4, lng: 120.2, accuracy: 20 };

/** Wang manages `lang` with Zhao, Qian, Sun and Li; Zhou is on `shui`, He is HR. It is 13:30, punches are 5 minutes old. */
async function furnish(): Promise<House> {
  const house = await openHouse();
  const { db, id } = house;
  const people = ["zhao", "qian", "sun", "li"];
  await addPeople(house, [...people, "wang", "zhou", "he"]);
  await addProject(house, { id: "lang", members: people, site });
  await addProject(house, { id: "shui", members: ["zhou", "zhao"] });
  await plan(house, [...people, "zhou"], ["2026-09-15", "2026-09-16", date]);
  const manager =
    "insert into project_member (company_id, person_id, project_id, role) values (?1, 'wang', 'lang', 'manager')";
  await db.batch([
    db.prepare(manager, id),
    db.prepare("insert into role_grant values (?1, 'he', 'hr')", id),
    db.prepare("update person set pulled_at = ?2 where company_id = ?1", id, house.now - 300_000),
  ]);
  await pull(house, house.now - 300_000, [
    punch("zhao", date, [537, "on"], { ...site, accuracy: 10 }),
    punch("qian", date, [540, "on"], far),
    punch("zhou", date, [545, "on"]),
    punch("sun", "2026-09-15", [540, "on"]),
    punch("li", "2026-09-16", [540, "on"]),
  ]);
  await settleDays(await productIn(house), null);
  return house;
}

const team = async (house: House, who: string, day = date) =>
  (await house.as(who).call<Team>("GET", `/api/team?date=${day}`)).body;
const places = ({ members }: Team) => Object.fromEntries(members.map(({ person, place }) => [person.id, place]));

test("a manager sees who is where and who is missing, two-day ones first", async () => {
  const house = await furnish();
  const seen = await team(house, "wang");
  expect(seen).toMatchObject({ date, expected: 4, arrived: 2, missingKnown: true, firstShiftStart: 540, more: 0 });
  expect(seen.counts).toEqual({ onsite: 1, mobile: 1, unknown: 0, missing: 2, leave: 0 });
  expect(seen.members.map(({ person, place, daysMissing }) => [person.id, place, daysMissing])).toEqual([
    ["sun", "missing", 2],
    ["li", "missing", 1],
    ["zhao", "onsite", 0],
    ["qian", "mobile", 0],
    ["wang", "off", 0],
  ]);
  expect(seen.members.find(({ person }) => person.id === "zhao")).toMatchObject({
    ...{ project: "lang", firstOn: 537, shiftStart: 540, workday: { counted: 210, over: false } },
  });
  expect(JSON.stringify(seen)).not.toMatch(/30\.28|120\.01|30\.4/);
});

test("HR sees everybody", async () => {
  const house = await furnish();
  expect(Object.keys(places(await team(house, "he"))).sort()).toEqual([
    "he",
    "li",
    "qian",
    "sun",
    "wang",
    "zhao",
    "zhou",
  ]);
});

test("what somebody does for other projects is not told to a manager", async () => {
  const house = await furnish();
  await house.as("zhao").call("POST", "/api/picks", { id: crypto.randomUUID(), date, projectId: "shui" });
  const zhao = (await team(house, "wang")).members.find(({ person }) => person.id === "zhao");
  expect(zhao).toMatchObject({ project: null, workday: { counted: 210, allocations: [], version: 1 } });
  expect(JSON.stringify(zhao)).not.toContain("shui");
});

test("nobody is missing before the shift begins, on leave, or while punches are older than 30 minutes", async () => {
  const house = await furnish();
  const { db, id } = house;
  const leave = "insert into leave values (?1, 'li', ?2, ?3, 1, 'day', 100, 'annual', 1)";
  await db.batch([db.prepare(leave, id, beijing(date, 540), beijing(date, 1080))]);
  expect(places(await team(house, "wang"))).toMatchObject({ sun: "missing", li: "leave" });
  house.now = beijing(date, 539);
  await db.batch([db.prepare("update person set pulled_at = ?2 where company_id = ?1", id, house.now)]);
  expect(places(await team(house, "wang"))).toMatchObject({ sun: "off" });
  house.now = beijing(date, 571);
  const stale = await team(house, "wang");
  expect([stale.missingKnown, stale.counts.missing, places(stale).sun]).toEqual([false, 0, "off"]);
});

test("an earlier day knows who was missing however old the punches are", async () => {
  const house = await furnish();
  const seen = await team(house, "wang", "2026-09-16");
  expect([seen.missingKnown, places(seen).sun, places(seen).li]).toEqual([true, "missing", "unknown"]);
});

test("of a large company 500 are listed, the doubtful ones first, and all are counted", async () => {
  const house = await furnish();
  const { db, id } = house;
  const crowd = Array.from({ length: 510 }, (_, n) => `a${n}`);
  await addPeople(house, crowd);
  await db.batch([db.prepare("update person set pulled_at = ?2 where company_id = ?1", id, house.now)]);
  await plan(house, crowd, [date]);
  await pull(
    house,
    house.now,
    crowd.map((person) => punch(person, date, [540, "on"], { ...site, accuracy: 5 })),
  );
  for (let left = 2; left > 0; left--) await settleDays(await productIn(house), null);
  const seen = await team(house, "he");
  expect([seen.members.length, seen.more]).toEqual([500, 17]);
  expect(seen).toMatchObject({ expected: 515, arrived: 513, counts: { missing: 2, leave: 0 } });
  expect(seen.members.slice(0, 2).map(({ person }) => person.id)).toEqual(["sun", "li"]);
});
