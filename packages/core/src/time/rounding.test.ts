import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRounding, type Rounding, roundMinutes, roundParts } from "./rounding.ts";

function rounding(name: string): Rounding {
  const read = parseRounding(name);
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}

const part = (project: string, minutes: number) => ({ project, minutes });
const names = fc.constantFrom("none", "nearest-15", "nearest-6", "down-30", "up-15", "nearest-60");
const parts = fc.array(
  fc.record({ project: fc.constantFrom("A", "B", "C", "D"), minutes: fc.integer({ min: 0, max: 700 }) }),
  { maxLength: 6 },
);

test("roundings are named", () => {
  expect(parseRounding("none")).toEqual({ ok: true, value: { mode: "none", step: 1 } });
  expect(parseRounding("nearest-15")).toEqual({ ok: true, value: { mode: "nearest", step: 15 } });
  expect(parseRounding("up-1440")).toEqual({ ok: true, value: { mode: "up", step: 1440 } });
  for (const name of [
    "nearest",
    "nearest-0",
    "round-15",
    "down--5",
    "up-1.5",
    "",
    "none-5",
    "a-nearest-5",
    "up-5m",
    "up-10000",
  ]) {
    expect(parseRounding(name)).toEqual({ ok: false, problem: "rounding-unknown" });
  }
});

test("down loses, up gains, nearest takes the nearer step and a half upwards", () => {
  const all = (name: string) => [0, 7, 8, 15, 22, 23, 30].map((minutes) => roundMinutes(minutes, rounding(name)));
  expect(all("none")).toEqual([0, 7, 8, 15, 22, 23, 30]);
  expect(all("nearest-15")).toEqual([0, 0, 15, 15, 15, 30, 30]);
  expect(all("down-15")).toEqual([0, 0, 0, 15, 15, 15, 30]);
  expect(all("up-15")).toEqual([0, 15, 15, 15, 30, 30, 30]);
  expect(roundMinutes(3, rounding("nearest-6"))).toBe(6);
});

test("the total is rounded once and shared by largest remainder", () => {
  expect(roundParts([part("A", 100), part("B", 100), part("C", 101)], rounding("nearest-15"))).toEqual([
    part("A", 100),
    part("B", 100),
    part("C", 100),
  ]);
  expect(roundParts([part("A", 10), part("B", 25)], rounding("down-30"))).toEqual([part("A", 9), part("B", 21)]);
  expect(roundParts([part("A", 25), part("B", 10)], rounding("down-30"))).toEqual([part("A", 21), part("B", 9)]);
});

test("equal remainders go to the lower project id, wherever it stands", () => {
  expect(roundParts([part("B", 10), part("A", 10)], rounding("down-15"))).toEqual([part("B", 7), part("A", 8)]);
  expect(roundParts([part("A", 10), part("A", 10)], rounding("down-15"))).toEqual([part("A", 8), part("A", 7)]);
});

test("what else a part carries is kept, and nothing shares nothing", () => {
  expect(roundParts([{ ...part("A", 8), task: "A-1" }], rounding("up-15"))).toEqual([
    { ...part("A", 15), task: "A-1" },
  ]);
  expect(roundParts([part("A", 0)], rounding("up-15"))).toEqual([part("A", 0)]);
  expect(roundParts([], rounding("up-15"))).toEqual([]);
});

test("rounded parts add up to the rounded total, none is negative, each is near its own share", () => {
  fc.assert(
    fc.property(parts, names, (given, name) => {
      const total = given.reduce((sum, { minutes }) => sum + minutes, 0);
      const rounded = roundMinutes(total, rounding(name));
      const shares = roundParts(given, rounding(name));
      expect(shares.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(rounded);
      for (const [index, { minutes }] of shares.entries()) {
        expect(minutes).toBeGreaterThanOrEqual(0);
        const fair = total === 0 ? 0 : ((given[index]?.minutes ?? 0) * rounded) / total;
        expect(Math.abs(minutes - fair)).toBeLessThan(1);
      }
    }),
  );
});
