import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { instantAt, isZone, minuteOf, offsetAt, workDateOf } from "./zone.ts";

const zones = ["Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"];
const instants = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2035, 0, 1) });

test("seconds are cut off", () => {
  expect(minuteOf(Date.parse("2026-09-14T08:57:21+08:00"), "2026-09-14", "Asia/Shanghai")).toBe(537);
  expect(minuteOf(Date.parse("2026-09-14T18:00:59.999+08:00"), "2026-09-14", "Asia/Shanghai")).toBe(1080);
  expect(minuteOf(Date.parse("2026-09-13T23:59:59+08:00"), "2026-09-14", "Asia/Shanghai")).toBe(-1);
});

test("the line runs on past midnight on both sides", () => {
  expect(minuteOf(Date.parse("2026-09-15T06:05:00+08:00"), "2026-09-14", "Asia/Shanghai")).toBe(1805);
  expect(minuteOf(Date.parse("2026-09-13T22:00:00+08:00"), "2026-09-14", "Asia/Shanghai")).toBe(-120);
});

test("an instant falls on the zone's calendar day, not on that of UTC", () => {
  const evening = Date.parse("2026-09-14T16:30:00Z");
  expect(workDateOf(evening, "Asia/Shanghai")).toBe("2026-09-15");
  expect(workDateOf(evening, "America/New_York")).toBe("2026-09-14");
});

test("Shanghai is eight hours ahead, also in the summers since 1992, and had summer time before", () => {
  const hours = (text: string) => offsetAt(Date.parse(text), "Asia/Shanghai") / 3_600_000;
  expect(["2026-01-01T00:00Z", "2026-07-01T00:00Z", "1992-07-01T00:00Z"].map(hours)).toEqual([8, 8, 8]);
  expect(hours("1988-07-01T00:00Z")).toBe(9);
});

test("on the days clocks are changed, clock times stay what the wall shows", () => {
  const onWall = (text: string) => minuteOf(Date.parse(text), text.slice(0, 10), "America/New_York");
  expect(onWall("2026-03-08T01:59:00-05:00")).toBe(119);
  expect(onWall("2026-03-08T03:00:00-04:00")).toBe(180);
  expect(onWall("2026-11-01T01:30:00-04:00")).toBe(90);
  expect(onWall("2026-11-01T01:30:00-05:00")).toBe(90);
  expect(onWall("2026-11-01T09:00:00-05:00")).toBe(540);
});

test("date and minute agree with what Intl says, whatever was asked before", () => {
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
      const wall = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
      const [date = "", clock = ""] = wall.format(instant).split(" ");
      expect(workDateOf(instant, zone)).toBe(date);
      expect(minuteOf(instant, date, zone)).toBe(Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)));
    }),
    { numRuns: 500 },
  );
});

test("a clock time's instant lies at that clock time", () => {
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
      const date = workDateOf(instant, zone);
      const minute = minuteOf(instant, date, zone);
      expect(minuteOf(instantAt(date, minute, zone), date, zone)).toBe(minute);
    }),
    { numRuns: 500 },
  );
  expect(instantAt("2026-09-14", 1805, "Asia/Shanghai")).toBe(Date.parse("2026-09-15T06:05:00+08:00"));
});

test("an hour after clocks were put forward has its instant too", () => {
  expect(instantAt("2026-03-08", 240, "America/New_York")).toBe(Date.parse("2026-03-08T04:00:00-04:00"));
  expect(instantAt("2026-03-29", 240, "Europe/Berlin")).toBe(Date.parse("2026-03-29T04:00:00+02:00"));
});

test("a zone is asked once for the offset of a day, each time on a day that changes it, and again after 4000 days", () => {
  const noon = (day: number) => day * 86_400_000 + 43_200_000;
  const asking = vi.spyOn(Intl.DateTimeFormat.prototype, "formatToParts");
  const asked = (day: number) => {
    asking.mockClear();
    offsetAt(noon(day), "Pacific/Auckland");
    return asking.mock.calls.length;
  };
  const changing = Date.parse("2026-09-26T12:00Z") / 86_400_000 - 0.5;
  expect([asked(1), asked(1), asked(changing), asked(changing)]).toEqual([2, 0, 3, 1]);
  for (let day = 2; day < 4000; day++) asked(day);
  expect([asked(1), asked(4000), asked(1), asked(4000)]).toEqual([0, 2, 2, 0]);
  asking.mockRestore();
});

test("more days than are remembered are still told rightly", () => {
  for (let day = 0; day < 4200; day++) offsetAt(day * 86_400_000, "UTC");
  expect(offsetAt(0, "UTC")).toBe(0);
});

test("a zone must exist", () => {
  expect(isZone("Asia/Shanghai")).toBe(true);
  expect(["", "Asia/Nowhere", "Mars"].map(isZone)).toEqual([false, false, false]);
  expect(() => offsetAt(0, "Asia/Nowhere")).toThrow(RangeError);
});
