import { expect, test } from "vitest";
import { type DayPull, orderPulls } from "./day-pull.ts";
import type { ExpectedShift } from "./punch-habit.ts";
import { at } from "./testing.ts";
import { formatClockTime } from "./time/clock-time.ts";

function sh(people: number, ...punches: string[]): ExpectedShift {
  return { people, punches: punches.map(at) };
}

function said(pulls: readonly DayPull[]): string[] {
  return pulls.map((pull) => `${pull.cause} ${formatClockTime(pull.at)} ${pull.shifts.join("+")}`);
}

test("pulls come after the start, after the end, after the punches between, when the late have left, then between", () => {
  const pulls = orderPulls([sh(20, "08:30", "12:00", "13:30", "17:30")]);
  expect(said(pulls.slice(0, 9))).toEqual([
    ...["start 08:42 0", "end 17:42 0", "middle 12:12 0", "middle 13:42 0", "late 19:42 0"],
    ...["even 18:42 0", "even 19:12 0", "even 18:12 0", "even 15:42 0"],
  ]);
});

test("shifts that start within 10 minutes are pulled together, the larger groups first", () => {
  const pulls = orderPulls([sh(5, "08:00", "17:00"), sh(10, "08:10", "17:15"), sh(30, "09:00", "18:00")]);
  expect(said(pulls.filter(({ cause }) => cause === "start"))).toEqual(["start 09:12 2", "start 08:22 0+1"]);
  expect(said(pulls.filter(({ cause }) => cause === "end"))).toEqual(["end 18:12 2", "end 17:27 1", "end 17:12 0"]);
});

test("a night shift's end is pulled in the morning", () => {
  expect(said(orderPulls([sh(8, "20:00", "06:00+1")]).slice(0, 3))).toEqual([
    ...["start 20:12 0", "end 06:12 0", "late 22:12 0"],
  ]);
});

test("pulls are begun at :02, :07 … :57, never on the full hour, when everybody asks DingTalk", () => {
  const pulls = orderPulls([sh(3, "08:50", "17:50")]);
  expect(said(pulls.slice(0, 3))).toEqual(["start 09:02 0", "end 18:02 0", "late 20:02 0"]);
  expect(pulls.filter((pull) => pull.at % 5 !== 2)).toEqual([]);
});

test("where people punch the gaps go down to 5 minutes, where nobody does to 30, and what is halved is never longer than what was halved before", () => {
  const pulls = orderPulls([sh(3, "09:00", "18:00")]);
  const minutes = pulls.map((pull) => pull.at).toSorted((a, b) => a - b);
  const gaps = minutes.slice(1).map((minute, index) => minute - (minutes[index] ?? 0));
  expect([Math.min(...gaps), Math.max(...gaps)]).toEqual([5, 35]);
  const between = minutes.filter((minute) => minute >= at("08:40") && minute < at("09:15"));
  expect(between.map((minute) => formatClockTime(minute))).toEqual([
    ...["08:47", "08:52", "08:57", "09:02", "09:07", "09:12"],
  ]);
  const halved = pulls.flatMap(({ gap }) => (gap === null ? [] : [gap]));
  expect(halved).toEqual(halved.toSorted((a, b) => b - a));
});

test("a free shift is pulled evenly from 08:12 to 22:42", () => {
  const pulls = orderPulls([sh(12)]);
  expect(said(pulls.slice(0, 2))).toEqual(["late 22:42 0", "even 15:27 0"]);
  const minutes = pulls.map((pull) => pull.at).toSorted((a, b) => a - b);
  const gaps = minutes.slice(1).map((minute, index) => minute - (minutes[index] ?? 0));
  expect([Math.min(...gaps), Math.max(...gaps)]).toEqual([10, 15]);
});

test("nobody at work is never pulled", () => {
  expect(orderPulls([])).toEqual([]);
  expect(orderPulls([sh(0, "09:00", "18:00")])).toEqual([]);
  expect(orderPulls([sh(0, "07:00", "16:00"), sh(1, "09:00", "18:00")])[0]).toMatchObject({ at: 552, shifts: [1] });
});
