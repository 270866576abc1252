import { describe, expect, it } from "vitest";
import type { LinePart, Workday } from "../api.ts";
import { axisOfDays, drawDay, edgeTicks, hasContent, longestOf, offeredMinutes, ownAxis } from "./drawn-day.ts";

function lp(start: number, end: number, change: Partial<LinePart> = {}): LinePart {
  return {
    ...{ start, end, kind: "counted", project: "lang", task: null, basis: "site", place: "onsite" },
    ...{ overtime: null, fact: null, ...change },
  };
}

function wd(line: LinePart[], change: Partial<Workday> = {}): Workday {
  return {
    ...{ person: "zhao", date: "2026-09-15", version: 1, planned: 480, attended: 0, overtimeAttended: 0 },
    ...{ overtimeApproved: 0, counted: 0, leave: 0, unassigned: 0, status: "normal", warnings: [], allocations: [] },
    ...{
      dayKind: "workday",
      over: true,
      details: [],
      proposals: [],
      ...{ approvals: [], pending: 0, adjusted: 0, locked: null },
      settledAt: "2026-09-16T02:10:00+08:00",
    },
    shift: { name: null, sections: [{ start: 540, end: 1080 }], breaks: [{ start: 720, end: 780 }] },
    line,
    ...change,
  };
}

const looks = (workday: Workday, now: number) =>
  drawDay(workday, now).parts.map(({ look, start, end, project }) => `${look} ${start}-${end} ${project}`);

describe("a drawn day", () => {
  it("goes on dashed on the project that runs, under a needle", () => {
    const running = wd([lp(540, 700, { project: "shui" })], { over: false, warnings: ["running"] });
    expect(drawDay(running, 700).now).toBe(700);
    expect(looks(running, 700)).toEqual([
      "counted 540-700 shui",
      "ahead 700-720 shui",
      "break 720-780 null",
      "ahead 780-1080 shui",
    ]);
  });

  it("is only expected when it has not come, around its leave", () => {
    const friday = wd([lp(780, 1080, { kind: "leave", project: null })], { over: false });
    expect(looks(friday, -600)).toEqual(["ahead 540-720 null", "break 720-780 null", "leave 780-1080 null"]);
    expect(drawDay(friday, -600).now).toBeNull();
  });

  it("stripes what a missing clock-out would bring, without the break", () => {
    const open = wd([], { proposals: [{ punchId: "p", start: 535, end: 1080 }] });
    expect(looks(open, 2000)).toEqual(["offered 535-720 null", "break 720-780 null", "offered 780-1080 null"]);
    expect(offeredMinutes(open)).toBe(485);
  });

  it("draws a project and its approved overtime as one stretch", () => {
    expect(looks(wd([lp(780, 1080), lp(1080, 1200, { overtime: "workday" })]), 2000)).toContain(
      "counted 780-1200 lang",
    );
  });
});

describe("axes", () => {
  it("hold all days, but not the few minutes that somebody was early", () => {
    const early = lp(532, 540, { kind: "uncounted", project: null });
    expect(axisOfDays([wd([early, lp(540, 720)]), wd([lp(560, 1230)])])).toEqual({ start: 540, end: 1260 });
  });

  it("of single days are equally long, so that lengths compare", () => {
    const night = wd([lp(1200, 1800)], { shift: null, planned: 0 });
    expect(longestOf([night, wd([])])).toBe(600);
    expect(ownAxis(night, 600)).toEqual({ start: 1200, end: 1800 });
    expect(ownAxis(wd([]), 600)).toEqual({ start: 540, end: 1140 });
  });

  it("are labelled at their ends and where the labels in between have room", () => {
    const { shift } = wd([]);
    expect(edgeTicks({ start: 496, end: 1152 }, shift)).toEqual([496, 720, 780, 1152]);
  });
});

it("a day off without punches has nothing to show", () => {
  expect(hasContent(wd([], { planned: 0 }))).toBe(false);
  expect(hasContent(wd([]))).toBe(true);
});
