import { addPeople, addProject } from "@today/db/testing";
import { expect, test } from "vitest";
import { type House, openHouse, productIn } from "../testing.ts";
import { book } from "../testing-cost.ts";
import { tally } from "./tally.ts";

/** `lang` may use 1,000 minutes and 1,000 fen at 60 fen an hour. */
async function furnish(): Promise<House> {
  const house = await openHouse();
  const { db, id } = house;
  await addPeople(house, ["jin"]);
  for (const project of ["lang", "shui"]) await addProject(house, { id: project });
  await db.batch([
    db.prepare("insert into budget (company_id, project_id, minutes, fen) values (?1, 'lang', 1000, 1000)", id),
    db.prepare("insert into rate values (?1, 'zhao', '2026-01-01', 60, 1, 'jin')", id),
  ]);
  return house;
}

/** Lets the project have used so many minutes, and counts. */
async function use(house: House, minutes: number): Promise<string[]> {
  const { db, id } = house;
  await db.batch([db.prepare("delete from allocation where company_id = ?1", id)]);
  const on = { date: "2026-09-14", place: "onsite", overtime: null, state: "automatic", minutes };
  await book(
    house,
    ["lang", "shui"].map((project) => ({ ...on, project, person: "zhao" })),
  );
  house.now += 60_000;
  await tally(await productIn(house));
  return raisedIn(house);
}

async function raisedIn({ db, id }: House): Promise<string[]> {
  const rows = await db.all<{ told: string }>(
    `select kind || ' ' || subject_id || ' ' || level as told from alert where company_id = ?1 and cleared_at is null
     order by kind, level`,
    id,
  );
  return rows.map(({ told }) => told);
}

test("a level of a budget is raised once, in hours and in money", async () => {
  const house = await furnish();
  expect(await use(house, 499)).toEqual([]);
  const half = ["budget-hours lang 50", "budget-money lang 50"];
  expect(await use(house, 500)).toEqual(half);
  expect(await use(house, 501)).toEqual(half);
  const count = await house.db.all("select 1 from alert where company_id = ?1", house.id);
  expect(count).toHaveLength(2);
});

test("several levels are raised at one stroke, and armed again when the use falls below them", async () => {
  const house = await furnish();
  expect(await use(house, 1000)).toHaveLength(8);
  expect(await use(house, 760)).toEqual(
    ["hours", "money"].flatMap((unit) => [50, 75].map((level) => `budget-${unit} lang ${level}`)),
  );
  expect(await use(house, 900)).toHaveLength(6);
  const again = await house.db.all("select 1 from alert where company_id = ?1 and level = 90", house.id);
  expect(again).toHaveLength(4);
});

test("without its budget a project's levels fall", async () => {
  const house = await furnish();
  await use(house, 800);
  await house.db.batch([house.db.prepare("update budget set minutes = null where company_id = ?1", house.id)]);
  expect(await use(house, 800)).toEqual(["budget-money lang 50", "budget-money lang 75"]);
});
