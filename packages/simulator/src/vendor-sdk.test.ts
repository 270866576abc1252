import * as attendance from "@alicloud/dingtalk/dist/attendance_1_0/client.js";
import * as contact from "@alicloud/dingtalk/dist/contact_1_0/client.js";
import * as oauth from "@alicloud/dingtalk/dist/oauth2_1_0/client.js";
import { Config } from "@alicloud/openapi-client";
import { RuntimeOptions } from "@alicloud/tea-util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Served, serveSimulator } from "./serve.ts";
import { createSimulator } from "./simulator.ts";

const simulator = createSimulator({ people: 40 });
const { app } = simulator;
const SEPTEMBER = Date.parse("2026-09-01T00:00:00+08:00");
const NOVEMBER = Date.parse("2026-11-01T00:00:00+08:00");

let served: Served;
let config: Config;
const options = new RuntimeOptions({});

beforeAll(async () => {
  served = await serveSimulator(simulator, { port: 0 });
  config = new Config({ protocol: "http", regionId: "central", endpoint: new URL(served.url).host });
});
afterAll(() => served.close());

async function token(): Promise<string> {
  const request = new oauth.GetAccessTokenRequest({ appKey: app.appKey, appSecret: app.appSecret });
  const { body } = await new oauth.default(config).getAccessToken(request);
  return body?.accessToken ?? "";
}

describe("the vendor's own package", () => {
  test("gets the same token in both ways", async () => {
    const request = new oauth.GetTokenRequest({
      clientId: app.appKey,
      clientSecret: app.appSecret,
      grantType: "client_credentials",
    });
    const { body } = await new oauth.default(config).getToken(app.corpId, request);
    expect(body).toMatchObject({ accessToken: await token(), expiresIn: 7200 });
  });

  test("is told that its secret is wrong", async () => {
    const request = new oauth.GetAccessTokenRequest({ appKey: app.appKey, appSecret: "wrong" });
    await expect(new oauth.default(config).getAccessToken(request)).rejects.toMatchObject({
      code: "invalidClientIdOrSecret",
    });
  });

  test("gets a ticket for the page's signature", async () => {
    const headers = new oauth.CreateJsapiTicketHeaders({ xAcsDingtalkAccessToken: await token() });
    const { body } = await new oauth.default(config).createJsapiTicketWithOptions(headers, options);
    expect(body?.jsapiTicket).toMatch(/^\w{64}$/);
  });

  test("signs in a browser and reads who it is", async () => {
    const page = new URLSearchParams({
      redirect_uri: "https://app.example.com/back",
      response_type: "code",
      client_id: app.appKey,
      scope: "openid corpid",
      state: "s1",
      person: "zhao001",
    });
    const answer = await fetch(`${served.url}/oauth2/auth?${page}`, { redirect: "manual" });
    const back = new URL(answer.headers.get("location") ?? "");
    expect(back.searchParams.get("state")).toBe("s1");
    const request = new oauth.GetUserTokenRequest({
      clientId: app.appKey,
      clientSecret: app.appSecret,
      code: back.searchParams.get("authCode") ?? "",
      grantType: "authorization_code",
    });
    const issued = await new oauth.default(config).getUserToken(request);
    expect(issued.body).toMatchObject({ corpId: app.corpId, expireIn: 7200 });
    const headers = new contact.GetUserHeaders({ xAcsDingtalkAccessToken: issued.body?.accessToken ?? "" });
    const { body } = await new contact.default(config).getUserWithOptions("me", headers, options);
    expect(body).toMatchObject({ nick: "赵磊", unionId: simulator.world.person("zhao001")?.unionId });
  });

  test("asks for holidays with the swapped workday of 20 September", async () => {
    const headers = new attendance.GetUserHolidaysHeaders({ xAcsDingtalkAccessToken: await token() });
    const request = new attendance.GetUserHolidaysRequest({
      userIds: ["zhao001"],
      workDateFrom: SEPTEMBER,
      workDateTo: NOVEMBER,
    });
    const { body } = await new attendance.default(config).getUserHolidaysWithOptions(request, headers, options);
    const [row] = body?.result ?? [];
    expect(row?.userId).toBe("zhao001");
    expect(row?.holidays?.[0]).toMatchObject({
      workDate: Date.parse("2026-09-20T00:00:00+08:00"),
      holidayType: "overtime",
    });
    expect(row?.holidays?.filter(({ holidayType }) => holidayType === "festival")).toHaveLength(4);
  });

  test("is told when its token is not known", async () => {
    const headers = new attendance.GetUserHolidaysHeaders({ xAcsDingtalkAccessToken: "nobody" });
    const request = new attendance.GetUserHolidaysRequest({
      userIds: ["zhao001"],
      workDateFrom: SEPTEMBER,
      workDateTo: NOVEMBER,
    });
    const asked = new attendance.default(config).getUserHolidaysWithOptions(request, headers, options);
    await expect(asked).rejects.toMatchObject({ code: "InvalidAuthentication" });
  });

  test("reads groups, leave and machines", async () => {
    const client = new attendance.default(config);
    const xAcsDingtalkAccessToken = await token();
    const groups = await client.getSimpleGroupsWithOptions(
      new attendance.GetSimpleGroupsRequest({ nextToken: 0, maxResults: 10 }),
      new attendance.GetSimpleGroupsHeaders({ xAcsDingtalkAccessToken }),
      options,
    );
    expect(groups.body?.result?.groups?.map(({ type }) => type)).toContain("TURN");
    const machine = await client.getMachineWithOptions(
      "0601IFW201001N000101",
      new attendance.GetMachineHeaders({ xAcsDingtalkAccessToken }),
      options,
    );
    expect(machine.body?.result?.deviceName).toBe("管廊B标东门考勤机");
    const records = await client.getLeaveRecordsWithOptions(
      new attendance.GetLeaveRecordsRequest({
        opUserId: "admin012",
        leaveCode: "16f8560000000009aa01",
        userIds: simulator.world.people().map(({ userId }) => userId),
        pageNumber: 0,
        pageSize: 200,
      }),
      new attendance.GetLeaveRecordsHeaders({ xAcsDingtalkAccessToken }),
      options,
    );
    expect(records.body?.result?.leaveRecords?.length).toBeGreaterThan(0);
    const approvals = await client.listApproveByUsersWithOptions(
      new attendance.ListApproveByUsersRequest({
        userIds: records.body?.result?.leaveRecords?.map(({ userId }) => userId).join(",") ?? "",
        bizTypes: [3],
        fromDateTime: SEPTEMBER - 150 * 86_400_000,
        toDateTime: NOVEMBER,
      }),
      new attendance.ListApproveByUsersHeaders({ xAcsDingtalkAccessToken }),
      options,
    );
    expect(approvals.body?.result?.[0]?.tagName).toBe("请假");
  });
});
