import { expect, test } from "vitest";
import { projectFormZh } from "../../../message/project-form.zh.ts";
import { zh } from "../../../message/zh.ts";
import { type Approval, misfitText, nameOf, previewOf, saidText } from "./said-text.ts";

const m = { ...zh, ...projectFormZh, lang: "zh" } as const;

test("what a form says loses the brackets of its lists", () => {
  expect(saidText('["2026-10-01","2027-03-31"]')).toBe("2026-10-01 – 2027-03-31");
  expect(saidText('["王建国","李娜"]')).toBe("王建国、李娜");
  expect(saidText("综合管廊三期")).toBe("综合管廊三期");
  expect(saidText("4200000")).toBe("4200000");
});

test("why it does not fit is one sentence in the form's own words", () => {
  const taken = { field: "code", label: "项目编号", said: "GL3A", reason: "code-taken" } as const;
  expect(misfitText(m, taken)).toBe("「项目编号」“GL3A”已经有项目在用");
  expect(misfitText(m, { field: "name", label: "", said: "", reason: "missing" })).toBe("项目名称没有填");
  expect(misfitText(m, { field: "code", label: "编号", said: "X", reason: "too-long" })).toBe(
    "「编号」最多 32 个字，短一点就好",
  );
});

test("a mapping reads an approval by the labels of its fields", () => {
  const said = [{ field: "name", label: "项目名称", text: "管廊三期" } as const];
  const approval: Approval = {
    ...{ id: "a", processCode: "P", state: "made", projectId: null, by: null, said, misfits: [] },
    ...{ beganAt: null, changedAt: "2026-09-17T09:00:00+08:00" },
  };
  const questions = [
    { id: "1", label: "项目名称", type: "TextField", required: true },
    { id: "2", label: "简称", type: "TextField", required: false },
  ];
  expect(nameOf(approval)).toBe("管廊三期");
  expect(previewOf({ name: "1", shortName: "2" }, questions, approval)).toEqual([
    { field: "name", text: "管廊三期" },
    { field: "shortName", text: null },
  ]);
});
