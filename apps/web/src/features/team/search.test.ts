import { describe, expect, it } from "vitest";
import type { ProjectBrief, TeamMember } from "../../api.ts";
import { loadPinyin } from "../../project-search.ts";
import { findPeople } from "./search.ts";

const lang: ProjectBrief = {
  id: "lang",
  code: "HY-2031",
  name: "滨江区奥体中心亚运配套综合管廊二期工程（B标段）",
  shortName: "管廊二期B标",
  mark: "廊",
  color: 1,
  startsOn: null,
  closedOn: null,
};

function me(name: string, title: string | null, group: string | null, project: string | null): TeamMember {
  return {
    person: { id: name, name, title },
    group,
    place: "onsite",
    project,
    firstOn: 537,
    shiftStart: 540,
    daysMissing: 0,
    workday: null,
  };
}

const members = [
  me("赵磊", "调试", null, "lang"),
  me("阿依古丽·买买提", "测量", "测量班", null),
  me("欧阳明远", null, "软件", null),
];
const pinyin = await loadPinyin();
const names = (query: string) =>
  findPeople(members, query, { projects: [lang], pinyin }).map(({ person }) => person.name);

describe("searching people", () => {
  it("finds by name, title, group and project", () => {
    expect(names("赵")).toEqual(["赵磊"]);
    expect(names("测量")).toEqual(["阿依古丽·买买提"]);
    expect(names("软件")).toEqual(["欧阳明远"]);
    expect(names("管廊")).toEqual(["赵磊"]);
    expect(names("hy-2031")).toEqual(["赵磊"]);
  });

  it("finds by pinyin and by its first letters", () => {
    expect(names("zhaolei")).toEqual(["赵磊"]);
    expect(names("aygl")).toEqual(["阿依古丽·买买提"]);
    expect(names("oymy")).toEqual(["欧阳明远"]);
  });

  it("wants every word, and shows all for an empty query", () => {
    expect(names("赵 调试")).toEqual(["赵磊"]);
    expect(names("赵 软件")).toEqual([]);
    expect(names("  ")).toHaveLength(3);
  });

  it("does without pinyin until it is there", () => {
    expect(findPeople(members, "zl", { projects: [lang], pinyin: null })).toEqual([]);
  });
});
