import { describe, expect, it } from "vitest";
import { chooseMark, type DraftField, draftProject, isEnough, type SaidField } from "./project-draft.ts";

const nothing = { text: null, number: null, fen: null, from: null, to: null, people: [], strangers: [] };

function says(label: string, text: string | null, more: Partial<SaidField> = {}): SaidField {
  return { ...nothing, label, text, ...more };
}

const form: Partial<Record<DraftField, SaidField>> = {
  name: says("项目名称", "滨江区奥体中心综合管廊二期工程"),
  code: says("项目编号", "GL2C"),
  owner: says("项目经理", "王强", { people: ["wang003"] }),
  dates: says("工期", "…", { from: "2026-10-01", to: "2027-03-31" }),
  money: says("合同金额（元）", "4,200,000", { fen: 420_000_000 }),
  hours: says("预计工时", "1200", { number: 1200 }),
};

describe("a project from a form", () => {
  it("has what the form says", () => {
    expect(draftProject(form, "li002")).toEqual({
      draft: {
        ...{ name: "滨江区奥体中心综合管廊二期工程", code: "GL2C", shortName: "滨江区奥体中心综", owner: "wang003" },
        ...{ startsOn: "2026-10-01", endsOn: "2027-03-31", fen: 420_000_000, minutes: 72_000 },
      },
      misfits: [],
    });
  });

  it("belongs to the originator when the form has no field for an owner", () => {
    expect(draftProject({ name: says("事由", "采购") }, "li002").draft).toMatchObject({ owner: "li002", code: null });
  });

  it.each<[DraftField, SaidField, string, boolean]>([
    ["name", says("项目名称", "  "), "missing", false],
    ["name", says("项目名称", "长".repeat(121)), "too-long", false],
    ["code", says("项目编号", "X".repeat(33)), "too-long", false],
    ["owner", says("项目经理", "张三", { strangers: ["张三"] }), "unknown-person", false],
    ["owner", says("项目经理", "张三、李四", { people: ["a", "b"] }), "several-people", false],
    ["owner", says("项目经理", null), "missing", false],
    ["shortName", says("简称", "一二三四五六七八九"), "too-long", true],
    ["dates", says("工期", "明年"), "no-date", true],
    ["dates", says("工期", "倒着", { from: "2026-10-02", to: "2026-10-01" }), "dates-reversed", true],
    ["startsOn", says("开工", "尽快"), "no-date", true],
    ["endsOn", says("竣工", "春节前"), "no-date", true],
    ["money", says("合同金额（元）", "面议"), "no-money", true],
    ["money", says("合同金额（元）", "-5", { fen: -500 }), "no-money", true],
    ["hours", says("预计工时", "很多"), "no-hours", true],
  ])("lists %s when it says %j", (field, said, reason, isMade) => {
    const { misfits, draft } = draftProject({ ...form, [field]: said }, "li002");
    expect(misfits).toEqual([{ field, label: said.label, said: said.text ?? "", reason }]);
    expect(isEnough(misfits)).toBe(isMade);
    if (field === "money") expect(draft.fen).toBeNull();
  });

  it("takes single dates before a span, and an empty one for none", () => {
    const dated = { ...form, startsOn: says("开工", "2026-11-01", { from: "2026-11-01" }), endsOn: says("竣工", "") };
    expect(draftProject(dated, "li002")).toMatchObject({
      draft: { startsOn: "2026-11-01", endsOn: null },
      misfits: [],
    });
  });
});

describe("a mark", () => {
  it("is the first character that no other project has", () => {
    expect(chooseMark(["管廊", "GL"], new Set())).toBe("管");
    expect(chooseMark(["管廊", "GL"], new Set(["管"]))).toBe("廊");
    expect(chooseMark(["管廊", "gl"], new Set(["管", "廊"]))).toBe("GL");
    expect(chooseMark(["管廊"], new Set(["管", "廊"]))).toBe("管");
    expect(chooseMark(["12"], new Set())).toBe("项");
  });
});
