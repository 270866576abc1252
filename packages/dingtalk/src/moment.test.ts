import { expect, it } from "vitest";
import { instanceClock, instantAtMinute, momentOf, plausibleInstant } from "./moment.ts";

it.each([
  ["2026-09-16 13:30", { date: "2026-09-16", minute: 810, half: null }],
  ["2026-09-16 13:30:59", { date: "2026-09-16", minute: 810, half: null }],
  ["2026-09-16", { date: "2026-09-16", minute: null, half: null }],
  ["2026-09-16 上午", { date: "2026-09-16", minute: null, half: "am" }],
  ["2026-09-16 PM", { date: "2026-09-16", minute: null, half: "pm" }],
  ["2026/9/6 9:05", { date: "2026-09-06", minute: 545, half: null }],
  ["2026年09月16日", { date: "2026-09-16", minute: null, half: null }],
  [1789536600000, { date: "2026-09-16", minute: 810, half: null }],
  ["1789536600000", { date: "2026-09-16", minute: 810, half: null }],
  [1789488000000, { date: "2026-09-16", minute: null, half: null }],
])("reads %s of a form", (text, moment) => {
  expect(momentOf(text)).toEqual(moment);
});

it.each([null, undefined, "", "明天", "0001-01-01", 8, 8e15, Number.NaN, [], {}, "99999999999999999999"])(
  "knows that %s is no time",
  (value) => {
    expect(momentOf(value)).toBeNull();
    expect(plausibleInstant(value)).toBeNull();
  },
);

it("knows that a day must exist", () => {
  expect(momentOf("2026-02-30")).toBeNull();
});

it("counts minutes past midnight on", () => {
  expect(instantAtMinute("2026-09-16", 810)).toBe(1789536600000);
  expect(instantAtMinute("2026-09-16", 1500)).toBe(instantAtMinute("2026-09-17", 60));
});

const quarterPast = Date.parse("2026-09-13T15:34:00+08:00");

it("reads the false Z as Beijing wall clock", () => {
  expect(instanceClock("2026-09-13T15:34Z", "202609131534000382214")("2026-09-13T15:34Z")).toBe(quarterPast);
  expect(instanceClock("2026-09-13T15:34Z", null)("2026-09-13T15:34Z")).toBe(quarterPast);
});

it("reads a true Z as UTC when the business id says so", () => {
  const clock = instanceClock("2026-09-13T07:34Z", "202609131534000382214");
  expect(clock("2026-09-13T07:34Z")).toBe(quarterPast);
  expect(clock("2026-09-13T07:34:00.000Z")).toBe(quarterPast);
  expect(clock(quarterPast)).toBe(quarterPast);
  expect(clock("soon")).toBeNull();
});
