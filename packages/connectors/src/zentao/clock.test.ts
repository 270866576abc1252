import fc from "fast-check";
import { expect, it } from "vitest";
import { instantOf, localTime } from "./clock.ts";
import { leftAfter } from "./left.ts";

const zone = "Asia/Shanghai";

it("both formats of times are the same instant", () => {
  expect(instantOf("2026-01-05 09:00:00", zone)).toBe(Date.parse("2026-01-05T01:00:00Z"));
  expect(instantOf("2026-01-05T01:00:00Z", zone)).toBe(Date.parse("2026-01-05T01:00:00Z"));
  for (const text of [
    null,
    "",
    "0000-00-00 00:00:00",
    "2026-02-30 09:00:00",
    "yesterday",
    "2026-01-05",
    "2026-01-05T",
  ]) {
    expect(instantOf(text, zone)).toBeNull();
  }
});

it("a time is written as the server's clock shows it", () => {
  expect(localTime(Date.parse("2026-09-14T16:30:00Z"), zone)).toBe("2026-09-15 00:30:00");
});

it("whatever is booked on a task that goes on, something is left of it, with two decimals", () => {
  const hours = fc.double({ min: -100, max: 10_000, noNaN: true });
  fc.assert(
    fc.property(
      hours,
      fc.integer({ min: -1440, max: 1440 }),
      fc.constantFrom("keep", "reduce", ""),
      (left, minutes, how) => {
        const after = leftAfter({ status: "doing", left }, how, minutes);
        expect(after).toBeGreaterThan(0);
        expect(Number(after.toFixed(2))).toBe(after);
        expect(leftAfter({ status: "done", left }, how, minutes)).toBe(0);
      },
    ),
  );
});
