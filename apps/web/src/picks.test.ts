import { expect, test } from "vitest";
import type { LinePart, PickView, Workday } from "./api.ts";
import { madePicks, pickAt, standingPicks, withPicks } from "./picks.ts";

const pv = (id: string, from: string | null, at: string): PickView => ({
  ...{ id, date: "2026-09-17", projectId: `p-${id}`, taskId: null, from },
  madeAt: `2026-09-17T${at}:00+08:00`,
  madeBy: { id: "zhao001", name: "赵磊", title: null },
});
const lp = (start: number, end: number, more: Partial<LinePart> = {}): LinePart => ({
  ...{ start, end, kind: "counted", project: null, task: null, basis: null, place: null, overtime: null, fact: null },
  ...more,
});
const wd = (line: LinePart[]): Workday => ({
  ...{ person: "zhao001", date: "2026-09-17", version: 1, planned: 480, attended: 0, overtimeAttended: 0 },
  ...{ overtimeApproved: 0, counted: 0, leave: 0, unassigned: 0, status: "normal", warnings: [], allocations: [] },
  ...{
    dayKind: "workday",
    over: false,
    shift: null,
    details: [],
    proposals: [],
    ...{ approvals: [], pending: 0, adjusted: 0, locked: null },
    line,
  },
  settledAt: "2026-09-17T18:00:00+08:00",
});
const queued = (id: string, from: string | null) => ({ id, projectId: `p-${id}`, date: "2026-09-17", from });

test("a pick for the whole day discards all made before it", () => {
  const standing = standingPicks(madePicks([pv("b", "13:00", "13:00"), pv("a", null, "14:00")], []));
  expect(standing.map(({ id }) => id)).toEqual(["a"]);
});

test("of those that remain the one with the latest `from` holds, at equal `from` the one made later", () => {
  const standing = standingPicks(
    madePicks([pv("a", null, "09:00"), pv("c", "13:00", "13:02"), pv("b", "13:00", "13:01")], [queued("d", "15:00")]),
  );
  expect([600, 780, 899, 900].map((minute) => pickAt(standing, minute)?.id)).toEqual(["a", "c", "c", "d"]);
});

test("a pick of this phone that the server already shows is not counted twice", () => {
  expect(madePicks([pv("a", null, "09:00")], [queued("a", null)])).toHaveLength(1);
});

test("counted minutes go where the picks say, and the day's length stays", () => {
  const day = wd([lp(540, 720), lp(720, 780, { kind: "break" }), lp(780, 1080, { project: "x", basis: "site" })]);
  const { line, unassigned, allocations } = withPicks(day, standingPicks(madePicks([], [queued("a", "11:00")])));
  expect(line.map(({ start, end, project, kind }) => [start, end, kind === "counted" ? project : kind])).toEqual([
    [540, 660, null],
    [660, 720, "p-a"],
    [720, 780, "break"],
    [780, 1080, "p-a"],
  ]);
  expect(unassigned).toBe(120);
  expect(allocations.map(({ project, minutes }) => [project, minutes])).toEqual([["p-a", 360]]);
});

test("what a split has taken stays", () => {
  const day = wd([lp(540, 720, { project: "x", basis: "split", fact: "0" }), lp(780, 1080)]);
  const { line } = withPicks(day, standingPicks(madePicks([], [queued("a", null)])));
  expect(line.map(({ project }) => project)).toEqual(["x", "p-a"]);
});

test("without picks the day is the day", () => {
  const day = wd([lp(540, 720)]);
  expect(withPicks(day, [])).toBe(day);
});
