import { expect, test } from "vitest";
import { fullDate, instantText } from "./date-text.ts";

test("a day is told with its year, in both languages", () => {
  expect(fullDate("2026-09-01", "zh")).toBe("2026年9月1日");
  expect(fullDate("2026-09-01", "en")).toBe("1 Sep 2026");
});

test("an instant is told by the clock it was written with", () => {
  expect(instantText("2026-09-16T10:02:33+08:00")).toBe("9/16 10:02");
});
