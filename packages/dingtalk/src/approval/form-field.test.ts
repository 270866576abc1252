import { createSimulator } from "@today/simulator/simulator";
import fc from "fast-check";
import { expect, it } from "vitest";
import { spoilt } from "../odd-payload.ts";
import { sixty, townOf } from "../town.ts";
import { type FormField, formFields } from "./form-field.ts";
import { instanceOf, readInstance } from "./instance.ts";
import { leaveResult, overtimeComponents, purchaseComponents } from "./sample.ts";

const town = () => townOf(createSimulator(sixty));

function fieldsOfForm(formComponentValues: unknown): FormField[] {
  const instance = instanceOf("one", { ...leaveResult, formComponentValues });
  return typeof instance === "string" ? [] : formFields(instance);
}

it("reads a 采购 with its money, date, table, people and departments", () => {
  const fields = fieldsOfForm(purchaseComponents);
  expect(fields.map(({ id, name, componentType, value }) => [id, name, componentType, value])).toEqual([
    ["TextField_1A2B", "采购事由", "TextField", { kind: "text", text: "B标段混凝土浇筑" }],
    ["DDSelectField_2B3C", "采购类别", "DDSelectField", { kind: "choices", choices: ["材料"] }],
    [
      "TableField_3C4D",
      "采购明细",
      "TableField",
      {
        kind: "table",
        rows: [
          [
            expect.objectContaining({ name: "物品名称", value: { kind: "text", text: "水泥" } }),
            expect.objectContaining({ name: "数量", value: { kind: "number", number: 10 } }),
            expect.objectContaining({ id: "MoneyField_6F70", value: { kind: "money", fen: 42000 } }),
          ],
        ],
      },
    ],
    ["MoneyField_7081", "总金额（元）", "MoneyField", { kind: "money", fen: 420000 }],
    ["DDDateField_8192", "期望交付日期", "DDDateField", { kind: "date", date: "2026-09-21", at: null }],
    [
      "InnerContactField_92A3",
      "验收人",
      "InnerContactField",
      { kind: "people", known: [{ id: "zhao001", name: "赵一" }], names: [] },
    ],
    [
      "DepartmentField_A3B4",
      "使用部门",
      "DepartmentField",
      { kind: "departments", known: [{ id: "432825033", name: "工程一部" }], names: [] },
    ],
  ]);
});

it.each([
  ["MoneyField", "¥1,234.5", { kind: "money", fen: 123450 }],
  ["MoneyField", "很多", { kind: "text", text: "很多" }],
  ["NumberField", "1,000", { kind: "number", number: 1000 }],
  ["DDDateRangeField", '["2026-09-01","2026-09-05"]', { kind: "dates", from: "2026-09-01", to: "2026-09-05" }],
  ["DDDateField", "2026-09-16 13:30", { kind: "date", date: "2026-09-16", at: 1789536600000 }],
  ["DDMultiSelectField", '["a","b"]', { kind: "choices", choices: ["a", "b"] }],
  ["DDPhotoField", '["https://static.example/1.jpg"]', { kind: "links", links: ["https://static.example/1.jpg"] }],
  ["DDPhotoField", "null", { kind: "empty" }],
  ["InnerContactField", "钱二,孙三", { kind: "people", known: [], names: ["钱二", "孙三"] }],
  [
    "DDAttachment",
    '[{"spaceId":"1","fileName":"a.pdf","fileId":7}]',
    { kind: "files", files: [{ name: "a.pdf", fileId: "7", spaceId: "1" }] },
  ],
  ["RelateField", '["procInstId"]', { kind: "approvals", instanceIds: ["procInstId"] }],
  ["SignatureField", "x", { kind: "text", text: "x" }],
])("reads %s %s", (componentType, value, expected) => {
  expect(fieldsOfForm([{ id: "x", name: "字段", componentType, value }])).toMatchObject([
    { value: expected, componentType },
  ]);
});

it("reads the parts of a suite in its place", () => {
  expect(fieldsOfForm(overtimeComponents).map(({ name }) => name)).toContain("开始时间");
});

it("reads what the simulator's 采购 and 立项 say", async () => {
  const { control, dingtalk } = town();
  const values = {
    项目名称: "管廊三期",
    项目编号: "GL3",
    "合同金额（元）": "1200000.5",
    工期: ["2026-10-01", "2027-03-31"],
  };
  const asked = { kind: "custom", userId: "zhao001", processCode: "PROC-SIMULATOR-PROJECT", values, decide: "agree" };
  const { approval } = await control("approvals", asked);
  const instance = await readInstance(dingtalk, String(Object(approval).id));
  const fields = formFields(instance ?? { components: [] });
  const said = (label: string) => fields.find(({ name }) => name === label)?.value;
  expect(said("项目编号")).toEqual({ kind: "text", text: "GL3" });
  expect(said("合同金额（元）")).toEqual({ kind: "money", fen: 120000050 });
  expect(said("工期")).toEqual({ kind: "dates", from: "2026-10-01", to: "2027-03-31" });
});

it("never throws on odd forms", () => {
  fc.assert(
    fc.property(spoilt([...purchaseComponents, ...overtimeComponents]), (components) => {
      for (const { value } of fieldsOfForm(components)) {
        if (value.kind === "money") expect(Number.isSafeInteger(value.fen)).toBe(true);
        if (value.kind === "number") expect(Number.isFinite(value.number)).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});
