import { expect, test } from "vitest";
import { changedItems, noticeOf } from "./notice.ts";
import { defaultPrivacy } from "./privacy.ts";

test("the numerals of a notice are those of the settings", () => {
  const { items } = noticeOf({ ...defaultPrivacy, coordinateDays: 31, hourMonths: 36 });
  const keepOf = (id: string) => items.find((item) => item.id === id)?.keep;
  expect(keepOf("punch-place")).toEqual({ unit: "days", count: 31, left: "verdict" });
  expect(keepOf("punch-time")).toEqual({ unit: "months", count: 36, atLeast: true });
  expect(JSON.stringify(items)).not.toMatch(/"count":(90|24)\b/);
});

test("four things stand on the first page, and no id comes twice", () => {
  const { items } = noticeOf(defaultPrivacy);
  expect(items.filter(({ main }) => main).map(({ id }) => id)).toEqual([
    ...["punch-time", "punch-place", "choices", "approvals"],
  ]);
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
});

test("only what is told otherwise counts as changed", () => {
  const before = noticeOf(defaultPrivacy);
  expect(changedItems(before, null)).toEqual([]);
  expect(changedItems(noticeOf(defaultPrivacy), before)).toEqual([]);
  const after = noticeOf({ ...defaultPrivacy, coordinateDays: 60 });
  expect(changedItems(after, before)).toEqual(["punch-place", "visit-place"]);
  const without = { ...before, items: before.items.filter(({ id }) => id !== "rates") };
  expect(changedItems(before, without)).toEqual(["rates"]);
});
