import { expect, test } from "vitest";
import { entryOn, isLocked, offeredStart, saidFor, standingOf } from "./dated.ts";

const first = { startsOn: null };
const second = { startsOn: "2026-09-01" };
const third = { startsOn: "2026-10-01" };
const list = [first, second, third];

test("the entry that began last holds, and before the first dated one the one without a date", () => {
  expect(entryOn(list, "2026-08-31")).toBe(first);
  expect(entryOn(list, "2026-09-01")).toBe(second);
  expect(entryOn(list, "2026-10-02")).toBe(third);
  expect(entryOn([second], "2026-08-31")).toBe(null);
});

test("an entry held before, holds now or will", () => {
  expect(list.map((entry) => standingOf(list, entry, "2026-09-17"))).toEqual(["past", "now", "ahead"]);
  expect(standingOf([second], second, "2026-08-01")).toBe("ahead");
});

test("what begins in closed days stays, and nothing new begins there", () => {
  expect(list.map((entry) => isLocked(entry, "2026-10-01"))).toEqual([false, true, false]);
  expect(isLocked(second, null)).toBe(false);
  expect(offeredStart("2026-09-17", "2026-09-01")).toBe("2026-09-17");
  expect(offeredStart("2026-09-17", "2026-10-01")).toBe("2026-10-01");
  expect(offeredStart("2026-09-17", null)).toBe("2026-09-17");
});

test("a new word replaces the one for the same date and no other", () => {
  expect(saidFor(list, "2026-09-01")).toBe(second);
  expect(saidFor(list, "2026-09-02")).toBe(null);
});
