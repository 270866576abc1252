import { addPeople, addProject, beijing, plan, pull, punch } from "@today/db/testing";
import { expect, test } from "vitest";
import type { ProjectHours } from "../contract.ts";
import { settleDays } from "../settle-days.ts";
import { type House, openHouse, productIn } from "../testing.ts";

const site = { lat: 30.2854, lng: 120.0171 };
const dates = ["2026-09-15", "2026-09-16"];

async function furnish(): Promise<House> {
  const house = await openHouse();
  await addPeople(house, ["jin"]);
  await addProject(house, { id: "lang", members: ["zhao", "qian"], site });
  await plan(house, ["zhao", "qian"], dates);
  for (const date of dates) {
    await pull(house, beijing(date, 1100), [
      punch("zhao", date, [540, "on"], { ...site, accuracy: 10 }),
      punch("zhao", date, [1080, "off"]),
    ]);
  }
  await pull(house, beijing("2026-09-16", 1100), [
    punch("qian", "2026-09-16", [540, "on"]),
    punch("qian", "2026-09-16", [720, "off"]),
  ]);
  const { db, id } = house;
  await db.batch([
    db.prepare("insert into role_grant values (?1, 'jin', 'finance')", id),
    db.prepare("update person set default_project = 'lang' where company_id = ?1 and id = 'qian'", id),
  ]);
  await settleDays(await productIn(house), null);
  return house;
}

const hours = async (house: House, by: string) =>
  (await house.as("jin").call<ProjectHours>("GET", `/api/projects/lang/hours?from=2026-09-01&to=2026-09-30&by=${by}`))
    .body;

test("hours by person add up to the total, with where they were worked", async () => {
  const found = await hours(await furnish(), "person");
  expect(found).toMatchObject({
    project: { id: "lang" },
    minutes: 1140,
    people: 2,
    place: { onsite: 960, unknown: 180 },
  });
  expect(found.rows.map(({ key, name, minutes, days }) => [key, name, minutes, days])).toEqual([
    ["qian", "qian", 180, 1],
    ["zhao", "zhao", 960, 2],
  ]);
});

test("hours by day and by task are the same minutes", async () => {
  const house = await furnish();
  const days = await hours(house, "day");
  expect(days.rows.map(({ key, minutes, people }) => [key, minutes, people])).toEqual([
    ["2026-09-15", 480, 1],
    ["2026-09-16", 660, 2],
  ]);
  const tasks = await hours(house, "task");
  expect(tasks.rows.map(({ key, minutes }) => [key, minutes])).toEqual([["", 1140]]);
});
