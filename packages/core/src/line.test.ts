import { expect, test } from "vitest";
import type { Share } from "./allocation.ts";
import { drawLine } from "./line.ts";
import { day, off, on, shift, span } from "./testing.ts";
import { settleWorkday } from "./workday.ts";

const share: Share = {
  ...span("09:00-10:00"),
  ...{ kind: "counted", project: "A", task: null, basis: "pick", place: "onsite", overtime: null, fact: "1" },
  stay: null,
};
const nothing = {
  attended: [],
  overtimeAttended: [],
  counted: [],
  planned: [],
  breaks: [],
  leave: [],
  workedOnLeave: [],
};

/** The shares as the line shows them. */
function drawn(...shares: Share[]) {
  return drawLine({ attendance: nothing, shares, presence: [], shiftBreaks: [span("12:00-13:00")] });
}

test("two shares that touch and say the same are one part", () => {
  const { stay: _, ...part } = share;
  expect(drawn(share, { ...share, ...span("10:00-11:00") })).toEqual([{ ...part, ...span("09:00-11:00") }]);
  expect(drawn(share, { ...share, ...span("10:01-11:00") })).toHaveLength(2);
});

test.each([
  { project: "B" },
  { task: "A-1" },
  { basis: "split" },
  { place: "trip" },
  { overtime: "rest" },
  { fact: "2" },
  { kind: "uncounted" },
] satisfies Partial<Share>[])(
  "two shares that differ in $project$task$basis$place$overtime$fact$kind are two",
  (other) => {
    expect(drawn(share, { ...share, ...span("10:00-11:00"), ...other })).toHaveLength(2);
  },
);

test("every break of the shift between the first and the last interval is drawn, and none without any", () => {
  const breaks = (punches: Parameters<typeof day>[0]) =>
    settleWorkday(day({ shift: shift(["09:00-18:00"], ["12:00-13:00", "15:00-15:30", "17:00-17:10"]), ...punches }))
      .line.filter(({ kind }) => kind === "break")
      .map(({ start, end }) => ({ start, end }));
  const punches = [on("09:00"), off("12:00"), on("13:00"), off("15:00"), on("15:30"), off("16:00")];
  expect(breaks({ punches })).toEqual([span("12:00-13:00"), span("15:00-15:30")]);
  expect(breaks({ punches: [] })).toEqual([]);
});
