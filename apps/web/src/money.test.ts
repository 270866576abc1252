import { expect, test } from "vitest";
import { fenOf, percentOf, thousands, yuan } from "./money.ts";

test("fen are written as yuan with their thousands apart", () => {
  expect(yuan(123_456_780)).toBe("¥1,234,567.80");
  expect(yuan(5)).toBe("¥0.05");
  expect(yuan(-100_000)).toBe("−¥1,000.00");
  expect(thousands(999)).toBe("999");
  expect(thousands(-20_150)).toBe("−20,150");
});

test("what somebody writes becomes fen without a fraction lost", () => {
  expect(fenOf("1,234.5")).toBe(123_450);
  expect(fenOf("¥ 0.29")).toBe(29);
  expect(fenOf("1000000")).toBe(100_000_000);
  for (const wrong of ["", "1.234", "-3", "12a", "."]) expect(fenOf(wrong)).toBeNull();
});

test("a share has one decimal at most", () => {
  expect(percentOf(401, 1000)).toBe("40.1");
  expect(percentOf(1, 2)).toBe("50");
});
