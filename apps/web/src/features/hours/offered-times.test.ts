import { expect, test } from "vitest";
import type { DayDetail, LinePart, PunchView, Workday } from "../../api.ts";
import { mayBeLieu, offeredOvertime, offeredPunch } from "./offered-times.ts";

const shift = { name: "早班", sections: [{ start: 540, end: 1080 }], breaks: [{ start: 720, end: 780 }] };
const kn = (workday: Partial<Workday>, minutes: number[] = []): Pick<DayDetail, "workday" | "punches"> => ({
  workday: { shift, proposals: [], warnings: [], line: [], planned: 480, ...workday } as unknown as Workday,
  punches: minutes.map((minute) => ({ minute, valid: true })) as unknown as PunchView[],
});
const uncounted = (start: number, end: number): LinePart => ({
  ...{ start, end, kind: "uncounted", project: null, task: null, basis: null, place: null, overtime: null, fact: null },
});

test("a missing clock-out begins with the time that is offered, a missing clock-in with the shift", () => {
  const offer = { proposals: [{ punchId: "a", start: 535, end: 1065 }], warnings: ["missing-out"] };
  expect(offeredPunch(kn(offer as Partial<Workday>))).toEqual({ kind: "clock-out", at: 1065 });
  expect(offeredPunch(kn({ warnings: ["missing-in"] }))).toEqual({ kind: "clock-in", at: 540 });
  expect(offeredPunch(kn({ shift: null }))).toEqual({ kind: "clock-out", at: 1080 });
});

test("overtime begins with what was attended after the shift and not counted", () => {
  expect(offeredOvertime(kn({ line: [uncounted(530, 540), uncounted(1080, 1230)] }))).toEqual({
    start: 1080,
    end: 1230,
  });
  expect(offeredOvertime(kn({}))).toEqual({ start: 1080, end: 1200 });
});

test("on a day off it is what lies between the punches", () => {
  expect(offeredOvertime(kn({ planned: 0 }, [550, 905]))).toEqual({ start: 550, end: 905 });
  expect(offeredOvertime(kn({ planned: 0, shift: null }))).toEqual({ start: 540, end: 780 });
});

test("time off in lieu is for rest days, not for statutory ones", () => {
  expect((["rest", "in-lieu-rest", "statutory", "workday"] as const).map((dayKind) => mayBeLieu({ dayKind }))).toEqual([
    ...[true, true, false, false],
  ]);
});
