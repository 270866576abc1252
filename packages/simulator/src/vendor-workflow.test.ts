import * as gateway from "@alicloud/dingtalk/dist/gateway_1_0/client.js";
import * as robot from "@alicloud/dingtalk/dist/robot_1_0/client.js";
import * as todo from "@alicloud/dingtalk/dist/todo_1_0/client.js";
import * as workflow from "@alicloud/dingtalk/dist/workflow_1_0/client.js";
import { Config } from "@alicloud/openapi-client";
import { RuntimeOptions } from "@alicloud/tea-util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Served, serveSimulator } from "./serve.ts";
import { createSimulator } from "./simulator.ts";

const simulator = createSimulator({ people: 40 });
const options = new RuntimeOptions({});
const PURCHASE = "PROC-SIMULATOR-PURCHASE";

let served: Served;
let config: Config;
let xAcsDingtalkAccessToken = "";

beforeAll(async () => {
  served = await serveSimulator(simulator, { port: 0 });
  config = new Config({ protocol: "http", regionId: "central", endpoint: new URL(served.url).host });
  const { appKey, appSecret } = simulator.app;
  const got = await (await fetch(`${served.url}/gettoken?appkey=${appKey}&appsecret=${appSecret}`)).json();
  xAcsDingtalkAccessToken = got.access_token;
});
afterAll(() => served.close());

describe("the vendor's own package", () => {
  test("starts an approval, lists it, reads it and withdraws it", async () => {
    const client = new workflow.default(config);
    const started = await client.startProcessInstanceWithOptions(
      new workflow.StartProcessInstanceRequest({
        originatorUserId: "zhao001",
        processCode: PURCHASE,
        approvers: [
          new workflow.StartProcessInstanceRequestApprovers({ actionType: "OR", userIds: ["wang003", "he008"] }),
        ],
        formComponentValues: [
          new workflow.StartProcessInstanceRequestFormComponentValues({ name: "采购事由", value: "混凝土" }),
        ],
      }),
      new workflow.StartProcessInstanceHeaders({ xAcsDingtalkAccessToken }),
      options,
    );
    const processInstanceId = started.body?.instanceId ?? "";
    const listed = await client.listProcessInstanceIdsWithOptions(
      new workflow.ListProcessInstanceIdsRequest({
        processCode: PURCHASE,
        startTime: simulator.now() - 86_400_000,
        nextToken: 0,
        maxResults: 20,
      }),
      new workflow.ListProcessInstanceIdsHeaders({ xAcsDingtalkAccessToken }),
      options,
    );
    expect(listed.body?.result?.list).toEqual([processInstanceId]);
    const read = await client.getProcessInstanceWithOptions(
      new workflow.GetProcessInstanceRequest({ processInstanceId }),
      new workflow.GetProcessInstanceHeaders({ xAcsDingtalkAccessToken }),
      options,
    );
    const { result } = read.body ?? {};
    expect(result).toMatchObject({
      status: "RUNNING",
      approverUserIds: ["wang003", "he008"],
      createTime: "2026-09-17T09:02Z",
    });
    expect(result?.tasks?.map(({ userId, status }) => [userId, status])).toEqual([
      ["wang003", "RUNNING"],
      ["he008", "RUNNING"],
    ]);
    expect(result?.formComponentValues?.[0]).toMatchObject({
      name: "采购事由",
      value: "混凝土",
      componentType: "TextField",
    });
    await simulator.advanceTo(simulator.now() + 60_000);
    const ended = await client.terminateProcessInstanceWithOptions(
      new workflow.TerminateProcessInstanceRequest({ processInstanceId, isSystem: true }),
      new workflow.TerminateProcessInstanceHeaders({ xAcsDingtalkAccessToken }),
      options,
    );
    expect(ended.body?.result).toBe(true);
  });

  test("finds the forms that somebody manages, and their components", async () => {
    const client = new workflow.default(config);
    const forms = await client.getManageProcessByStaffIdWithOptions(
      new workflow.GetManageProcessByStaffIdRequest({ userId: "admin012" }),
      new workflow.GetManageProcessByStaffIdHeaders({ xAcsDingtalkAccessToken }),
      options,
    );
    expect(forms.body?.result?.find(({ attendanceType }) => attendanceType === 2)?.flowTitle).toBe("请假");
    const schema = await client.querySchemaByProcessCodeWithOptions(
      new workflow.QuerySchemaByProcessCodeRequest({ processCode: PURCHASE }),
      new workflow.QuerySchemaByProcessCodeHeaders({ xAcsDingtalkAccessToken }),
      options,
    );
    const items = schema.body?.result?.schemaContent?.items;
    expect(items?.find(({ componentName }) => componentName === "TableField")?.children).toHaveLength(3);
  });

  test("makes a todo, lets the robot speak, and opens Stream", async () => {
    const [me = "", other = ""] = ["zhao001", "li002"].map((id) => simulator.world.person(id)?.unionId ?? "");
    const made = await new todo.default(config).createTodoTaskWithOptions(
      me,
      new todo.CreateTodoTaskRequest({
        subject: "补下班卡",
        creatorId: me,
        executorIds: [other],
        detailUrl: new todo.CreateTodoTaskRequestDetailUrl({
          appUrl: "https://a.example.com",
          pcUrl: "https://a.example.com",
        }),
      }),
      new todo.CreateTodoTaskHeaders({ xAcsDingtalkAccessToken }),
      options,
    );
    expect(made.body).toMatchObject({ subject: "补下班卡", done: false, executorIds: [other] });
    const said = await new robot.default(config).batchSendOTOWithOptions(
      new robot.BatchSendOTORequest({
        robotCode: simulator.app.appKey,
        userIds: ["zhao001"],
        msgKey: "sampleText",
        msgParam: '{"content":"你好"}',
      }),
      new robot.BatchSendOTOHeaders({ xAcsDingtalkAccessToken }),
      options,
    );
    expect(said.body?.processQueryKey).toMatch(/^EQBwd0x/);
    const opened = await new gateway.default(config).openConnection(
      new gateway.OpenConnectionRequest({
        clientId: simulator.app.appKey,
        clientSecret: simulator.app.appSecret,
        subscriptions: [new gateway.OpenConnectionRequestSubscriptions({ type: "EVENT", topic: "*" })],
      }),
    );
    expect(opened.body?.endpoint).toBe(`${served.url.replace("http", "ws")}/connect`);
  });
});
