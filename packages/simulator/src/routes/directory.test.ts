import { describe, expect, test } from "vitest";
import { type Body, open } from "../testing.ts";

const result = (body: Body) => body.result as Body;

describe("walking the departments", () => {
  test("finds everybody once, a hundred at a time, and the last page has no cursor", async () => {
    const { simulator, old } = open({ people: 700 });
    const seen: unknown[] = [];
    const walk = async (dept_id: number): Promise<void> => {
      for (let cursor: unknown = 0; cursor !== undefined; ) {
        const { body } = await old("/topapi/v2/user/list", { dept_id, cursor, size: 100 });
        seen.push(...(result(body).list as Body[]).map(({ userid }) => userid));
        cursor = result(body).next_cursor;
        expect(result(body).has_more).toBe(cursor !== undefined);
      }
      const below = await old("/topapi/v2/department/listsubid", { dept_id });
      for (const id of result(below.body).dept_id_list as number[]) await walk(id);
    };
    await walk(1);
    expect(seen).toHaveLength(700);
    expect(new Set(seen)).toEqual(new Set(simulator.world.people().map(({ userId }) => userId)));
  });

  test("the root is not among its children, and paths lead to it", async () => {
    const { old } = open();
    const { body } = await old("/topapi/v2/department/listsub", {});
    const divisions = body.result as unknown as Body[];
    expect(divisions.map(({ name }) => name)).toContain("智慧水务事业部");
    expect(divisions.map(({ dept_id }) => dept_id)).not.toContain(1);
    const path = await old("/topapi/v2/department/listparentbydept", { dept_id: 512030051 });
    expect(result(path.body)).toEqual({ parent_id_list: [512030051, 512030050, 1] });
    const ofUser = await old("/topapi/v2/department/listparentbyuser", { userid: "chen007" });
    expect(result(ofUser.body)).toEqual({ parent_list: [{ parent_dept_id_list: [512030051, 512030050, 1] }] });
  });

  test("a department knows its members with and without what is below", async () => {
    const { body } = await open().old("/topapi/v2/department/get", { dept_id: 1 });
    expect(result(body)).toMatchObject({ name: "杭州示例建设集团有限公司", member_count: 40, owning_member_count: 0 });
    expect(result(body)).not.toHaveProperty("parent_id");
  });
});

describe("refusals", () => {
  test.each([
    ["/topapi/v2/user/get", {}, 40035],
    ["/topapi/v2/user/get", { userid: "nobody" }, 60121],
    ["/topapi/v2/user/list", { cursor: 0, size: 10 }, 40035],
    ["/topapi/v2/user/list", { dept_id: 7, cursor: 0, size: 10 }, 60003],
    ["/topapi/v2/user/list", { dept_id: 1, cursor: 0, size: 101 }, 40069],
    ["/topapi/user/listsimple", { dept_id: 1, cursor: -1, size: 10 }, 40068],
    ["/topapi/user/getbyunionid", { unionid: "nobody" }, 60121],
    ["/topapi/v2/user/getbymobile", { mobile: "12" }, 40104],
    ["/topapi/v2/user/getbymobile", { mobile: "13999999999" }, 60121],
  ])("%s %j", async (path, body, errcode) => {
    expect((await open().old(path, body)).body.errcode).toBe(errcode);
  });
});

describe("looking somebody up", () => {
  test("works by union id and by phone, and the administrators are listed", async () => {
    const { simulator, old } = open();
    const { unionId, mobile } = simulator.world.person("li002") ?? { unionId: "", mobile: "" };
    expect(result((await old("/topapi/user/getbyunionid", { unionid: unionId })).body).userid).toBe("li002");
    expect(result((await old("/topapi/v2/user/getbymobile", { mobile })).body).userid).toBe("li002");
    expect((await old("/topapi/user/listadmin", {})).body.result).toEqual([
      { userid: "chen007", sys_level: 2 },
      { userid: "admin012", sys_level: 1 },
    ]);
  });
});

describe("signing in", () => {
  const codeFor = async ({ control }: ReturnType<typeof open>, userId: string) =>
    (await control("auth-code", { userId })).body.code;

  test("a code works once", async () => {
    const opened = open();
    const code = await codeFor(opened, "admin012");
    const { body } = await opened.old("/topapi/v2/user/getuserinfo", { code });
    expect(result(body)).toMatchObject({ userid: "admin012", sys: true, sys_level: 1, name: "林国栋" });
    expect((await opened.old("/topapi/v2/user/getuserinfo", { code })).body.errcode).toBe(40078);
  });

  test("a code works for five minutes", async () => {
    const opened = open();
    const { simulator } = opened;
    const code = await codeFor(opened, "zhao001");
    await simulator.advanceTo(simulator.now() + 300_000);
    expect((await opened.old("/topapi/v2/user/getuserinfo", { code })).body.errcode).toBe(40078);
  });

  test("a code of the browser's login is of another kind", async () => {
    const opened = open();
    const { app } = opened.simulator;
    const asked = {
      redirect_uri: "https://app.example.com/",
      response_type: "code",
      client_id: app.appKey,
      scope: "openid",
    };
    const page = new URLSearchParams({ ...asked, person: "zhao001" });
    const answer = await opened.simulator.fetch(new Request(`http://simulator/oauth2/auth?${page}`));
    const code = new URL(answer.headers.get("location") ?? "").searchParams.get("authCode");
    expect((await opened.old("/topapi/v2/user/getuserinfo", { code })).body.errcode).toBe(40078);
  });

  test("the login page shows people and leads back with an error when nobody is chosen", async () => {
    const { simulator } = open();
    const asked = {
      redirect_uri: "https://app.example.com/",
      response_type: "code",
      client_id: simulator.app.appKey,
      scope: "openid",
      state: "s",
    };
    const page = (more: object) =>
      simulator.fetch(new Request(`http://simulator/oauth2/auth?${new URLSearchParams({ ...asked, ...more })}`));
    expect(await (await page({ search: "赵磊" })).text()).toContain("person=zhao001");
    expect((await page({ person: "" })).headers.get("location")).toBe(
      "https://app.example.com/?error=access_denied&state=s",
    );
    expect((await page({ client_id: "other" })).status).toBe(400);
  });
});
