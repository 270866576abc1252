import { expect, test } from "vitest";
import type { DayDetail, Workday } from "../../api.ts";
import { accessTo, type Way } from "./day-access.ts";

const today = "2026-10-05";
const dd = (workday: Partial<Workday>, given: Partial<DayDetail> = {}): DayDetail =>
  ({
    ...{ editable: true, bookable: ["p1"], requests: [], ...given },
    workday: { date: "2026-09-30", counted: 480, over: true, locked: null, ...workday },
  }) as DayDetail;
const ways: Way[] = ["project", "split", "punch", "overtime", "note"];
const own = (detail: DayDetail) => ways.map((way) => accessTo(way, detail, { today, isOwn: true }).how);

test("projects are chosen at once on an open day, punches and overtime are asked for", () => {
  expect(own(dd({}))).toEqual(["direct", "direct", "ask", "ask", "ask"]);
});

test("on a closed day everything is asked for", () => {
  expect(own(dd({ locked: "closed" }))).toEqual(["ask", "ask", "ask", "ask", "ask"]);
});

test("while only approvers may change a month the person cannot, and is told so", () => {
  expect(own(dd({ locked: "approvers-only" }))).toEqual(ways.map(() => "locked"));
  expect(accessTo("punch", dd({ locked: "approvers-only" }), { today, isOwn: true })).toMatchObject({
    why: "approvers",
  });
  expect(accessTo("project", dd({ locked: "approvers-only" }), { today, isOwn: false }).how).toBe("direct");
});

test("for somebody else projects are entered at once, although the day is not the reader's own", () => {
  const detail = dd({}, { editable: false });
  expect(accessTo("project", detail, { today, isOwn: false }).how).toBe("direct");
  expect(accessTo("punch", detail, { today, isOwn: false }).how).toBe("ask");
  const running = dd({ over: false, date: today });
  expect(accessTo("split", running, { today, isOwn: false })).toMatchObject({ why: "running" });
  expect(accessTo("split", running, { today, isOwn: true }).how).toBe("direct");
});

test("of days to come only overtime can be asked for, and a project chosen a week ahead", () => {
  const tomorrow = { date: "2026-10-06", counted: 0, over: false };
  expect(own(dd(tomorrow))).toEqual(["direct", "locked", "locked", "ask", "locked"]);
  expect(own(dd({ ...tomorrow, date: "2026-10-20" }, { editable: false }))[0]).toBe("locked");
});

test("what was more than 31 days ago stays as it is", () => {
  expect(own(dd({ date: "2026-09-03" }, { editable: false }))).toEqual(ways.map(() => "locked"));
});

test("nothing counted cannot be split, and without a project nothing can be chosen", () => {
  expect(accessTo("split", dd({ counted: 0 }), { today, isOwn: true })).toMatchObject({ why: "nothing" });
  expect(accessTo("project", dd({}, { bookable: [] }), { today, isOwn: true })).toMatchObject({ why: "noProject" });
});
