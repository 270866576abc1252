import { dayRange } from "@today/core/time/date";
import { addPeople, addProject, beijing, plan, pull, punch } from "@today/db/testing";
import { expect, test } from "vitest";
import type { ProjectReport } from "../contract.ts";
import { settleDays } from "../settle-days.ts";
import { type House, openHouse, productIn } from "../testing.ts";
import { type Booked, book } from "../testing-cost.ts";

const path = "/api/projects/lang/report";

async function furnish(bookings: readonly Booked[]): Promise<House> {
  const house = await openHouse();
  await addPeople(house, ["wang", "he", "jin"]);
  await addProject(house, { id: "lang", members: ["zhao", "qian"] });
  const { db, id } = house;
  await db.batch([
    db.prepare(
      "insert into project_member (company_id, person_id, project_id, role) values (?1, 'wang', 'lang', 'manager')",
      id,
    ),
    db.prepare("insert into role_grant values (?1, 'he', 'hr'), (?1, 'jin', 'finance')", id),
    db.prepare("insert into rate values (?1, 'zhao', '2026-01-01', 6000, 1, 'jin')", id),
  ]);
  await book(house, bookings);
  return house;
}

const reportFor = async (house: House, person: string) =>
  (await house.as(person).call<ProjectReport>("GET", path)).body;

function bookingsOf(person: string, dates: readonly string[], over: Partial<Booked> = {}): Booked[] {
  return dates.map((date) => ({
    ...{ project: "lang", person, date, minutes: 480, place: "onsite", overtime: null, state: "automatic", ...over },
  }));
}

/** Five Mondays; the house stands on Thursday 2026-09-17. */
const mondays = ["2026-08-17", "2026-08-24", "2026-08-31", "2026-09-07", "2026-09-14"];

test("shows what is used, where, of which kind, by whom, and week by week", async () => {
  const house = await furnish([
    ...bookingsOf("zhao", ["2026-07-31", ...mondays]),
    ...bookingsOf("qian", ["2026-09-08"], { minutes: 120, place: "mobile", overtime: "rest", state: "waiting" }),
  ]);
  expect(await reportFor(house, "wang")).toMatchObject({
    project: { id: "lang" },
    manager: { id: "wang" },
    members: 3,
    used: 3000,
    states: { approved: 2880, waiting: 120, rejected: 0 },
    places: { onsite: 2880, mobile: 120, trip: 0, unknown: 0 },
    kinds: { regular: 2880, workday: 0, rest: 120, statutory: 0 },
    ...{ budget: null, percent: null, passed: null, forecast: null },
    burn: [
      { date: "2026-07-31", used: 480 },
      { date: "2026-08-31", used: 1920 },
      { date: "2026-09-17", used: 3000 },
    ],
    weeks: ["2026-W34", "2026-W35", "2026-W36", "2026-W37", "2026-W38"],
    people: [
      { person: { id: "zhao" }, weeks: [480, 480, 480, 480, 480], total: 2880, monthOvertime: 0 },
      { person: { id: "qian" }, weeks: [0, 0, 0, 120, 0], total: 120 },
    ],
  });
});

test("foretells the end of the budget from four complete weeks, never from fewer", async () => {
  const budget = { version: 0, minutes: 5400, endsOn: "2026-12-18" };
  const steady = await furnish(bookingsOf("zhao", mondays));
  await steady.as("wang").call("PUT", "/api/projects/lang/budget", budget);
  expect(await reportFor(steady, "wang")).toMatchObject({
    percent: 44.4,
    forecast: { weekly: 480, endsOn: "2026-10-31", earliest: "2026-10-31", latest: "2026-10-31", daysEarly: 48 },
  });
  const young = await furnish(bookingsOf("zhao", mondays.slice(2)));
  await young.as("wang").call("PUT", "/api/projects/lang/budget", budget);
  expect((await reportFor(young, "wang")).forecast).toBeNull();
});

test("tells money to finance alone, its budget and forecast too", async () => {
  const house = await furnish(bookingsOf("zhao", mondays));
  await house
    .as("jin")
    .call("PUT", "/api/projects/lang/budget", { version: 0, minutes: null, fen: 480_000, endsOn: null });
  for (const person of ["wang", "he"]) {
    const seen = await reportFor(house, person);
    expect(seen.budget).toBeNull();
    expect(JSON.stringify(seen)).not.toMatch(/fen|money|withoutRate/);
  }
  expect(await reportFor(house, "jin")).toMatchObject({
    budget: { fen: 480_000 },
    money: { fen: 240_000, places: { onsite: 240_000 } },
    moneyForecast: { weekly: 48_000, endsOn: "2026-10-22" },
  });
});

test("shows a person's overtime of the month on all projects, and where it goes", async () => {
  const house = await furnish(bookingsOf("zhao", mondays));
  const { db, id } = house;
  const day = (date: string, minutes: number) =>
    db.prepare(
      `insert into workday values (?1, 'zhao', ?2, 480, 0, 0, ?3, 480, 0, 0, 'settled', '[]', '{"dayKind":"workday"}', 1)`,
      ...[id, date, minutes],
    );
  const without = ["2026-08-25", "2026-09-08"].map((date) => day(date, 0));
  await db.batch([...without, day("2026-08-18", 70), day("2026-09-01", 140), day("2026-09-16", 60)]);
  const { people } = await reportFor(house, "wang");
  expect(people[0]).toMatchObject({ monthOvertime: 200, forecastOvertime: 200 + Math.floor((210 * 13) / 28) });
});

test("what is settled is in the next report", async () => {
  const house = await furnish([]);
  const { db, id } = house;
  await db.batch([db.prepare("update person set default_project = 'lang' where company_id = ?1 and id = 'zhao'", id)]);
  await plan(house, ["zhao"], ["2026-09-15"]);
  for (const [minute, used] of [
    [720, 180],
    [1080, 480],
  ] as const) {
    await pull(house, beijing("2026-09-15", minute), [
      punch("zhao", "2026-09-15", [540, "on"]),
      punch("zhao", "2026-09-15", [minute, "off"]),
    ]);
    await settleDays(await productIn(house), null);
    expect((await reportFor(house, "wang")).used).toBe(used);
  }
});

test("a year is read from the months of the project, not from its allocations", async () => {
  const year = dayRange("2025-09-01", "2026-08-09");
  const people = ["zhao", "qian", "wang", "he", "jin", "p1", "p2", "p3", "p4", "p5"];
  const read = async (dates: readonly string[]) => {
    const house = await furnish(people.flatMap((person) => bookingsOf(person, dates)));
    await reportFor(house, "wang");
    const before = house.usage.rowsRead;
    const { used } = await reportFor(house, "wang");
    return { used, rows: house.usage.rowsRead - before };
  };
  const few = await read(year.filter((date) => date.endsWith("05")));
  const all = await read(year);
  expect([few.used, all.used]).toEqual([12 * 4800, year.length * 4800]);
  expect(all.rows).toBeLessThan(few.rows + 20);
  expect(all.rows).toBeLessThan((year.length * people.length) / 4);
});
