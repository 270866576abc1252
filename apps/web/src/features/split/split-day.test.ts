import { expect, test } from "vitest";
import type { DayDetail, LinePart } from "../../api.ts";
import { lengthOf } from "./split.ts";
import { splitDayOf } from "./split-day.ts";

const zhao = { id: "zhao", name: "赵磊", title: null };
const counted = (start: number, end: number, project: string | null): LinePart => ({
  ...{ start, end, kind: "counted", project, task: null },
  ...{ basis: project === null ? null : "pick", place: "onsite", overtime: null, fact: null },
});
const lunch: LinePart = { ...counted(720, 780, null), kind: "break", basis: null };
let picks = 0;
const pick = (projectId: string, from: string | null, madeAt = "2026-09-17T09:00:00+08:00") => ({
  ...{ id: `pick-${++picks}`, date: "2026-09-17", projectId, taskId: null, from, madeAt, madeBy: zhao },
});

function dayOf(
  line: LinePart[],
  more: {
    now?: string;
    isRunning?: boolean;
    over?: boolean;
    picks?: DayDetail["picks"];
    split?: [string, number][];
  } = {},
) {
  const workday = {
    ...{ person: "zhao", date: "2026-09-17", version: 3, planned: 480, attended: 0, overtimeAttended: 0 },
    ...{ overtimeApproved: 0, counted: 0, leave: 0, unassigned: 0, status: "normal", allocations: [], details: [] },
    ...{
      proposals: [],
      ...{ approvals: [], pending: 0, adjusted: 0, locked: null },
      dayKind: "workday",
      settledAt: "",
      line,
      over: more.over ?? false,
    },
    warnings: more.isRunning ? ["running"] : [],
    shift: {
      name: "白班",
      sections: [{ start: 540, end: 1080 }],
      breaks: [{ start: 720, end: 780 }],
    },
  } satisfies Record<keyof DayDetail["workday"], unknown>;
  const parts = (more.split ?? []).map(([projectId, minutes]) => ({ projectId, taskId: null, minutes }));
  return {
    now: more.now ?? "2026-09-17T16:40:00+08:00",
    workday: workday as DayDetail["workday"],
    picks: more.picks ?? [],
    split: more.split ? { version: 3, date: "2026-09-17", parts, madeAt: "", madeBy: zhao } : null,
    punches: [],
  };
}
const day = (...given: Parameters<typeof dayOf>) => splitDayOf(dayOf(...given));
const brief = (parts: readonly { project: string | null; minutes: number }[]) =>
  parts.map(({ project, minutes }) => [project, minutes]);

test("a finished day is its counted line, parts for the same joined over the break", () => {
  const { line, parts, isRunning } = day([
    counted(540, 680, "lang"),
    counted(680, 720, "shui"),
    lunch,
    counted(780, 1080, "shui"),
  ]);
  expect(line).toEqual([
    { start: 540, end: 720 },
    { start: 780, end: 1080 },
  ]);
  expect(brief(parts)).toEqual([
    ["lang", 140],
    ["shui", 340],
  ]);
  expect(isRunning).toBe(false);
});

test("a running day goes on along its plan for the last project", () => {
  const { line, parts } = day([counted(540, 720, "lang"), lunch, counted(780, 1000, "mu")], { isRunning: true });
  expect(line).toEqual([
    { start: 540, end: 720 },
    { start: 780, end: 1080 },
  ]);
  expect(brief(parts)).toEqual([
    ["lang", 180],
    ["mu", 300],
  ]);
});

test("a running day shows what was chosen for later", () => {
  const now = "2026-09-17T11:00:00+08:00";
  const picks = [pick("lang", null), pick("shui", "14:00"), pick("mu", "16:30")];
  expect(brief(day([counted(540, 660, "lang")], { isRunning: true, now, picks }).parts)).toEqual([
    ["lang", 240],
    ["shui", 150],
    ["mu", 90],
  ]);
  const again = [...picks, pick("mu", null, "2026-09-17T10:00:00+08:00")];
  expect(brief(day([counted(540, 660, "mu")], { isRunning: true, now, picks: again }).parts)).toEqual([["mu", 480]]);
});

test("a pick that still waits on the phone counts already", () => {
  const waiting = [{ id: "w", projectId: "mu", date: "2026-09-17", from: "15:00" }];
  const day = dayOf([counted(540, 720, "lang"), lunch, counted(780, 1080, "lang")]);
  expect(brief(splitDayOf(day, waiting).parts)).toEqual([
    ["lang", 300],
    ["mu", 180],
  ]);
});

test("before anything counts, a running day begins with the project chosen for it", () => {
  const now = "2026-09-17T08:50:00+08:00";
  expect(brief(day([], { isRunning: true, now, picks: [pick("lang", null)] }).parts)).toEqual([["lang", 480]]);
  expect(brief(day([], { isRunning: true, now }).parts)).toEqual([[null, 480]]);
});

test("a split that reaches beyond now is shown to its end", () => {
  const now = "2026-09-17T11:00:00+08:00";
  const split: [string, number][] = [
    ["lang", 240],
    ["shui", 240],
  ];
  expect(brief(day([counted(540, 660, "lang")], { isRunning: true, now, split }).parts)).toEqual(split);
});

test("minutes that arrived after the split are told", () => {
  const line = [counted(540, 720, "lang"), lunch, counted(780, 1080, null)];
  expect(day(line, { split: [["lang", 180]] })).toMatchObject({ late: 300, openFrom: 180 });
  expect(day(line, { split: [["lang", 500]] }).late).toBe(0);
  expect(day(line).late).toBe(0);
});

test("a day without minutes has nothing to split", () => {
  const { line, parts } = day([]);
  expect([line, parts, lengthOf(parts)]).toEqual([[], [], 0]);
});
