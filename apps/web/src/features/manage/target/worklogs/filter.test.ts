import { expect, test } from "vitest";
import { byDay, countsOf, firstPage, minutesOf, nextPage, offered, shownOf, type Worklog } from "./filter.ts";

const worklog: Worklog = {
  ...{ key: "k", date: "2026-09-16", taskId: null, remotePerson: "5", note: "管廊二期B标", attempts: 0 },
  person: { id: "zhao001", name: "赵一" },
  project: { id: "GL2B", name: "管廊二期B标" },
  remoteProject: { id: "1", name: "官网改版" },
  remoteTask: null,
  ...{ minutes: 480, waiting: 0, held: null, state: "due", sentMinutes: 0, problem: null, field: null },
  ...{ nextAt: null, sentAt: null },
};

const total = (state: Worklog["state"], count: number) => ({
  ...{ state, count, held: null, minutes: 0, waiting: 0, sentMinutes: 0 },
});

test("what is due is listed unless the address says otherwise, what is there by month", () => {
  expect(shownOf([], "2026-09")).toEqual({ filter: "due", month: null });
  expect(shownOf(["held", "2026-08"], "2026-09")).toEqual({ filter: "held", month: "2026-08" });
  expect(shownOf(["done"], "2026-09")).toEqual({ filter: "done", month: "2026-09" });
  expect(shownOf(["done", "all"], "2026-09")).toEqual({ filter: "done", month: null });
  expect(shownOf(["else", "2026-13"], "2026-09")).toEqual({ filter: "due", month: null });
});

test("what is being sent is followed by what is looked for", () => {
  const first = firstPage("moving");
  expect(first).toEqual({ state: "sending" });
  expect(nextPage("moving", first, "c1")).toEqual({ state: "sending", cursor: "c1" });
  expect(nextPage("moving", first, null)).toEqual({ state: "unknown" });
  expect(nextPage("moving", { state: "unknown" }, null)).toBeUndefined();
  expect(nextPage("held", firstPage("held"), null)).toBeUndefined();
});

test("what is under way is offered only while something is, or while it is looked at", () => {
  const quiet = countsOf([total("due", 3), total("done", 9)]);
  expect(quiet).toEqual({ due: 3, held: 0, failed: 0, moving: 0, done: 9 });
  expect(offered(quiet, "due")).toEqual(["due", "held", "failed", "done"]);
  expect(offered(quiet, "moving")).toContain("moving");
  expect(offered(countsOf([total("sending", 1), total("unknown", 2)]), "due")).toContain("moving");
});

test("a row is about what is to be there, about what waits, or about what is taken back", () => {
  expect(minutesOf(worklog)).toBe(480);
  expect(minutesOf({ ...worklog, state: "held", minutes: 0, waiting: 90 })).toBe(90);
  expect(minutesOf({ ...worklog, minutes: 0, sentMinutes: 60 })).toBe(60);
});

test("rows stand by day with the sum of each", () => {
  const days = byDay([worklog, { ...worklog, key: "l", minutes: 30 }, { ...worklog, key: "m", date: "2026-09-17" }]);
  expect(days.map(({ date, minutes, worklogs }) => [date, minutes, worklogs.length])).toEqual([
    ["2026-09-16", 510, 2],
    ["2026-09-17", 480, 1],
  ]);
});
