import { expect, test } from "vitest";
import { minuteMs } from "./time/minutes.ts";
import { consequenceOf, failureOfReason } from "./worklog-retry.ts";

const failure = (kind: string, code = "x", retryAfterMs: number | null = null) => ({ kind, code, retryAfterMs });
const after = (attempts: number, chance = 0) => ({ attempts, now: 0, chance });

test("what is busy is asked again after 1, 5, 15, 60 and then 180 minutes, and set aside after eight attempts", () => {
  const waits = [1, 2, 3, 4, 5, 6, 7].map((n) => consequenceOf(failure("busy", "500"), after(n)).nextAt / minuteMs);
  expect(waits).toEqual([1, 5, 15, 60, 180, 180, 180]);
  expect(consequenceOf(failure("busy", "500"), after(1, 1)).nextAt).toBe(72_000);
  expect([7, 8].map((n) => consequenceOf(failure("busy"), after(n)).isFinal)).toEqual([false, true]);
});

test("who asks to wait is left alone for so long, six hours at most, and that counts as no attempt", () => {
  expect(consequenceOf(failure("throttled", "429", 7000), after(9))).toMatchObject({
    isFinal: false,
    counts: false,
    quietUntil: 7000,
  });
  expect(consequenceOf(failure("throttled", "429", 1e12), after(1)).quietUntil).toBe(360 * minuteMs);
  expect(consequenceOf(failure("busy", "503"), after(1)).quietUntil).toBe(minuteMs);
  expect(consequenceOf(failure("busy", "500"), after(1)).quietUntil).toBe(0);
  expect(consequenceOf(failureOfReason("unreachable"), after(1)).quietUntil).toBe(minuteMs);
});

test("refused credentials stop the target, and what is refused itself is set aside at once", () => {
  expect(consequenceOf(failure("credentials"), after(8))).toMatchObject({
    stops: "credentials",
    isFinal: false,
    counts: false,
  });
  expect(consequenceOf(failure("refused-host"), after(8))).toMatchObject({ stops: "refused-host", isFinal: false });
  for (const kind of ["invalid", "permission", "not-found", "unreadable"]) {
    expect(consequenceOf(failure(kind), after(1))).toMatchObject({ stops: null, isFinal: true });
  }
});
