import { expect, test } from "vitest";
import { firstWindow, nextWindow } from "./windows.ts";

const today = "2026-09-17";

test("a page goes on within its days, then with the two months before them, for half a year", () => {
  const first = firstWindow(today);
  expect(first).toEqual({ from: "2026-07-18", to: "2026-09-17" });
  expect(nextWindow(today, first, "c")).toEqual({ ...first, cursor: "c" });
  const second = nextWindow(today, first, null);
  expect(second).toEqual({ from: "2026-05-17", to: "2026-07-17" });
  const third = second && nextWindow(today, second, null);
  expect(third).toEqual({ from: "2026-03-16", to: "2026-05-16" });
  expect(third && nextWindow(today, third, null)).toBeUndefined();
});
