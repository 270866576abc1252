import { describe, expect, test } from "vitest";
import { type Body, open, records } from "../testing.ts";

describe("the world", () => {
  test("is told with sites, their workers and everybody", async () => {
    const { body } = await open({ people: 200 }).control("world");
    expect(body).toMatchObject({
      corpId: "ding0simulator0001",
      people: 200,
      admin: "admin012",
      now: "2026-09-17T09:02:00+08:00",
    });
    const sites = body.sites as unknown as Body[];
    expect(sites).toHaveLength(5);
    for (const site of sites) {
      expect(String(site.shortName).length).toBeLessThanOrEqual(8);
      expect((site.workers as string[]).length).toBeGreaterThan(5);
      expect(site.workers).toContain(site.manager);
    }
    expect((body.persons as unknown as Body[])[0]).toMatchObject({
      userId: "zhao001",
      habit: "site",
      sites: ["site-1"],
      manager: "wang003",
    });
  });

  test("can be searched for people by name, userid and job number", async () => {
    const { control } = open();
    const found = async (search: string) =>
      ((await control(`people?search=${encodeURIComponent(search)}`)).body.people as unknown as Body[]).map(
        ({ userId }) => userId,
      );
    expect(await found("买买提")).toContain("ayi006");
    expect(await found("guo005")).toEqual(["guo005"]);
    expect(await found("HZ00009")).toEqual(["ouyang009"]);
  });

  test("shows a person's day so far", async () => {
    const { body } = await open().control("people/zhao001");
    expect(body.day).toMatchObject({ shift: "白班", punches: [{ type: "OnDuty", timeResult: "Normal" }] });
  });
});

describe("a punch by hand", () => {
  test.each([
    [
      "at a site",
      { place: "site-2" },
      { locationResult: "Normal", locationMethod: "MAP", baseAddress: "钱塘区智慧水务三号泵站改造工程" },
    ],
    [
      "outside",
      { place: { lat: 30.1, lng: 120.2, accuracy: 420, remark: "看材料" } },
      { locationResult: "Outside", userAccuracy: 420, outsideRemark: "看材料", isLegal: "N" },
    ],
    [
      "by Wi-Fi",
      { place: { lat: 30.1, lng: 120.2, ssid: "GL2B-SITE" } },
      { locationMethod: "WIFI", userSsid: "GL2B-SITE" },
    ],
    [
      "on a machine",
      { place: { machine: "0601IFW201001N000101" } },
      { sourceType: "ATM", deviceSN: "0601IFW201001N000101" },
    ],
    [
      "of the past",
      { at: "2026-09-16T19:30:00+08:00", type: "off" },
      { checkType: "OffDuty", userCheckTime: Date.parse("2026-09-16T19:30:00+08:00") },
    ],
    ["without a type, after the first of the day", {}, { checkType: "OffDuty", timeResult: "Early" }],
  ])("%s becomes a record", async (_name, more, expected) => {
    const { control, old } = open();
    const { body } = await control("punch", { userId: "zhao001", ...more });
    expect(body.record).toMatchObject(expected);
    const listed = await old("/attendance/listRecord", records(["zhao001"], "2026-09-16 00:00", "2026-09-18 00:00"));
    expect(listed.body.recordresult).toContainEqual(body.record);
  });

  test.each([
    [{ userId: "nobody" }, 404],
    [{ userId: "zhao001", place: "moon" }, 400],
    [{ userId: "zhao001", type: "both" }, 400],
    [{ userId: "zhao001", at: "now" }, 400],
    [{ userId: "zhao001", place: { lat: "30" } }, 400],
  ])("is refused for %j", async (asked, status) => {
    const { simulator, control } = open();
    expect((await control("punch", asked)).status).toBe(status);
    expect(simulator.world.journal).toEqual([]);
  });
});

describe("somebody who left", () => {
  test("is gone from contacts and from attendance", async () => {
    const { control, old } = open();
    await control("employees/zhao001", undefined, "DELETE");
    expect((await old("/topapi/v2/user/get", { userid: "zhao001" })).body.errcode).toBe(60121);
    const { body } = await old("/attendance/listRecord", records(["zhao001"], "2026-09-16 00:00", "2026-09-18 00:00"));
    expect(body.recordresult).toEqual([]);
  });
});

describe("other requests", () => {
  test("bodies that are no JSON are refused with a reason", async () => {
    const { send } = open();
    expect(await send("POST", "/_simulator/punch", { body: "{" })).toMatchObject({
      status: 400,
      body: { problem: "the body is not JSON" },
    });
  });

  test("switches that nobody knows are refused", async () => {
    expect((await open().control("switches", { gravity: false })).status).toBe(400);
  });

  test("other origins may ask", async () => {
    const { simulator } = open();
    const request = new Request("http://simulator/_simulator/clock", { headers: { origin: "http://localhost:8787" } });
    expect((await simulator.fetch(request)).headers.get("access-control-allow-origin")).toBe("*");
  });
});
