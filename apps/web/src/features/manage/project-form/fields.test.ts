import { expect, test } from "vitest";
import { fittingOf, guessOf, mapped, type Question, unfit } from "./fields.ts";

const question = (id: string, label: string, type: string): Question => ({ id, label, type, required: false });
const form = [
  question("a", "项目名称", "TextField"),
  question("b", "项目编号", "TextField"),
  question("c", "项目经理", "InnerContactField"),
  question("d", "工期", "DDDateRangeField"),
  question("e", "合同金额（元）", "MoneyField"),
  question("f", "附件", "DDAttachment"),
];

test("fields are proposed by their names, where their kind fits", () => {
  expect(guessOf(form)).toEqual({ name: "a", code: "b", owner: "c", dates: "d", money: "e" });
  expect(guessOf([question("x", "项目经理", "TextField")])).toEqual({});
});

test("only fields of a fitting kind can be chosen, and what has none is told", () => {
  expect(fittingOf("name", form).map(({ id }) => id)).toEqual(["a", "b"]);
  expect(fittingOf("money", form).map(({ id }) => id)).toEqual(["e"]);
  expect(unfit(form, {})).toEqual(["hours"]);
});

test("one thing is changed or taken out, the others stay", () => {
  expect(mapped({ name: "a", code: "b" }, "code", null)).toEqual({ name: "a" });
  expect(mapped({ name: "a" }, "name", "b")).toEqual({ name: "b" });
});
