import { expect, test } from "vitest";
import { isBookable, makeProject, nextColor, type Project, refusePick } from "./project.ts";

const pipes: Project = {
  id: "p-guanlang",
  code: "GL-2B",
  name: "滨江区奥体中心亚运配套综合管廊二期工程（B标段）",
  shortName: "管廊二期B标",
  mark: "廊",
  color: 1,
  startsOn: "2026-03-01",
  closedOn: "2026-09-30",
};
const member = { startsOn: null, endsOn: null };

test("colours go round through eight slots in the order of creation", () => {
  expect([0, 1, 7, 8, 15, 16].map(nextColor)).toEqual([1, 2, 8, 1, 8, 1]);
});

test("a short name has at most eight characters, however they are stored", () => {
  expect(makeProject(pipes).ok).toBe(true);
  expect(makeProject({ ...pipes, shortName: "一二三四五六七八" }).ok).toBe(true);
  expect(makeProject({ ...pipes, shortName: "𠮷野家𠮷野家𠮷野" }).ok).toBe(true);
  expect(makeProject({ ...pipes, shortName: "一二三四五六七八九" })).toEqual({
    ok: false,
    problem: "short-name-too-long",
  });
});

test("a mark is one Chinese character or two Latin letters", () => {
  expect(["廊", "𠮷", "GL", "gl"].every((mark) => makeProject({ ...pipes, mark }).ok)).toBe(true);
  for (const mark of ["", "G", "管廊", "G1", "GLB", "!"]) {
    expect(makeProject({ ...pipes, mark })).toEqual({ ok: false, problem: "mark-malformed" });
  }
});

test("code, name and short name are not blank", () => {
  for (const blank of [{ code: "" }, { name: "  " }, { shortName: "\u3000" }]) {
    expect(makeProject({ ...pipes, ...blank })).toEqual({ ok: false, problem: "name-missing" });
  }
});

test("a project can be picked from its first to its last day", () => {
  const refused = (date: string) => refusePick({ project: pipes, membership: member, date })?.problem ?? null;
  expect(["2026-03-01", "2026-09-30"].map(refused)).toEqual([null, null]);
  expect(["2026-02-28", "2026-10-01"].map(refused)).toEqual(["project-closed", "project-closed"]);
  const endless = { startsOn: null, closedOn: null };
  expect(isBookable({ project: endless, membership: member, date: "2030-01-01" })).toBe(true);
});

test("only who is a member on that date can pick", () => {
  const refused = (date: string, membership: typeof limited | null) =>
    refusePick({ project: pipes, membership, date })?.problem ?? null;
  const limited = { startsOn: "2026-09-01", endsOn: "2026-09-14" };
  expect(refused("2026-09-14", null)).toBe("not-a-member");
  expect(["2026-09-01", "2026-09-14"].map((date) => refused(date, limited))).toEqual([null, null]);
  expect(["2026-08-31", "2026-09-15"].map((date) => refused(date, limited))).toEqual(["not-a-member", "not-a-member"]);
  expect(isBookable({ project: pipes, membership: limited, date: "2026-09-15" })).toBe(false);
});
