import { minutesPerDay } from "@today/core/time/minutes";
import { workDateOf } from "@today/core/time/zone";
import fc from "fast-check";
import { expect, it } from "vitest";
import { stamp, startedOf, windowOf } from "./clock.ts";

it("a start is written with milliseconds and an offset without a colon", () => {
  expect(startedOf("2026-09-14", 540, "Asia/Shanghai")).toBe("2026-09-14T09:00:00.000+0800");
  expect(startedOf("2026-09-14", undefined, "Asia/Kolkata")).toBe("2026-09-14T12:00:00.000+0530");
  expect(startedOf("2026-07-01", 0, "America/St_Johns")).toBe("2026-07-01T00:00:00.000-0230");
  expect(startedOf("2026-01-05", 1439, "UTC")).toBe("2026-01-05T23:59:00.000+0000");
});

it("a start is on its work date and within its window, in every zone and on days that summer time changes", () => {
  const zone = fc.constantFrom(
    "Asia/Shanghai",
    "America/New_York",
    "Pacific/Kiritimati",
    "Pacific/Niue",
    "Asia/Kathmandu",
  );
  const date = fc.constantFrom("2026-03-08", "2026-11-01", "2026-01-01", "2026-12-31", "2026-02-28");
  const minute = fc.integer({ min: -minutesPerDay, max: 3 * minutesPerDay });
  fc.assert(
    fc.property(zone, date, minute, (zone, date, minute) => {
      const started = startedOf(date, minute, zone);
      expect(started).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00\.000[+-]\d{4}$/);
      const at = stamp.parse(started);
      expect(workDateOf(at, zone)).toBe(date);
      const { from, to } = windowOf(date, zone);
      expect(at).toBeGreaterThan(from);
      expect(at).toBeLessThan(to);
    }),
  );
});

it("an instant is read in every zone, and nonsense is none", () => {
  expect(stamp.parse("2026-09-13T18:00:00.000-0700")).toBe(Date.parse("2026-09-14T01:00:00Z"));
  expect(stamp.parse("2026-09-14T01:00:00Z")).toBe(Date.parse("2026-09-14T01:00:00Z"));
  for (const text of ["", "2026-09-14", "soon", "2026-13-45T99:00:00.000+0800"])
    expect(stamp.safeParse(text).success).toBe(false);
});
