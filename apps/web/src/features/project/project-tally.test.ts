import { expect, test } from "vitest";
import type { Member, Project, ProjectHours, Session } from "../../api.ts";
import { inOrder, searchMembers, searchProjects, seesHours, seesPeople, withinReach } from "./project-tally.ts";

const wang = { id: "wang", name: "王建国", title: null };
const pipe = {
  id: "p1",
  name: "综合管廊二期",
  shortName: "管廊",
  code: "GL2B",
  mark: "廊",
  managers: [wang],
} as unknown as Project;
const water = { ...pipe, id: "p2", name: "智慧水务", shortName: "水务", code: "ZHSW", mark: "水", managers: [] };

function session(id: string, ...roles: Session["person"]["roles"]): Session {
  return {
    person: { id, name: id, roles },
    company: { id: "c", name: "c", zone: "Asia/Shanghai" },
    defaultProject: null,
    notice: "answered",
  };
}

test("hours are shown to the project's managers, HR and finance, not to administrators or other managers", () => {
  expect(seesHours(session("wang", "employee", "manager"), pipe)).toBe(true);
  expect(seesHours(session("wang", "employee", "manager"), water)).toBe(false);
  expect(seesHours(session("li", "hr"), water)).toBe(true);
  expect(seesHours(session("li", "finance"), water)).toBe(true);
  expect(seesHours(session("li", "admin"), pipe)).toBe(false);
});

test("people and sites are shown to the project's managers, HR and administrators", () => {
  expect(seesPeople(session("wang", "manager"), pipe)).toBe(true);
  expect(seesPeople(session("li", "admin"), pipe)).toBe(true);
  expect(seesPeople(session("li", "finance"), pipe)).toBe(false);
  expect(seesPeople(session("li", "employee"), pipe)).toBe(false);
});

test("a range is put in order and ends after 62 days", () => {
  expect(withinReach("2026-09-20", "2026-09-01")).toEqual({ kind: "range", first: "2026-09-01", last: "2026-09-20" });
  expect(withinReach("2026-01-01", "2026-12-31")).toEqual({ kind: "range", first: "2026-01-01", last: "2026-03-03" });
});

test("people stand by what they did, days in their order", () => {
  const row = (key: string, minutes: number) => ({ key, minutes }) as ProjectHours["rows"][number];
  const keys = (by: "person" | "day", rows: ProjectHours["rows"]) => inOrder({ by, rows }).map(({ key }) => key);
  expect(keys("person", [row("a", 60), row("c", 90), row("b", 90)])).toEqual(["b", "c", "a"]);
  expect(keys("day", [row("2026-09-02", 60), row("2026-09-01", 30)])).toEqual(["2026-09-01", "2026-09-02"]);
});

test("a project is found by its names and by its manager", () => {
  const found = (query: string) => searchProjects([pipe, water], query, null).map(({ id }) => id);
  expect(found("管廊")).toEqual(["p1"]);
  expect(found("zhsw")).toEqual(["p2"]);
  expect(found("建国")).toEqual(["p1"]);
  expect(found("")).toEqual(["p1", "p2"]);
});

test("a member is found by name, title or id", () => {
  const members = [
    { person: { id: "liu005", name: "刘洋", title: "钢筋班" } },
    { person: wang },
  ] as unknown as Member[];
  const found = (query: string) => searchMembers(members, query, null).map(({ person }) => person.id);
  expect(found("钢筋")).toEqual(["liu005"]);
  expect(found("wang")).toEqual(["wang"]);
  expect(found("没有")).toEqual([]);
});
