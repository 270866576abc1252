import type { OvertimeKind, Place } from "@today/core/allocation";
import { amountOf, type Rate, rateOn } from "@today/core/money";
import { payPercent } from "@today/core/pay";
import { type Terms, termsOn } from "@today/core/terms";
import type { Minutes } from "@today/core/time/minutes";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { SqlValue } from "./database.ts";
import { refreshMonths } from "./project-month.ts";
import { mintCompany, type TestCompany } from "./testing.ts";

interface Booking {
  readonly project: string;
  readonly person: string;
  readonly date: string;
  readonly minutes: Minutes;
  readonly place: Place;
  readonly overtime: OvertimeKind | null;
}

interface World {
  readonly bookings: readonly Booking[];
  readonly rates: readonly (Rate & { readonly person: string })[];
  readonly terms: readonly (Pick<Terms, "from" | "system"> & { readonly person: string })[];
  readonly lieu: readonly { readonly person: string; readonly date: string }[];
}

const people = ["zhao", "qian", "sun"];
const dates = ["2026-08-31", "2026-09-01", "2026-09-14", "2026-09-15", "2026-09-30", "2026-10-01"];
const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const who = { person: oneOf(...people) };

const arbitraryWorld: fc.Arbitrary<World> = fc.record({
  bookings: fc.array(
    fc.record({
      ...{ ...who, project: oneOf("lang", "shui"), date: oneOf(...dates), minutes: fc.integer({ min: 1, max: 900 }) },
      place: oneOf<Place>("onsite", "mobile", "trip", "unknown"),
      overtime: oneOf<OvertimeKind | null>(null, null, "workday", "rest", "statutory"),
    }),
    { minLength: 1, maxLength: 30 },
  ),
  rates: fc.uniqueArray(fc.record({ ...who, from: oneOf(...dates), fenPerHour: fc.nat(30_000) }), {
    selector: ({ person, from }) => person + from,
  }),
  terms: fc.uniqueArray(
    fc.record({
      ...who,
      from: oneOf(...dates),
      system: oneOf<Terms["system"]>("standard", "comprehensive", "irregular"),
    }),
    { selector: ({ person, from }) => person + from },
  ),
  lieu: fc.uniqueArray(fc.record({ ...who, date: oneOf(...dates) }), {
    selector: ({ person, date }) => person + date,
  }),
});

/** Writes rows given as lists into a table's columns. */
function into({ id, db }: TestCompany, table: string, rows: readonly (readonly SqlValue[])[]): D1PreparedStatement[] {
  return rows.map((row) =>
    db.prepare(`insert into ${table} values (?1, ${row.map((_, n) => `?${n + 2}`).join(", ")})`, id, ...row),
  );
}

function keepWorld(company: TestCompany, world: World): D1PreparedStatement[] {
  const columns = "(company_id, project_id, date, person_id, n, minutes, place, overtime, basis, state)";
  return [
    ...into(
      company,
      "rate",
      world.rates.map(({ person, from, fenPerHour }) => [person, from, fenPerHour, 1, "jin"]),
    ),
    ...into(
      company,
      "terms",
      world.terms.map(({ person, from, system }) => [
        ...[person, from, system, system === "comprehensive" ? "month" : null, 480, 1, "he"],
      ]),
    ),
    ...into(
      company,
      "approved_time",
      world.lieu.flatMap(({ person, date }) => [
        [person, date, "taken-back", 1, "overtime", 0, 60, 1, "app", 1],
        [person, date, "taken-back", 2, "overtime", 0, 60, 1, "app", person === "sun" ? 0 : 1],
      ]),
    ),
    ...into(
      company,
      `allocation ${columns}`,
      world.bookings.map((one, n) => [
        ...[one.project, one.date, one.person, n, one.minutes, one.place, one.overtime, "site", "automatic"],
      ]),
    ),
    ...into(
      company,
      "stale_month",
      ["lang", "shui"].flatMap((project) => ["2026-08", "2026-09", "2026-10"].map((month) => [project, month])),
    ),
  ];
}

function costOf({ person, date, minutes, overtime }: Booking, world: World): number {
  const of = <T extends { readonly person: string }>(list: readonly T[]) => list.filter((one) => one.person === person);
  const terms = of(world.terms).map((one) => ({ ...one, cycle: null, dailyMinutes: 480 }));
  const lieu = person !== "sun" && world.lieu.some((one) => one.person === person && one.date === date);
  const rate = rateOn(of(world.rates), date);
  return rate === null
    ? 0
    : amountOf(minutes, rate.fenPerHour, payPercent(termsOn(terms, date).system, overtime, lieu));
}

test("a month's money is what the core makes of each allocation, rounded once each", async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryWorld, async (world) => {
      const company = await mintCompany();
      await company.db.batch(keepWorld(company, world));
      await refreshMonths(company.db, company.id, null);
      const expected = new Map<string, number[]>();
      for (const one of world.bookings) {
        const key = [one.project, one.date.slice(0, 7), one.person, one.place, one.overtime ?? ""].join();
        const [minutes = 0, fen = 0] = expected.get(key) ?? [];
        expected.set(key, [minutes + one.minutes, fen + costOf(one, world)]);
      }
      const rows = await readRows(company);
      expect(rows.map(({ key, minutes, fen }) => [key, [minutes, fen]])).toEqual([...expected].sort());
    }),
    { numRuns: 25 },
  );
});

interface Row {
  readonly key: string;
  readonly minutes: Minutes;
  readonly fen: number;
  readonly unrated: Minutes;
  readonly state: string;
}

function readRows({ id, db }: TestCompany): Promise<Row[]> {
  return db.all<Row>(
    `select project_id || ',' || month || ',' || person_id || ',' || place || ',' || overtime as key, minutes, fen,
       unrated, state from project_month where company_id = ?1 order by 1, state`,
    id,
  );
}

async function countMarks({ id, db }: TestCompany): Promise<number> {
  const [row] = await db.all<{ n: number }>("select count(*) as n from stale_month where company_id = ?1", id);
  return row?.n ?? -1;
}

const booking: Booking = {
  ...{ project: "lang", person: "zhao", date: "2026-09-14", minutes: 471, place: "onsite", overtime: null },
};
const rate = { person: "zhao", from: "2026-09-01", fenPerHour: 5001 };

async function worldOf(over: Partial<World> = {}): Promise<TestCompany> {
  const company = await mintCompany();
  await company.db.batch(keepWorld(company, { bookings: [booking], rates: [], terms: [], lieu: [], ...over }));
  await refreshMonths(company.db, company.id, null);
  return company;
}

test("a refresh takes the marks away, and a rate, terms, time off in lieu or a decision mark the month again", async () => {
  const company = await worldOf();
  expect(await countMarks(company)).toBe(0);
  expect(await readRows(company)).toMatchObject([{ minutes: 471, fen: 0, unrated: 471 }]);
  const changes = [
    into(company, "rate", [["zhao", "2026-09-01", 5001, 1, "jin"]]),
    into(company, "terms", [["zhao", "2026-09-14", "irregular", null, 480, 1, "he"]]),
    into(company, "approved_time", [["zhao", "2026-09-14", "o", 1, "overtime", 0, 60, 1, "app", 1]]),
    [company.db.prepare("update allocation set state = 'rejected' where company_id = ?1", company.id)],
    [company.db.prepare("delete from rate where company_id = ?1", company.id)],
  ];
  for (const change of changes) {
    await company.db.batch(change);
    expect(await countMarks(company)).toBe(1);
    await refreshMonths(company.db, company.id, "lang");
    expect(await countMarks(company)).toBe(0);
  }
  expect(await readRows(company)).toMatchObject([{ minutes: 471, fen: 0, unrated: 471, state: "rejected" }]);
});

test("an adjustment counts in the month it is booked in and costs what it adds to the minutes before it", async () => {
  const company = await worldOf({ rates: [rate] });
  const part = { project: "lang", task: null, basis: "site", place: "onsite", overtime: null };
  const adjust = async (n: number, bookedOn: string, minutes: Minutes) => {
    const parts = JSON.stringify([{ ...part, minutes }]);
    const figures = [0, minutes, 0, 0, minutes, 0, 0, parts];
    await company.db.batch(into(company, "adjustment", [["zhao", booking.date, n, bookedOn, 1, ...figures]]));
    await refreshMonths(company.db, company.id, null);
  };
  await adjust(1, "2026-10-03", 17);
  await adjust(2, "2026-11-02", -9);
  const rows = await readRows(company);
  expect(rows.map(({ key, minutes, state }) => [key.slice(5, 12), minutes, state])).toEqual([
    ["2026-09", 471, "automatic"],
    ["2026-10", 17, "approved"],
    ["2026-11", -9, "approved"],
  ]);
  expect(rows.reduce((sum, { fen }) => sum + fen, 0)).toBe(amountOf(479, 5001));
  await adjust(3, "2026-11-05", -8);
  expect((await readRows(company)).reduce((sum, { fen }) => sum + fen, 0)).toBe(amountOf(471, 5001));
});
