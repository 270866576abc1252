import { expect, test } from "vitest";
import { compareText } from "./order.ts";

test("texts go by code unit, and nothing goes before everything", () => {
  expect(["b", "a", null, "B", "", "ab"].sort(compareText)).toEqual([null, "", "B", "a", "ab", "b"]);
  expect([compareText("a", "b"), compareText("b", "a")]).toEqual([-1, 1]);
});

test("equal texts are equal, and nothing equals nothing", () => {
  expect([compareText("a", "a"), compareText(null, null)]).toEqual([0, 0]);
  expect([compareText(null, "a"), compareText("a", null)]).toEqual([-1, 1]);
  expect(compareText(null, "")).toBe(-1);
});
