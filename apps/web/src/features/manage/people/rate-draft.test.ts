import { expect, test } from "vitest";
import { readRate } from "./rate-draft.ts";

test("an hour's amount is taken as it stands", () => {
  expect(readRate({ unit: "hour", written: "45" }, 480)).toEqual({ input: { fenPerHour: 4500 }, fenPerHour: 4500 });
  expect(readRate({ unit: "hour", written: "¥1,045.5" }, 480)).toMatchObject({ fenPerHour: 104_550 });
});

test("a month's amount is divided by 21.75 days of the day's hours", () => {
  expect(readRate({ unit: "month", written: "17400" }, 480)).toEqual({
    input: { fenPerMonth: 1_740_000 },
    fenPerHour: 10_000,
  });
  expect(readRate({ unit: "month", written: "17400" }, 240)).toMatchObject({ fenPerHour: 20_000 });
});

test("what is no amount, and what has a zero too many, is said", () => {
  expect(readRate({ unit: "hour", written: " " }, 480)).toEqual({ fault: "empty" });
  expect(readRate({ unit: "hour", written: "45.123" }, 480)).toEqual({ fault: "not-money" });
  expect(readRate({ unit: "hour", written: "100000.01" }, 480)).toEqual({ fault: "too-much" });
  expect(readRate({ unit: "month", written: "10000000.01" }, 480)).toEqual({ fault: "too-much" });
});
