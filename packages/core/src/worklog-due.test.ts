import { expect, test } from "vitest";
import { at, monday } from "./testing.ts";
import { addDays } from "./time/date.ts";
import { instantAt } from "./time/zone.ts";
import { dueAt } from "./worklog-due.ts";

const zone = "Asia/Shanghai";

function now(clock: string): number {
  return instantAt(monday, at(clock), zone);
}

test("what goes at once is due now", () => {
  expect(dueAt("at-once", now("14:00"), zone)).toBe(now("14:00"));
});

test("what goes by night is due at the next four o'clock", () => {
  expect(dueAt("night", now("14:00"), zone)).toBe(instantAt(addDays(monday, 1), 240, zone));
  expect(dueAt("night", now("03:40"), zone)).toBe(now("04:00"));
});

test("a long night's hours do not wait for the next one", () => {
  expect(dueAt("night", now("05:30"), zone)).toBe(now("05:30"));
  expect(dueAt("night", now("07:00"), zone)).toBe(instantAt(addDays(monday, 1), 240, zone));
});
