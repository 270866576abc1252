import { expect, test } from "vitest";
import {
  barsOf,
  type Compared,
  differingOf,
  hasMoreDiffering,
  isElsewhere,
  isEqual,
  linesOf,
  longestOf,
  mendsOf,
  totalOf,
  verdictOf,
} from "./comparing.ts";

const sum = { ours: 480, theirs: 480, unread: 0, differing: 0 };
const project = (of: Partial<typeof sum>, id = "GL2B") => ({ project: { id, name: id }, ...sum, ...of });
const row = (of: Partial<Compared>): Compared => ({
  ...{ key: "k", date: "2026-09-16", remoteProject: "1", remoteTask: null, ours: 480, theirs: 450, records: 1 },
  ...{ match: "differs", state: "done", waiting: 0, held: null, problem: null, field: null, mendable: true },
  person: { id: "zhao001", name: "赵一", title: null },
  project: { id: "GL2B", name: "管廊" },
  ...of,
});

test("a month was never read, has nothing, differs, is not known yet, or is the same", () => {
  const readAt = "2026-09-30T08:12:00+08:00";
  expect(verdictOf({ readAt: null, projects: [project({})] })).toBe("never");
  expect(verdictOf({ readAt, projects: [] })).toBe("nothing");
  expect(verdictOf({ readAt, projects: [project({}), project({ differing: 1, unread: 60 })] })).toBe("differs");
  expect(verdictOf({ readAt, projects: [project({ theirs: 0, unread: 480 })] })).toBe("unread");
  expect(verdictOf({ readAt, projects: [project({})] })).toBe("same");
});

test("hours that make up for each other are not equal", () => {
  expect(isEqual(sum)).toBe(true);
  expect(isEqual({ ...sum, differing: 2 })).toBe(false);
  expect(isEqual({ ...sum, theirs: 0, unread: 480 })).toBe(false);
});

test("bars are parts of the longest, and what was not read is a part of theirs", () => {
  const lines = linesOf(
    { projects: [project({}), project({ theirs: 300, unread: 660 }, "NB")], people: [] },
    "projects",
  );
  expect(linesOf({ projects: [project({ ours: 0, theirs: 0 })], people: [] }, "projects")).toEqual([]);
  expect(longestOf(lines)).toBe(960);
  expect(lines.map((line) => barsOf(line, longestOf(lines)))).toEqual([
    { ours: 50, theirs: 50, unread: 0 },
    { ours: 50, theirs: 31.3, unread: 68.8 },
  ]);
  expect(barsOf(sum, 0)).toEqual({ ours: 0, theirs: 0, unread: 0 });
  expect(totalOf(lines)).toEqual({ ours: 960, theirs: 780, unread: 660, differing: 0 });
});

test("only what does not agree is listed, and read on while the pages end with it", () => {
  const first = { worklogs: [row({}), row({ key: "l", match: "missing" })], next: "c" };
  expect(hasMoreDiffering([first])).toBe(true);
  const last = { worklogs: [row({ key: "m", match: "extra" }), row({ key: "n", match: "same" })], next: "d" };
  expect(hasMoreDiffering([first, last])).toBe(false);
  expect(hasMoreDiffering([{ ...first, next: null }])).toBe(false);
  expect(differingOf([first, last]).map(({ key }) => key)).toEqual(["k", "l", "m"]);
});

test("one that stands at another task, date or name there was moved", () => {
  expect(isElsewhere(row({ theirs: 0 }))).toBe(true);
  expect(isElsewhere(row({ theirs: 450 }))).toBe(false);
  expect(isElsewhere(row({ match: "missing", theirs: 0, records: 0 }))).toBe(false);
});

test("mending all tells each way, and sends what did not arrive", () => {
  const waiting = [
    { state: "failed", why: "task-deleted", count: 2, minutes: 60 },
    { state: "held", why: "not-approved", count: 9, minutes: 60 },
  ] as const;
  expect(mendsOf({ matches: { same: 30, missing: 2, extra: 1 }, waiting: [...waiting] })).toEqual([
    { way: "missing", count: 2 },
    { way: "extra", count: 1 },
    { way: "failed", count: 2 },
  ]);
  expect(mendsOf({ matches: { same: 30 }, waiting: [] })).toEqual([]);
});
