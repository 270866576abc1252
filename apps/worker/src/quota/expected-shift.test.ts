import { type ShiftGroup, unknownShift } from "@today/db/shift-group";
import { expect, test } from "vitest";
import { expectedShifts, withNightShifts } from "./expected-shift.ts";

function group(key: string, people: number, ...sections: [number, number][]): ShiftGroup {
  const shift = { sections: sections.map(([start, end]) => ({ start, end })), breaks: [] };
  return { date: "2026-09-17", key, shift: key === unknownShift ? null : shift, people };
}

test("shifts with the same punches are one, the largest first", () => {
  expect(
    expectedShifts([group("a", 3, [540, 1080]), group("b", 9, [480, 1020]), group("c", 8, [540, 1080])], true),
  ).toEqual([
    { punches: [540, 1080], people: 11, keys: ["a", "c"] },
    { punches: [480, 1020], people: 9, keys: ["b"] },
  ]);
});

test("every section's ends are punches; a free shift has none", () => {
  const shifts = expectedShifts([group("a", 3, [510, 720], [810, 1080]), group("free", 2)], true);
  expect(shifts.map(({ punches }) => punches)).toEqual([[510, 720, 810, 1080], []]);
});

test("of people of whom nothing is known punches are expected on workdays only, of people off none", () => {
  const groups = [group(unknownShift, 4), { date: "2026-09-17", key: "rest", shift: null, people: 6 }];
  expect(expectedShifts(groups, true)).toEqual([{ punches: [], people: 4, keys: [unknownShift] }]);
  expect(expectedShifts(groups, false)).toEqual([]);
});

test("the people of the smallest of very many shifts are expected at any time", () => {
  const groups = Array.from({ length: 45 }, (_, n) => group(`s${n}`, 100 - n, [500 + n, 1000 + n]));
  const shifts = expectedShifts(groups, true);
  expect(shifts).toHaveLength(40);
  expect(shifts.at(-1)).toEqual({
    ...{ punches: [], people: 61 + 60 + 59 + 58 + 57 + 56, keys: ["s39", "s40", "s41", "s42", "s43", "s44"] },
  });
});

test("last night's shift still has its end today, with as many people as the larger of the two nights", () => {
  const night = (people: number, key: string) => expectedShifts([group(key, people, [1200, 1800])], true);
  const day = expectedShifts([group("day", 9, [540, 1080])], true);
  expect(withNightShifts([...day, ...night(3, "n1")], [...day, ...night(5, "n2")])).toEqual([
    ...day,
    { punches: [1200, 1800], people: 5, keys: ["n1", "n2"] },
  ]);
  expect(withNightShifts([], night(5, "n2"))).toEqual(night(5, "n2"));
});
