import { expect, it } from "vitest";
import { instanceOf } from "./instance.ts";
import { kindOf } from "./kind.ts";
import { goOutComponents, leaveResult, overtimeComponents, purchaseComponents, supplyComponents } from "./sample.ts";

function kindOfForm(formComponentValues: object[], title = "赵一提交的单子") {
  const instance = instanceOf("one", { ...leaveResult, title, formComponentValues });
  return typeof instance === "string" ? instance : kindOf(instance);
}

const date = { id: "DDDateField_1", name: "开始时间", componentType: "DDDateField", value: "2026-09-21" };

it("knows DingTalk's own forms by what they are made of", () => {
  expect(kindOfForm(leaveResult.formComponentValues)).toBe("leave");
  expect(kindOfForm(overtimeComponents)).toBe("overtime");
  expect(kindOfForm(goOutComponents)).toBe("trip");
  expect(kindOfForm(supplyComponents)).toBe("punch-correction");
});

it("knows a form by what it pushes to attendance", () => {
  expect(kindOfForm([{ ...date, extValue: '{"pushTag":"加班"}' }])).toBe("overtime");
  expect(
    kindOfForm([{ id: "DDBizSuite-1", name: "出差", componentType: "DDBizSuite", value: JSON.stringify([date]) }]),
  ).toBe("trip");
});

it.each([
  ["赵一提交的出差", "trip"],
  ["赵一提交的加班申请", "overtime"],
  ["请假审批单", "leave"],
  ["赵一提交的出差报销", null],
  ["赵一提交的加班餐费", null],
])("knows %s, which has a date, by its whole title", (title, kind) => {
  expect(kindOfForm([date], title)).toBe(kind);
});

it("knows no kind of a 采购, nor of a form without any time", () => {
  expect(kindOfForm(purchaseComponents)).toBeNull();
  expect(kindOfForm([{ id: "TextField_1", name: "事由", value: "x" }], "赵一提交的出差")).toBeNull();
});
