import fc from "fast-check";
import { expect, test } from "vitest";
import {
  assign,
  bordersOf,
  cutAt,
  evenly,
  fit,
  fromOn,
  guessOwners,
  joinEqual,
  lengthOf,
  mergeUp,
  minutesBefore,
  moveBorder,
  ownersOf,
  type Part,
  partAt,
  reachOf,
} from "./split.ts";

const part = (project: string | null, minutes: number): Part => ({ project, task: null, minutes });
const shui = { project: "shui", task: null };

const parts = fc.array(
  fc.record({
    project: fc.constantFrom("lang", "shui", "mu", null),
    task: fc.constant(null),
    minutes: fc.integer({ min: 1, max: 300 }),
  }),
  { minLength: 1, maxLength: 8 },
);
const place = fc.integer({ min: -50, max: 2_500 });
const index = fc.nat(9);

test("whatever is done to the parts, they add up to the line and none is empty", () => {
  fc.assert(
    fc.property(parts, index, place, (before, at, to) => {
      const length = lengthOf(before);
      const after = [
        moveBorder(before, at, { to, least: 5 }),
        moveBorder(before, at, { to, least: 1 }),
        cutAt(before, to, shui),
        fromOn(before, Math.max(0, to), shui),
        mergeUp(before, at),
        assign(before, at, shui),
        evenly(length, ownersOf(before, 3)),
        fit(before, length),
        joinEqual(before),
      ];
      for (const one of after) {
        expect(lengthOf(one)).toBe(length);
        expect(one.every(({ minutes }) => minutes > 0)).toBe(true);
      }
    }),
  );
});

test("moving a border changes its two neighbours only, and only as far as both keep their shortest length", () => {
  fc.assert(
    fc.property(parts, index, place, (before, border, to) => {
      const least = 5;
      const after = moveBorder(before, border, { to, least });
      before.forEach((one, at) => {
        if (at !== border && at !== border + 1) expect(after[at]).toEqual(one);
      });
      if (border >= before.length - 1) return;
      const { min, max } = reachOf(before, border, least);
      expect(bordersOf(after)[border]).toBe(Math.min(max, Math.max(min, to)));
      const both = (before[border]?.minutes ?? 0) + (before[border + 1]?.minutes ?? 0);
      if (both >= 2 * least) expect(after[border]?.minutes).toBeGreaterThanOrEqual(least);
    }),
  );
});

test("a line of another length keeps the parts' minutes from its start", () => {
  fc.assert(
    fc.property(parts, fc.nat(3_000), (before, length) => {
      const after = fit(before, length);
      expect(lengthOf(after)).toBe(length);
      expect(bordersOf(after)).toEqual(
        bordersOf(before)
          .filter((border) => border < length)
          .slice(0, after.length - 1),
      );
    }),
  );
});

test("what is counted so far adds up to it", () => {
  fc.assert(
    fc.property(parts, fc.nat(3_000), (all, until) => {
      const sum = minutesBefore(all, until).reduce((total, minutes) => total + minutes, 0);
      expect(sum).toBe(Math.min(until, lengthOf(all)));
    }),
  );
});

test("a border can be moved by single minutes until one is left", () => {
  const day = [part("lang", 140), part("shui", 170), part("mu", 90)];
  expect(moveBorder(day, 0, { to: 141, least: 1 }).map(({ minutes }) => minutes)).toEqual([141, 169, 90]);
  expect(moveBorder(day, 0, { to: 400, least: 1 }).map(({ minutes }) => minutes)).toEqual([309, 1, 90]);
  expect(moveBorder(day, 1, { to: 0, least: 5 }).map(({ minutes }) => minutes)).toEqual([140, 5, 255]);
});

test("halves and thirds of an odd number of minutes give the first parts one more", () => {
  const owners = ownersOf([part("lang", 200), part("lang", 1), part("shui", 200)], 3);
  expect(owners.map(({ project }) => project)).toEqual(["lang", "shui", null]);
  expect(evenly(401, owners.slice(0, 2)).map(({ minutes }) => minutes)).toEqual([201, 200]);
  expect(evenly(401, owners).map(({ minutes }) => minutes)).toEqual([134, 134, 133]);
  expect(evenly(401, owners.slice(0, 1))).toEqual([part("lang", 401)]);
  expect(evenly(1, owners.slice(0, 2))).toEqual([part("lang", 1)]);
});

test("a part can be cut, given to the one before, and given to another project", () => {
  const day = [part("lang", 140), part("mu", 260)];
  expect(cutAt(day, 200, shui)).toEqual([part("lang", 140), part("mu", 60), part("shui", 200)]);
  expect(cutAt(day, 140, shui)).toEqual([part("lang", 140), part("mu", 1), part("shui", 259)]);
  expect(mergeUp(day, 1)).toEqual([part("lang", 400)]);
  expect(mergeUp(day, 0)).toEqual(day);
  expect(assign(day, 1, shui)).toEqual([part("lang", 140), part("shui", 260)]);
  expect(partAt(day, 139)).toBe(0);
  expect(partAt(day, 140)).toBe(1);
});

test("from now on everything later is for one project", () => {
  const day = [part("lang", 140), part("mu", 260), part("lang", 80)];
  expect(fromOn(day, 200, shui)).toEqual([part("lang", 140), part("mu", 60), part("shui", 280)]);
  expect(fromOn(day, 140, shui)).toEqual([part("lang", 140), part("shui", 340)]);
  expect(fromOn(day, 0, shui)).toEqual([part("shui", 480)]);
});

test("neighbours for the same are one part, and a task makes a difference", () => {
  const task = { project: "lang", task: "pour", minutes: 30 };
  expect(joinEqual([part("lang", 60), part("lang", 40), task, part("mu", 5)])).toEqual([
    part("lang", 100),
    task,
    part("mu", 5),
  ]);
});

test("a missing owner is guessed only where a single project is left", () => {
  const owners = ownersOf([part("lang", 480)], 2);
  expect(guessOwners(owners, ["lang", "shui"])[1]).toEqual(shui);
  expect(guessOwners(owners, ["lang", "shui", "mu"])[1]?.project).toBeNull();
  expect(guessOwners(ownersOf([], 2), ["lang"]).map(({ project }) => project)).toEqual([null, null]);
});
