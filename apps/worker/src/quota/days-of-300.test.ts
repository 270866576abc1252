import { expect, test } from "vitest";
import { isAsPromised, liveThrough } from "../testing-month.ts";

test("four days of 300 people in the standard edition keeps to the month's calls, as fresh as was planned, and loses nothing", async () => {
  const lived = await liveThrough({ people: 300, monthlyCalls: 5000, from: "2026-11-01", to: "2026-11-04" });
  expect(lived.used).toBe(lived.counted);
  expect(lived.used).toBeLessThanOrEqual(900);
  expect(lived.runs.night).toBe(6);
  expect(isAsPromised(lived), JSON.stringify(lived)).toBe(true);
}, 600_000);
