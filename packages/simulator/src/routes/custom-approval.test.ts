import { describe, expect, test } from "vitest";
import { at, type Body, open } from "../testing.ts";

const TABLE = [
  [
    { name: "物品名称", value: "水泥" },
    { name: "数量", value: "10" },
  ],
];
const PURCHASE = {
  originatorUserId: "zhao001",
  processCode: "PROC-SIMULATOR-PURCHASE",
  deptId: -1,
  formComponentValues: [
    { name: "采购事由", value: "B标段混凝土浇筑" },
    { name: "采购类别", value: "材料" },
    { name: "采购明细", value: JSON.stringify(TABLE) },
    { name: "总金额（元）", value: "4200" },
    { name: "验收人", value: '["zhao001"]' },
  ],
};
const START = "/v1.0/workflow/processInstances";
const IDS = "/v1.0/workflow/processes/instanceIds/query";

describe("a custom form", () => {
  test("is started by the app and read in another shape than it was written", async () => {
    const { fresh, old } = open();
    const { body } = await fresh(START, PURCHASE);
    const got = await old("/topapi/processinstance/get", { process_instance_id: body.instanceId });
    const detail = got.body.process_instance as unknown as Body;
    expect(detail).toMatchObject({ status: "RUNNING", create_time: "2026-09-17 09:02:00", originator_dept_id: "-1" });
    const values = Object.fromEntries(
      (detail.form_component_values as Body[]).map(({ name, value, ext_value }) => [name, { value, ext_value }]),
    );
    expect(values.采购类别).toEqual({ value: "材料", ext_value: '{"label":"材料","key":"option_0"}' });
    expect(values.验收人).toEqual({ value: "赵磊", ext_value: '[{"emplId":"zhao001","name":"赵磊"}]' });
    expect(JSON.parse(String(values["总金额（元）"]?.ext_value)).upper).toBe("肆仟贰佰元整");
    expect(values.图片?.value).toBe("null");
    expect(values.期望交付日期?.value).toBeUndefined();
    const [row] = JSON.parse(String(values.采购明细?.value));
    expect(row.rowValue).toEqual([
      { label: "物品名称", value: "水泥", key: "TextField_4D5E" },
      { label: "数量", value: "10", key: "NumberField_5E6F" },
    ]);
  });

  test("may be one's own", async () => {
    const { control, send, token } = open();
    const items = [
      { label: "项目", required: true },
      { label: "等级", type: "DDSelectField", options: ["高", "低"] },
    ];
    const { body } = await control("approval-templates", { title: "开工报告", items });
    const { processCode } = body.template as unknown as Body;
    const headers = { "x-acs-dingtalk-access-token": await token() };
    const path = `/v1.0/workflow/forms/schemas/processCodes?processCode=${processCode}`;
    const { result } = (await send("GET", path, { headers })).body as unknown as { result: Body };
    expect(result.schemaContent).toMatchObject({
      items: [
        { componentName: "TextField", props: { label: "项目", required: true } },
        { componentName: "DDSelectField" },
      ],
    });
    const asked = { kind: "custom", userId: "li002", processCode, values: { 项目: "三号泵站" } };
    expect((await control("approvals", asked)).body.approval).toMatchObject({ title: "李娜提交的开工报告" });
  });

  test.each([
    ["of a suite", { ...PURCHASE, processCode: "PROC-SIMULATOR-LEAVE" }, "illegalComponent"],
    ["without a form", { ...PURCHASE, processCode: "PROC-NONE" }, "processCodeError"],
    [
      "with an unknown component",
      { ...PURCHASE, formComponentValues: [{ name: "颜色", value: "红" }] },
      "formConverterError",
    ],
    ["by nobody", { ...PURCHASE, originatorUserId: "nobody" }, "processInstanceInvalidParameter"],
    ["without a department", { ...PURCHASE, deptId: undefined }, "invalidParameter"],
  ])("is refused %s", async (_name, body, code) => {
    expect(await open().fresh(START, body)).toMatchObject({ status: 400, body: { code } });
  });

  test("can be withdrawn by its originator after fifteen seconds", async () => {
    const { fresh, simulator } = open();
    const { instanceId } = (await fresh(START, PURCHASE)).body;
    const asked = { processInstanceId: instanceId, isSystem: false, operatingUserId: "zhao001", remark: "写错了" };
    expect((await fresh(`${START}/terminate`, asked)).status).toBe(400);
    await simulator.advanceTo(at("2026-09-17 09:03"));
    expect((await fresh(`${START}/terminate`, { ...asked, operatingUserId: "li002" })).status).toBe(400);
    expect((await fresh(`${START}/terminate`, asked)).body).toEqual({ result: true, success: true });
    expect((await fresh(`${START}/terminate`, asked)).status).toBe(400);
  });
});

describe("the list of instance ids", () => {
  const asked = {
    processCode: "PROC-SIMULATOR-PURCHASE",
    startTime: at("2026-09-01 00:00"),
    nextToken: 0,
    maxResults: 2,
  };

  test("comes in pages by the time of the start, and may be narrowed by person and status", async () => {
    const { fresh, control } = open();
    const ids: unknown[] = [];
    for (const originatorUserId of ["zhao001", "li002", "zhao001"]) {
      ids.push((await fresh(START, { ...PURCHASE, originatorUserId })).body.instanceId);
    }
    await control(`approvals/${ids[1]}/refuse`, {});
    const page = async (more: object) => (await fresh(IDS, { ...asked, ...more })).body.result as unknown as Body;
    expect(await page({})).toEqual({ list: ids.slice(0, 2), nextToken: "2" });
    expect(await page({ nextToken: 2 })).toEqual({ list: ids.slice(2) });
    expect((await page({ userIds: ["li002"], statuses: ["COMPLETED"] })).list).toEqual([ids[1]]);
  });

  test.each([
    [{ processCode: "none" }, "invalidProcessCode"],
    [{ startTime: at("2025-09-01 00:00") }, "invalidInstanceListIdsStartTime"],
    [{ startTime: at("2026-05-01 00:00") }, "invalidEndTime"],
    [{ nextToken: undefined }, "invalidNextToken"],
    [{ maxResults: 21 }, "invalidMaxResults"],
    [{ userIds: Array.from({ length: 11 }, () => "u") }, "invalidUserIds"],
  ])("refuses %j", async (more, code) => {
    expect(await open().fresh(IDS, { ...asked, ...more })).toMatchObject({ status: 400, body: { code } });
  });

  test("costs a counted call, and the closed old one can be switched off", async () => {
    const { fresh, old, control } = open();
    await fresh(IDS, asked);
    expect((await control("calls")).body.counted).toBe(1);
    await control("switches", { oldApprovalApi: false });
    const { body } = await old("/topapi/processinstance/get", { process_instance_id: "x" });
    expect(body).toMatchObject({ errcode: 88, sub_code: "60011" });
  });
});
