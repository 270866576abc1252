import { addDays } from "@today/core/time/date";
import { addPeople, addProject, beijing, pull, punch } from "@today/db/testing";
import { expect, test } from "vitest";
import { type House, openHouse, productIn } from "../testing.ts";
import { clearCoordinates } from "./clear-coordinates.ts";

const first = "2026-03-02";
const today = "2026-09-17";
const here = { lat: 30.2, lng: 120.1, accuracy: 15 };

async function furnish(dates: readonly string[], people = ["zhao"]): Promise<House> {
  const house = await openHouse();
  await addPeople(house, people);
  await addProject(house, { id: "lang", members: people, site: { lat: 30.2, lng: 120.1 } });
  const punches = people.flatMap((who) => dates.map((date) => punch(who, date, [540, "on"], here)));
  await pull(house, beijing(today, 1), punches);
  house.sent.length = 0;
  return house;
}

async function clearAll(house: House): Promise<number> {
  for (let runs = 1; ; runs += 1) {
    await clearCoordinates(await productIn(house));
    const again = house.sent.splice(0).some(({ kind }) => kind === "clear-coordinates");
    if (!again) return runs;
  }
}

async function located(house: House): Promise<string[]> {
  const sql = "select distinct work_date as date from punch where company_id = ?1 and lat is not null order by 1";
  return (await house.db.all<{ date: string }>(sql, house.id)).map(({ date }) => date);
}

const told = (house: House) =>
  house.db.all<{ actor: string; subject_id: string; after: string }>(
    "select actor, subject_id, after from history where company_id = ?1 and action = 'clear-coordinates' order by id",
    house.id,
  );

test("what is older than the retention is cleared, what is younger stays, and it is written down", async () => {
  const edge = addDays(today, -90);
  const house = await furnish([first, addDays(edge, -1), edge, today]);
  await clearAll(house);
  expect(await located(house)).toEqual([edge, today]);
  const rows = await told(house);
  expect(rows.every(({ actor }) => actor === "today")).toBe(true);
  const punches = rows.reduce((sum, { after }) => sum + (JSON.parse(after) as { punches: number }).punches, 0);
  expect(punches).toBe(2);
  expect(await clearAll(house)).toBe(1);
  expect(await told(house)).toHaveLength(rows.length);
});

test("a run takes a bounded number of days and asks for another", async () => {
  const people = Array.from({ length: 450 }, (_, n) => `p${n}`);
  const house = await furnish([addDays(today, -91)], people);
  expect(await clearAll(house)).toBe(2);
  expect(await located(house)).toEqual([]);
  expect((await told(house)).map(({ after }) => JSON.parse(after))).toEqual([
    { days: 400, punches: 400 },
    { days: 50, punches: 50 },
  ]);
});

test("a shorter retention clears the rest, a longer one brings nothing back", async () => {
  const house = await furnish([addDays(today, -80), addDays(today, -20)]);
  const keep = (days: number) =>
    house.db.batch([
      house.db.prepare(
        `insert into policy (company_id, group_id, starts_on, value) values (?1, '', '2026-01-01', ?2)
         on conflict do update set value = excluded.value`,
        ...[house.id, JSON.stringify({ privacy: { coordinateDays: days } })],
      ),
    ]);
  await clearAll(house);
  expect(await located(house)).toHaveLength(2);
  await keep(30);
  await clearAll(house);
  expect(await located(house)).toEqual([addDays(today, -20)]);
  await keep(365);
  await clearAll(house);
  expect(await located(house)).toEqual([addDays(today, -20)]);
});

test("a company without punches has nothing to do", async () => {
  const house = await openHouse();
  expect(await clearAll(house)).toBe(1);
  expect(await told(house)).toEqual([]);
});
