import { expect, test } from "vitest";
import { goldenDay, readGolden } from "./golden.ts";
import days from "./golden-days.json" with { type: "json" };
import { settleWorkday } from "./workday.ts";

const file = readGolden(JSON.stringify(days));
const cases = file.ok ? file.cases : [];

test("every golden day is read", () => {
  expect(cases).toHaveLength(35);
});

test.each(cases)("$name", ({ facts, expect: expected }) => {
  expect(goldenDay(settleWorkday(facts))).toEqual(expected);
});

const given = { date: "2026-09-14", now: "2026-09-15T12:00:00+08:00", dayKind: "workday", shift: null };
const section = { start: "09:00", end: "18:00" };

/** What is said of a file with one case. */
function complaint(more: object): string | null {
  const read = readGolden(JSON.stringify([{ name: "odd", given: { ...given, ...more } }]));
  return read.ok ? null : read.message;
}

test("optional fields may be missing or null, unknown ones are left alone", () => {
  expect(complaint({})).toBeNull();
  expect(complaint({ punches: null, sites: null, policy: null, defaultProject: null, weather: "rain" })).toBeNull();
  expect(complaint({ punches: [{ at: "2026-09-14T01:00Z", type: "on", lat: null, result: null }] })).toBeNull();
});

test("a policy is laid over the default one", () => {
  const text = JSON.stringify([{ name: "policy", given: { ...given, policy: { overtime: "all", longDay: 600 } } }]);
  const read = readGolden(text);
  expect(read.ok && read.cases[0]?.facts.policy).toEqual({
    overtime: "all",
    breaks: { rule: "shift" },
    zone: "Asia/Shanghai",
    longDay: 600,
  });
});

test("the order of the file stands for the order of arrival", () => {
  const same = "2026-09-14T09:00:00+08:00";
  const punches = [
    { at: same, type: "on" },
    { at: same, type: "off" },
    { at: "2026-09-14T10:00:00+08:00", type: "off" },
  ];
  const picks = Array.from({ length: 11 }, (_, index) => ({ at: same, project: `P${index}` }));
  const read = readGolden(JSON.stringify([{ name: "arrival", given: { ...given, punches, picks } }]));
  expect(read.ok && read.cases.map(({ facts }) => settleWorkday(facts).allocations)).toMatchObject([
    [{ project: "P10", minutes: 60 }],
  ]);
});

test.each([
  ["given.date: not a date", { date: "2026-02-30" }],
  ["given.now: not an instant with offset", { now: "2026-09-15T12:00:00" }],
  ["given.now: not an instant with offset", { now: "2026-09-15T25:00:00+08:00" }],
  ["given.now: not a text", { now: 1 }],
  ["given.dayKind: not one of workday, rest, statutory, swapped-workday, in-lieu-rest", { dayKind: "holiday" }],
  ["given.shift: not an object", { shift: [] }],
  ["given.shift: not an object", { shift: undefined }],
  ["given.shift.sections: not an array", { shift: {} }],
  ["given.shift.sections[0].end: not a clock time", { shift: { sections: [{ start: "09:00", end: "18:00+2" }] } }],
  ["given.shift: shift-sections-overlap", { shift: { sections: [section, section] } }],
  ["given.leaves[0]: interval-ends-before-start", { leaves: [{ from: "18:00", to: "09:00" }] }],
  ["given.split[0]: split-part-not-positive", { split: [{ project: "A", minutes: 0 }] }],
  ["given.split[0].minutes: not a whole number", { split: [{ project: "A", minutes: 1.5 }] }],
  ["given.punches[0].type: not one of on, off", { punches: [{ at: given.now, type: "in" }] }],
  ["given.punches[0].valid: not true or false", { punches: [{ at: given.now, type: "on", valid: "no" }] }],
  ["given.sites[0].radius: not a number", { sites: [{ project: "A" }] }],
  ["given.policy.zone: not an IANA zone", { policy: { zone: "Asia/Nowhere" } }],
  ["given.policy.breaks.rule: not one of shift, length", { policy: { breaks: {} } }],
])("a malformed file is told by its place: %s", (message, more) => {
  expect(complaint(more)).toBe(`[0].${message}`);
});

test("a file is an array of JSON", () => {
  expect(readGolden("[")).toEqual({ ok: false, message: "file: not JSON" });
  expect(readGolden("{}")).toEqual({ ok: false, message: "file: not an array" });
  expect(readGolden("[1]")).toEqual({ ok: false, message: "[0]: not an object" });
});
