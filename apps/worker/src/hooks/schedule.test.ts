import { expect, test } from "vitest";
import { nextAttemptAt } from "./schedule.ts";

test("ten attempts lie on the specification's schedule, each at most a tenth late", () => {
  const seconds = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];
  for (const [n, wait] of seconds.entries()) {
    const next = nextAttemptAt(n + 1, 0, null) ?? 0;
    expect(next).toBeGreaterThanOrEqual(wait * 1000);
    expect(next).toBeLessThanOrEqual(wait * 1100);
  }
  expect(nextAttemptAt(10, 0, null)).toBeNull();
});

test("a receiver may ask for more time, for a day at most", () => {
  expect(nextAttemptAt(1, 1000, 90_000)).toBe(91_000);
  expect(nextAttemptAt(1, 0, 999_999_999)).toBe(86_400_000);
});
