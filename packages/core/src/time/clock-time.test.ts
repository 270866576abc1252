import fc from "fast-check";
import { expect, test } from "vitest";
import { formatClockTime, parseClockTime } from "./clock-time.ts";

test("a clock time may lie on the day before or the day after", () => {
  expect(parseClockTime("09:00")).toBe(540);
  expect(parseClockTime("06:00+1")).toBe(1800);
  expect(parseClockTime("22:00-1")).toBe(-120);
  expect(parseClockTime("00:00")).toBe(0);
});

test("what is no clock time is null", () => {
  for (const text of ["9:00", "24:00", "12:60", "12:00+2", "12:00+", " 12:00", "12:00:00", "", "-1:00"]) {
    expect(parseClockTime(text)).toBeNull();
  }
});

test("every minute from the day before to the day after is written and read back", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1440, max: 2879 }), (minute) => {
      expect(parseClockTime(formatClockTime(minute))).toBe(minute);
    }),
  );
  expect([-120, 0, 1800, 2880].map(formatClockTime)).toEqual(["22:00-1", "00:00", "06:00+1", "00:00+2"]);
});
