import fc from "fast-check";
import { expect, test } from "vitest";
import { adjustmentsOf, type Booked } from "./adjustment.ts";

function row(project: string | null, minutes: number, more: Partial<Booked> = {}): Booked {
  const assigned = project === null ? null : ("pick" as const);
  return { project, task: null, basis: assigned, place: assigned && "onsite", overtime: null, minutes, ...more };
}

test("a sheet that still holds needs nothing", () => {
  const sheet = [row("A", 300), row("B", 180)];
  expect(adjustmentsOf({ sheet, adjusted: [], fresh: sheet })).toEqual([]);
});

test("minutes that moved are taken from one project and given to the other", () => {
  const closed = { sheet: [row("A", 480)], adjusted: [], fresh: [row("A", 300), row("B", 180)] };
  expect(adjustmentsOf(closed)).toEqual([row("A", -180), row("B", 180)]);
});

test("what was booked since is not booked again", () => {
  const closed = { sheet: [row("A", 480)], adjusted: [row("A", -180), row("B", 120)], fresh: [row("B", 180)] };
  expect(adjustmentsOf(closed)).toEqual([row("A", -300), row("B", 60)]);
});

test("a day that was not on the sheet is booked whole, and one that is gone is taken back", () => {
  expect(adjustmentsOf({ sheet: [], adjusted: [], fresh: [row("A", 480)] })).toEqual([row("A", 480)]);
  expect(adjustmentsOf({ sheet: [row("A", 480)], adjusted: [], fresh: [] })).toEqual([row("A", -480)]);
});

test("unassigned minutes are a row of their own and come last", () => {
  const closed = { sheet: [row(null, 60), row("A", 420)], adjusted: [], fresh: [row("A", 480)] };
  expect(adjustmentsOf(closed)).toEqual([row("A", 60), row(null, -60)]);
});

test("rows are sorted as a day's are, however they come", () => {
  const rows = [
    ...[row("A", 1), row("A", 2, { overtime: "rest" }), row("A", 3, { place: "trip" }), row("A", 4, { basis: "site" })],
    ...[row("A", 5, { task: "T" }), row("B", 6), row(null, 7)],
  ];
  const sorted = (fresh: Booked[]) => adjustmentsOf({ sheet: [], adjusted: [], fresh }).map(({ minutes }) => minutes);
  expect(sorted(rows)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(sorted(rows.toReversed())).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test("task, basis, place and overtime tell rows of one project apart", () => {
  const others: Partial<Booked>[] = [{ task: "T" }, { basis: "site" }, { place: "mobile" }, { overtime: "rest" }];
  for (const other of others) {
    const closed = { sheet: [row("A", 60)], adjusted: [], fresh: [row("A", 60, other)] };
    const [minutes, size] = [adjustmentsOf(closed).map((one) => one.minutes), adjustmentsOf(closed).length];
    expect([minutes.toSorted((a, b) => a - b), size]).toEqual([[-60, 60], 2]);
  }
});

test("fields that a caller's row has beside these do not travel", () => {
  const withName = { ...row("A", 60), person: "p-1" };
  expect(adjustmentsOf({ sheet: [], adjusted: [], fresh: [withName] })).toEqual([row("A", 60)]);
});

const booked = (min: number): fc.Arbitrary<Booked> =>
  fc.record({
    project: fc.constantFrom("A", "B", null),
    task: fc.constantFrom(null, "T"),
    basis: fc.constantFrom("pick" as const, "site" as const, null),
    place: fc.constantFrom("onsite" as const, "mobile" as const, null),
    overtime: fc.constantFrom(null, "rest" as const),
    minutes: fc.integer({ min, max: 600 }),
  });
const closed = fc.record({
  sheet: fc.array(booked(0), { maxLength: 8 }),
  adjusted: fc.array(booked(-600), { maxLength: 8 }),
  fresh: fc.array(booked(0), { maxLength: 8 }),
});

test("sheet, what was adjusted and the result add up to the fresh day, row by row", () => {
  fc.assert(
    fc.property(closed, ({ sheet, adjusted, fresh }) => {
      const result = adjustmentsOf({ sheet, adjusted, fresh });
      expect(sums([...sheet, ...adjusted, ...result])).toEqual(sums(fresh));
      expect(result.every(({ minutes }) => minutes !== 0)).toBe(true);
    }),
  );
});

test("once booked, nothing is missing any more", () => {
  fc.assert(
    fc.property(closed, ({ sheet, adjusted, fresh }) => {
      const result = adjustmentsOf({ sheet, adjusted, fresh });
      expect(adjustmentsOf({ sheet, adjusted: [...adjusted, ...result], fresh })).toEqual([]);
    }),
  );
});

test("the order of rows changes nothing", () => {
  fc.assert(
    fc.property(closed, ({ sheet, adjusted, fresh }) => {
      const mixed = { sheet: sheet.toReversed(), adjusted: adjusted.toReversed(), fresh: fresh.toReversed() };
      expect(adjustmentsOf(mixed)).toEqual(adjustmentsOf({ sheet, adjusted, fresh }));
    }),
  );
});

/** Minutes by row, added up apart from the code under test; rows of 0 left out. */
function sums(rows: readonly Booked[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { minutes, project, task, basis, place, overtime } of rows) {
    const name = [project, task, basis, place, overtime].map(String).join(" ");
    found[name] = (found[name] ?? 0) + minutes;
  }
  return Object.fromEntries(Object.entries(found).filter(([, minutes]) => minutes !== 0));
}
