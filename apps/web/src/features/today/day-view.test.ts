import { expect, test } from "vitest";
import type { LinePart, PickView, Suggestion, Today } from "../../api.ts";
import type { QueueEntry } from "../../pick-queue.ts";
import { preselected, viewOf } from "./day-view.ts";

const date = "2026-09-17";
const shift = { name: "白班", sections: [{ start: 540, end: 1080 }], breaks: [{ start: 720, end: 780 }] };
const sg = (project: string, reason: Suggestion["reason"] = "inside-site"): Suggestion => ({
  ...{ project, reason, distance: 38, accuracy: 15, radius: 200 },
});
const lp = (start: number, end: number, project: string | null = "p1"): LinePart => ({
  ...{ start, end, kind: "counted", project, task: null, place: "onsite", overtime: null, fact: null },
  basis: project === null ? null : "site",
});
const punch = (clock: string, minute: number, type: "on" | "off"): Today["punches"][number] => ({
  ...{ id: `${type}${minute}`, at: `${date}T${clock}:00+08:00`, minute, type, valid: true, invalidReason: null },
  ...{ result: null, sourceType: null, machine: null, address: null, verdicts: [] },
  receivedAt: `${date}T${clock}:00+08:00`,
});
const pv = (id: string, projectId: string, from: string | null, clock: string): PickView => ({
  ...{ id, date, projectId, taskId: null, from, madeAt: `${date}T${clock}:00+08:00` },
  madeBy: { id: "zhao001", name: "赵磊", title: null },
});

type Given = Partial<Omit<Today, "workday">> & { workday?: Partial<Today["workday"]> };

function td({ workday, ...given }: Given = {}): Today {
  return {
    ...{ now: `${date}T09:02:00+08:00`, date, dayKind: "workday", shift, punches: [punch("08:57", 537, "on")] },
    freshness: { pulledAt: null, nextPullAt: null, state: "fresh" },
    ...{ picks: [], split: null, suggestions: [sg("p1")], consequence: "site", projects: [], questions: [] },
    ...given,
    workday: {
      ...{ person: "zhao001", date, version: 1, planned: 480, attended: 2, overtimeAttended: 0, overtimeApproved: 0 },
      ...{ counted: 2, leave: 0, unassigned: 0, status: "normal", warnings: ["running"], allocations: [] },
      ...{ dayKind: "workday", over: false, shift, line: [lp(540, 542)], details: [], proposals: [] },
      ...{ approvals: [], pending: 0, adjusted: 0, locked: null },
      settledAt: `${date}T09:02:00+08:00`,
      ...workday,
    },
  };
}

const at = (today: Today, now: number, entries: QueueEntry[] = []) =>
  viewOf(today, entries, { now, suggested: preselected(today.suggestions) });
const lines = (view: ReturnType<typeof at>) =>
  view.parts.map(({ look, start, end, project }) => [look, start, end, project]);

test("until somebody says something the day asks, and is drawn ahead in the suggested project", () => {
  const view = at(td(), 542);
  expect(view.mode).toBe("ask");
  expect(lines(view)).toEqual([
    ["counted", 540, 542, "p1"],
    ["ahead", 542, 720, "p1"],
    ["break", 720, 780, null],
    ["ahead", 780, 1080, "p1"],
  ]);
});

test("a tap counts at once, before any answer", () => {
  const pick = { id: "a", projectId: "p2", date, from: null };
  const view = at(td(), 542, [{ item: pick, state: "sending", since: null }]);
  expect(view.mode).toBe("chosen");
  expect(view.project).toBe("p2");
  expect(lines(view).map(([look, , , project]) => [look, project])).toEqual([
    ["counted", "p2"],
    ["ahead", "p2"],
    ["break", null],
    ["ahead", "p2"],
  ]);
});

test("a refused tap counts nothing", () => {
  const pick = { id: "a", projectId: "p2", date, from: null };
  expect(at(td(), 542, [{ item: pick, state: "refused", code: "project-not-bookable" }]).mode).toBe("ask");
});

test("counted minutes grow with the clock, not over the break", () => {
  const today = td({ picks: [pv("a", "p1", null, "09:02")] });
  expect(at(today, 600).workday.counted).toBe(60);
  expect(at(today, 750).workday.counted).toBe(180);
  expect(at(today, 790).workday.counted).toBe(190);
});

test("a pick from later on is drawn ahead, and takes over when its time has come", () => {
  const today = td({ picks: [pv("a", "p1", null, "09:02"), pv("b", "p2", "10:00", "09:03")] });
  expect(lines(at(today, 570)).filter(([look]) => look === "ahead")).toEqual([
    ["ahead", 570, 600, "p1"],
    ["ahead", 600, 720, "p2"],
    ["ahead", 780, 1080, "p2"],
  ]);
  expect(lines(at(today, 630)).filter(([look]) => look === "counted")).toEqual([
    ["counted", 540, 600, "p1"],
    ["counted", 600, 630, "p2"],
  ]);
});

test("after the clock-out the day is finished and asks only when minutes are nobody's", () => {
  const out = { punches: [punch("08:57", 537, "on"), punch("18:02", 1082, "off")] };
  const settled = { counted: 480, attended: 480, warnings: [], line: [lp(540, 720), lp(780, 1080)] };
  expect(at(td({ ...out, workday: settled }), 1110)).toMatchObject({ mode: "finished", asks: false });
  const nobody = { ...settled, unassigned: 480, line: [lp(540, 720, null), lp(780, 1080, null)] };
  expect(at(td({ ...out, workday: nobody }), 1110)).toMatchObject({ mode: "finished", asks: true });
});

test("a lunch break out of the gate is not the end of the day", () => {
  const today = td({ workday: { counted: 180, attended: 180, warnings: [], line: [lp(540, 720)] } });
  expect(at(today, 740).mode).toBe("ask");
});

test("nothing is asked on a rest day without a punch, on leave, or without a project", () => {
  const nothing = { line: [], warnings: [], counted: 0, attended: 0 };
  const rest = td({ shift: null, punches: [], workday: { ...nothing, planned: 0, shift: null, status: "off" } });
  expect(at(rest, 600).mode).toBe("rest");
  expect(at(td({ punches: [], workday: { ...nothing, leave: 480 } }), 600).mode).toBe("leave");
  expect(at(td({ suggestions: [] }), 542).mode).toBe("no-project");
});

test("a project that nothing speaks for is not preselected", () => {
  expect(preselected([sg("p1", "member")])).toBeNull();
  expect(preselected([sg("p1", "only"), sg("p2", "member")])?.project).toBe("p1");
});
