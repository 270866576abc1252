import { expect, test } from "vitest";
import { readPresence, timePunches } from "./presence.ts";
import type { Punch } from "./punch.ts";
import { at, instant, monday, nineToSix, off, on, twoSections } from "./testing.ts";
import { formatClockTime } from "./time/clock-time.ts";
import type { Interval } from "./time/interval.ts";

interface Situation {
  readonly sections?: readonly Interval[];
  readonly now?: string;
}

function read(punches: readonly Punch[], { sections = nineToSix.sections, now = "12:00+1" }: Situation = {}) {
  const presence = readPresence(timePunches(punches, monday, "Asia/Shanghai"), { sections, now: at(now) });
  return {
    stays: presence.stays.map(({ start, end }) => `${formatClockTime(start)}-${formatClockTime(end)}`),
    out: presence.missingOuts.map(({ minute }) => formatClockTime(minute)),
    in: presence.missingIns.map(({ minute }) => formatClockTime(minute)),
    running: presence.running && formatClockTime(presence.running.minute),
    offered: presence.missingOuts.map(({ offeredUntil }) => offeredUntil && formatClockTime(offeredUntil)),
  };
}

const nothing = { stays: [], out: [], in: [], running: null, offered: [] };

test("a clock-in opens an interval and a clock-out closes it", () => {
  const punches = [on("09:00"), off("12:00"), on("13:00"), off("18:00")];
  expect(read(punches)).toEqual({ ...nothing, stays: ["09:00-12:00", "13:00-18:00"] });
});

test("punches are walked by minute, whatever the order of the list", () => {
  expect(read([off("18:00"), on("09:00")]).stays).toEqual(["09:00-18:00"]);
});

test("in the same minute the one that arrived first goes first, then the earlier second, then the lower id", () => {
  const out = off("12:00", { arrivedAt: 2 });
  const back = on("12:00", { arrivedAt: 1 });
  expect(read([on("09:00", { arrivedAt: 0 }), out, back]).stays).toEqual(["09:00-12:00"]);
  expect(
    read([on("09:00"), off("12:00", { arrivedAt: 1 }), on("12:00", { arrivedAt: 2 }), off("13:00")]).stays,
  ).toEqual(["09:00-12:00", "12:00-13:00"]);
  const second = (seconds: number) => ({ at: instant("12:00") + seconds * 1000, arrivedAt: 5 });
  expect(read([on("12:00", second(40)), off("12:00", second(20)), on("09:00")]).running).toBeNull();
  expect(read([on("12:00", second(40)), off("12:00", second(20)), on("09:00")]).out).toEqual(["12:00"]);
  const same = { arrivedAt: 5 };
  expect(read([off("12:00", { ...same, id: "a" }), on("12:00", { ...same, id: "b" }), on("09:00")]).out).toEqual([
    "12:00",
  ]);
  expect(read([off("12:00", { ...same, id: "b" }), on("12:00", { ...same, id: "a" }), on("09:00")]).out).toEqual([]);
});

test("invalid punches do not exist", () => {
  expect(
    read([on("08:00", { valid: false }), on("09:00"), off("18:00"), off("20:00", { valid: false })]).stays,
  ).toEqual(["09:00-18:00"]);
});

test("of two clock-ins the earlier one stands", () => {
  expect(read([on("08:55"), on("09:05"), off("18:00")])).toEqual({ ...nothing, stays: ["08:55-18:00"] });
});

test("a section end between two clock-ins makes the first a missing clock-out", () => {
  expect(read([on("08:28"), on("13:25"), off("18:01")], twoSections)).toEqual({
    ...nothing,
    stays: ["13:25-18:01"],
    out: ["08:28"],
    offered: ["12:00"],
  });
});

test("the section end counts at both clock-ins themselves", () => {
  const after = (first: string, second: string) => read([on(first), on(second), off("19:00")], twoSections).stays;
  expect(after("09:00", "12:00")).toEqual(["12:00-19:00"]);
  expect(after("12:00", "13:00")).toEqual(["13:00-19:00"]);
  expect(after("09:00", "11:59")).toEqual(["09:00-19:00"]);
  expect(after("12:01", "13:00")).toEqual(["12:01-19:00"]);
});

test("an interval that ends with the next clock-in is offered", () => {
  expect(read([on("08:30"), on("12:00"), off("18:00")], twoSections)).toMatchObject({
    out: ["08:30"],
    offered: ["12:00"],
  });
});

test("an interval that would reach into the next one is not offered", () => {
  expect(read([on("12:00"), on("13:00"), off("18:00")], twoSections)).toMatchObject({
    out: ["12:00"],
    offered: [null],
  });
});

test("a second clock-out extends the interval", () => {
  expect(read([on("08:58"), off("17:30"), off("18:02"), off("18:30")]).stays).toEqual(["08:58-18:30"]);
});

test("a section start between two clock-outs makes the second a missing clock-in that counts nothing", () => {
  const afterLunch = (first: string, second: string) => read([on("08:28"), off(first), off(second)], twoSections);
  expect(afterLunch("12:01", "18:01")).toEqual({ ...nothing, stays: ["08:28-12:01"], in: ["18:01"] });
  expect(afterLunch("13:30", "18:01").in).toEqual(["18:01"]);
  expect(afterLunch("13:31", "18:01").stays).toEqual(["08:28-18:01"]);
  expect(afterLunch("12:01", "13:30").stays).toEqual(["08:28-13:30"]);
  expect(afterLunch("12:01", "13:31").in).toEqual(["13:31"]);
});

test("each further clock-out after that is missing its clock-in too", () => {
  expect(read([on("08:28"), off("12:01"), off("17:00"), off("18:01")], twoSections).in).toEqual(["17:00", "18:01"]);
});

test("a clock-out with nothing before it is a missing clock-in", () => {
  expect(read([off("18:04")])).toEqual({ ...nothing, in: ["18:04"] });
  expect(read([off("08:00"), on("09:00"), off("18:00")])).toMatchObject({ in: ["08:00"], stays: ["09:00-18:00"] });
});

test("a clock-in and a clock-out in one minute are no presence, but a later clock-out extends it", () => {
  const blink = [on("09:30", { arrivedAt: 1 }), off("09:30", { arrivedAt: 2 })];
  expect(read(blink)).toEqual(nothing);
  expect(read([...blink, off("18:00")]).stays).toEqual(["09:30-18:00"]);
});

test("an open interval runs until now while the day is not over", () => {
  expect(read([on("09:00")], { now: "15:00" })).toEqual({ ...nothing, stays: ["09:00-15:00"], running: "09:00" });
  expect(read([on("09:00")], { now: "08:00" })).toEqual({ ...nothing, running: "09:00" });
});

test("a day is over 12 hours after its last section end", () => {
  expect(read([on("09:00")], { now: "05:59+1" }).running).toBe("09:00");
  expect(read([on("09:00")], { now: "06:00+1" }).running).toBeNull();
});

test("without sections a day is over at noon of the next day", () => {
  expect(read([on("09:00")], { sections: [], now: "11:59+1" }).running).toBe("09:00");
  expect(read([on("09:00")], { sections: [], now: "12:00+1" })).toEqual({
    ...nothing,
    out: ["09:00"],
    offered: [null],
  });
});

test("what is open when the day is over counts nothing and is offered until the section end that follows", () => {
  expect(read([on("08:58")])).toEqual({ ...nothing, out: ["08:58"], offered: ["18:00"] });
  expect(read([on("12:30")], twoSections).offered).toEqual(["18:00"]);
  expect(read([on("08:30")], twoSections).offered).toEqual(["12:00"]);
  expect(read([on("18:00")]).offered).toEqual([null]);
});

test("sections may be given in any order", () => {
  const sections = twoSections.sections.toReversed();
  expect(read([on("08:30")], { sections }).offered).toEqual(["12:00"]);
});
