import { expect, test } from "vitest";
import { isAsPromised, liveThrough } from "../testing-month.ts";

test("a month of 20 people who have 400 calls stays within them, as fresh as was planned, and loses nothing", async () => {
  const lived = await liveThrough({ people: 20, monthlyCalls: 400, from: "2026-11-01", to: "2026-11-30" });
  expect(lived.used).toBe(lived.counted);
  expect(lived.used).toBeLessThanOrEqual(400);
  expect(lived.runs.night).toBe(32);
  expect(isAsPromised(lived), JSON.stringify(lived)).toBe(true);
}, 600_000);
