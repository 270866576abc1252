import { expect, test } from "vitest";
import { candidateDates, dayEnd, makeShift, plannedShift, type Schedule, workDateOfPunch } from "./shift.ts";
import { at, instant, nineToSix, shift, span, twoSections } from "./testing.ts";

const zone = "Asia/Shanghai";
const night = shift(["20:00-06:00+1"]);
const nights: readonly Schedule[] = ["2026-09-13", "2026-09-14", "2026-09-15"].map((date) => ({ date, shift: night }));
const mixed: readonly Schedule[] = [
  { date: "2026-09-14", shift: night },
  { date: "2026-09-15", shift: nineToSix },
];

function dateOf(type: "on" | "off", clock: string, schedules: readonly Schedule[]) {
  return workDateOfPunch({ at: instant(clock), type, workDate: null }, schedules, zone);
}

test("sections and breaks come out in time order", () => {
  const made = makeShift([span("13:30-18:00"), span("08:30-12:00")], [span("15:00-15:15"), span("10:00-10:15")]);
  expect(made).toEqual({ ok: true, value: shift(["08:30-12:00", "13:30-18:00"], ["10:00-10:15", "15:00-15:15"]) });
});

test("sections may touch but not overlap", () => {
  expect(makeShift([span("08:00-12:00"), span("12:00-16:00")], []).ok).toBe(true);
  const overlapping = makeShift([span("11:59-16:00"), span("08:00-12:00")], []);
  expect(overlapping).toEqual({ ok: false, problem: "shift-sections-overlap" });
});

test("an empty section is no reversed one", () => {
  expect(makeShift([span("09:00-09:00")], []).ok).toBe(true);
});

test("a section or a break that ends before it starts is refused", () => {
  const refused = { ok: false, problem: "interval-ends-before-start" };
  expect(makeShift([{ start: at("18:00"), end: at("09:00") }], [])).toEqual(refused);
  expect(makeShift([span("09:00-18:00")], [{ start: at("13:00"), end: at("12:00") }])).toEqual(refused);
});

test("a shift holds on workdays and swapped workdays only", () => {
  expect((["workday", "swapped-workday"] as const).map((kind) => plannedShift(nineToSix, kind))).toEqual([
    nineToSix,
    nineToSix,
  ]);
  expect((["rest", "statutory", "in-lieu-rest"] as const).map((kind) => plannedShift(nineToSix, kind))).toEqual([
    null,
    null,
    null,
  ]);
});

test("a day ends 12 hours after its last section, without one at noon of the next day", () => {
  expect(dayEnd(twoSections.sections.toReversed())).toBe(at("06:00+1"));
  expect(dayEnd(night.sections)).toBe(at("18:00+1"));
  expect(dayEnd([])).toBe(at("12:00+1"));
});

test("DingTalk's work date is taken when it gives one", () => {
  const punch = { at: instant("06:05+1"), type: "off", workDate: "2026-09-14" } as const;
  expect(workDateOfPunch(punch, [], zone)).toBe("2026-09-14");
});

test("a night shift keeps the punches of both its ends", () => {
  expect(dateOf("on", "19:52", nights)).toBe("2026-09-14");
  expect(dateOf("off", "06:05+1", nights)).toBe("2026-09-14");
  expect(dateOf("off", "02:00+1", nights)).toBe("2026-09-14");
  expect(dateOf("off", "06:05", nights)).toBe("2026-09-13");
  expect(dateOf("on", "19:52+1", nights)).toBe("2026-09-15");
});

test("between two shifts the nearer one gets the punch, halfway a clock-in the later and a clock-out the earlier", () => {
  expect(dateOf("on", "07:20+1", mixed)).toBe("2026-09-14");
  expect(dateOf("off", "07:40+1", mixed)).toBe("2026-09-15");
  for (const schedules of [mixed, mixed.toReversed()]) {
    expect(dateOf("on", "07:30+1", schedules)).toBe("2026-09-15");
    expect(dateOf("off", "07:30+1", schedules)).toBe("2026-09-14");
  }
});

test("a window reaches from 6 hours before a shift to 12 hours after it", () => {
  const late = [{ date: "2026-09-14", shift: nineToSix }];
  expect(dateOf("off", "05:59+1", late)).toBe("2026-09-14");
  expect(dateOf("off", "06:00+1", late)).toBe("2026-09-15");
  const early = [{ date: "2026-09-15", shift: shift(["02:00-10:00"]) }];
  expect(dateOf("on", "20:00", early)).toBe("2026-09-15");
  expect(dateOf("on", "19:59", early)).toBe("2026-09-14");
});

test("the window of a shift goes from its first section to its last, in whatever order they stand", () => {
  for (const sections of [twoSections.sections, twoSections.sections.toReversed()]) {
    const schedules = [{ date: "2026-09-14", shift: { sections, breaks: [] } }];
    expect(dateOf("on", "02:30", schedules)).toBe("2026-09-14");
    expect(dateOf("off", "05:59+1", schedules)).toBe("2026-09-14");
    expect(
      dateOf("on", "01:00+1", [...schedules, { date: "2026-09-15", shift: shift(["01:30-02:00", "13:00-14:00"]) }]),
    ).toBe("2026-09-15");
  }
});

test("outside every window a punch belongs to its calendar day", () => {
  expect(dateOf("on", "10:00", [{ date: "2026-09-14", shift: null }])).toBe("2026-09-14");
  expect(dateOf("on", "10:00", [{ date: "2026-09-14", shift: shift([]) }])).toBe("2026-09-14");
  expect(dateOf("on", "00:30+1", [])).toBe("2026-09-15");
});

test("the shift of a punch is sought on its calendar day and both neighbours", () => {
  expect(candidateDates(instant("00:30+1"), zone)).toEqual(["2026-09-14", "2026-09-15", "2026-09-16"]);
});
