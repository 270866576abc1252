import fc from "fast-check";
import { expect, test } from "vitest";
import type { Booked } from "./adjustment.ts";
import { hoursOf, type StandingAllocation } from "./worklog-hours.ts";

function booked(project: string, minutes: number, more: Partial<StandingAllocation> = {}): StandingAllocation {
  return { project, task: null, minutes, basis: "pick", place: "onsite", overtime: null, state: "approved", ...more };
}

function adjusted(project: string, minutes: number, more: Partial<Booked> = {}): Booked {
  return { project, task: null, minutes, basis: "pick", place: "onsite", overtime: null, ...more };
}

function told(...args: Parameters<typeof hoursOf>): string[] {
  return hoursOf(...args).map(({ project, task, ready, waiting }) => `${project} ${task ?? "-"} ${ready}+${waiting}`);
}

test("minutes of one project and task are one, for whatever reason and wherever they were worked", () => {
  const day = [booked("A", 60), booked("A", 30, { place: "mobile" }), booked("A", 15, { basis: "site" })];
  expect(told([...day, booked("A", 5, { task: "T" }), booked("B", 7)], [], true)).toEqual([
    "A - 105+0",
    "A T 5+0",
    "B - 7+0",
  ]);
});

test("hours that wait for a yes wait, or leave where no yes is wanted", () => {
  const day = [booked("A", 60, { state: "automatic" }), booked("A", 30, { state: "waiting", basis: "site" })];
  expect(told(day, [], true)).toEqual(["A - 60+30"]);
  expect(told(day, [], false)).toEqual(["A - 90+0"]);
});

test("rejected hours wait in any case, those of a running day are not known", () => {
  const day = [booked("A", 60, { state: "rejected" }), booked("B", 30, { state: "running" })];
  expect(told(day, [], false)).toEqual(["A - 0+60"]);
});

test("what was booked about a closed day goes at once", () => {
  const day = [booked("A", 480)];
  expect(told(day, [adjusted("A", -180), adjusted("B", 180)], true)).toEqual(["A - 300+0", "B - 180+0"]);
  expect(told(day, [adjusted("A", -480)], true)).toEqual([]);
});

test("less is taken from the minutes it is about, more goes beside what waits", () => {
  const day = [booked("A", 240, { basis: "site" }), booked("A", 240, { state: "waiting" })];
  expect(told(day, [adjusted("A", -240)], true)).toEqual(["A - 240+0"]);
  expect(told(day, [adjusted("A", 60)], true)).toEqual(["A - 300+240"]);
});

test("nothing falls below nothing and no minute is lost or made, whatever is booked", () => {
  const place = fc.constantFrom("onsite" as const, "mobile" as const);
  const row = fc.record({ project: fc.constantFrom("A", "B"), place, minutes: fc.integer({ min: 1, max: 600 }) });
  const state = fc.constantFrom("automatic" as const, "waiting" as const, "approved" as const, "rejected" as const);
  const day = fc.uniqueArray(fc.tuple(row, state, fc.integer({ min: 0, max: 700 })), {
    selector: ([{ project, place }]) => project + place,
  });
  fc.assert(
    fc.property(day, fc.boolean(), (rows, approvedOnly) => {
      const before = rows.map(([{ project, ...more }, state]) => booked(project, more.minutes, { ...more, state }));
      const since = rows.map(([{ project, place, minutes }, , fresh]) => adjusted(project, fresh - minutes, { place }));
      const hours = hoursOf(before, since, approvedOnly);
      for (const { ready, waiting, parts } of hours) {
        expect(Math.min(ready, waiting)).toBeGreaterThanOrEqual(0);
        expect(parts.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(ready + waiting);
      }
      const fresh = rows.reduce((sum, [, , minutes]) => sum + minutes, 0);
      expect(hours.reduce((sum, { ready, waiting }) => sum + ready + waiting, 0)).toBe(fresh);
    }),
  );
});
