import { expect, test } from "vitest";
import type { ProjectBrief } from "./api.ts";
import { findProjects, loadPinyin, needsPinyin } from "./project-search.ts";

const pr = (id: string, code: string, name: string, shortName: string): ProjectBrief => ({
  ...{ id, code, name, shortName, mark: shortName.slice(0, 1), color: 1, startsOn: null, closedOn: null },
});
const projects = [
  pr("p1", "GL-02B", "滨江区奥体中心亚运配套综合管廊二期工程（B标段）", "管廊二期B标"),
  pr("p2", "SW-01", "钱塘新区智慧水务调度平台建设项目", "智慧水务"),
];
const found = async (query: string) =>
  findProjects(projects, query, needsPinyin(query) ? await loadPinyin() : null).map(({ id }) => id);

test("a project is found by any part of its names, by code and by pinyin initials", async () => {
  expect(await found("亚运")).toEqual(["p1"]);
  expect(await found("sw-01")).toEqual(["p2"]);
  expect(await found("zhsw")).toEqual(["p2"]);
  expect(await found("guanlang")).toEqual(["p1"]);
});

test("every word must fit, and no word fits all", async () => {
  expect(await found("管廊 二期")).toEqual(["p1"]);
  expect(await found("管廊 水务")).toEqual([]);
  expect(await found("  ")).toEqual(["p1", "p2"]);
});

test("letters are found as written before pinyin is loaded", () => {
  expect(findProjects(projects, "gl", null).map(({ id }) => id)).toEqual(["p1"]);
});
