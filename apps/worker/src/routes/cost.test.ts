import { addPeople, addProject } from "@today/db/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Costs, Money, PersonCosts } from "../contract.ts";
import { type House, openHouse } from "../testing.ts";
import { type Booked, book } from "../testing-cost.ts";

const range = "from=2026-08&to=2026-10";

async function furnish(bookings: readonly Booked[]): Promise<House> {
  const house = await openHouse();
  const { db, id } = house;
  await addPeople(house, ["sun", "jin"]);
  for (const project of ["lang", "shui"]) await addProject(house, { id: project });
  await db.batch([
    db.prepare("insert into role_grant values (?1, 'jin', 'finance')", id),
    db.prepare(
      "insert into rate values (?1, 'zhao', '2026-08-01', 4567, 1, 'jin'), (?1, 'zhao', '2026-09-10', 5001, 1, 'jin')",
      id,
    ),
    db.prepare("insert into rate values (?1, 'qian', '2026-09-01', 7777, 1, 'jin')", id),
  ]);
  await book(house, bookings);
  return house;
}

const sumOf = (parts: Readonly<Record<string, number>>) => Object.values(parts).reduce((sum, part) => sum + part, 0);

function demandClosed({ minutes, money }: { minutes: number; money: Money }): void {
  expect(sumOf(money.kinds)).toBe(money.fen);
  expect(sumOf(money.places)).toBe(money.fen);
  expect(money.withoutRate).toBeLessThanOrEqual(minutes);
}

const arbitraryBookings = fc.array(
  fc.record({
    project: fc.constantFrom("lang", "shui"),
    person: fc.constantFrom("zhao", "qian", "sun"),
    date: fc.constantFrom("2026-08-03", "2026-09-09", "2026-09-10", "2026-10-01"),
    minutes: fc.integer({ min: 1, max: 700 }),
    place: fc.constantFrom("onsite", "mobile", "trip", "unknown"),
    overtime: fc.constantFrom(null, "workday", "rest", "statutory"),
    state: fc.constantFrom("automatic", "approved", "waiting", "running", "rejected"),
  }),
  { minLength: 1, maxLength: 25 },
);

test("a project costs what its people cost, and its kinds, places and states each come to the whole", async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryBookings, async (bookings) => {
      const finance = (await furnish(bookings)).as("jin");
      const { rows, total } = (await finance.call<Costs>("GET", `/api/costs?${range}`)).body;
      for (const { project, minutes, kinds, places, states, money } of rows) {
        expect([sumOf(kinds), sumOf(places), sumOf(states)]).toEqual([minutes, minutes, minutes]);
        demandClosed({ minutes, money });
        const { body } = await finance.call<PersonCosts>("GET", `/api/costs/${project.id}?${range}`);
        expect(body.total).toEqual({ minutes, money });
        expect(body.rows.reduce((sum, row) => sum + row.money.fen, 0)).toBe(money.fen);
        expect(body.rows.reduce((sum, row) => sum + row.minutes, 0)).toBe(minutes);
        for (const row of body.rows) demandClosed(row);
      }
      expect(total.minutes).toBe(bookings.reduce((sum, { minutes }) => sum + minutes, 0));
      expect(rows.reduce((sum, { money }) => sum + money.fen, 0)).toBe(total.money.fen);
    }),
    { numRuns: 8 },
  );
});

test("mobile hours are not on-site labour cost, and minutes without a rate cost nothing and are told", async () => {
  const on = { project: "lang", date: "2026-09-09", overtime: null, state: "automatic" };
  const house = await furnish([
    { ...on, person: "zhao", minutes: 60, place: "onsite" },
    { ...on, person: "zhao", minutes: 120, place: "mobile" },
    { ...on, person: "qian", minutes: 60, place: "onsite", overtime: "rest" },
    { ...on, person: "sun", minutes: 45, place: "onsite" },
  ]);
  const { body } = await house.as("jin").call<Costs>("GET", `/api/costs?${range}`);
  expect(body.rows[0]?.money).toEqual({
    fen: 4567 + 9134 + 15554,
    kinds: { regular: 4567 + 9134, workday: 0, rest: 15554, statutory: 0 },
    places: { onsite: 4567 + 15554, mobile: 9134, trip: 0, unknown: 0 },
    withoutRate: 45,
  });
});

test("months that end before they begin, or are too many, are refused", async () => {
  const finance = (await furnish([])).as("jin");
  expect((await finance.refused("GET", "/api/costs?from=2026-09&to=2026-08")).body.code).toBe("range-reversed");
  expect((await finance.refused("GET", "/api/costs?from=2023-09&to=2026-09")).body.code).toBe("range-too-long");
  expect((await finance.refused("GET", `/api/costs/none?${range}`)).body.code).toBe("not-found");
});
