import { describe, expect, test } from "vitest";
import { at, type Body, type Opened, open } from "../testing.ts";

const PHOTO = "https://static.dingtalk.com/media/lADPfixture_592_1280.jpg";
const HERE = { userId: "zhao001", place: "site-1", remark: "现场交底", images: [PHOTO], visitUser: "刘先生" };
const TODAY = { start_time: at("2026-09-17 00:00"), end_time: at("2026-09-17 23:00") };

async function ofDepartment({ send, token }: Opened, asked: object): Promise<Body> {
  const query = new URLSearchParams({ access_token: await token() });
  for (const [name, value] of Object.entries(asked)) query.set(name, String(value));
  return (await send("GET", `/checkin/record?${query}`)).body;
}

const ofUsers = async ({ old }: Opened, userid_list: string, more: object = {}) =>
  (await old("/topapi/checkin/record/get", { userid_list, ...TODAY, cursor: 0, size: 100, ...more })).body;

describe("a check-in", () => {
  test("is told by department with numbers, without an envelope and without whom one visited", async () => {
    const opened = open();
    await opened.control("check-in", HERE);
    const body = await ofDepartment(opened, { department_id: 512030010, ...TODAY });
    expect(body.errcode).toBe(0);
    expect(body.data).toEqual([
      {
        userId: "zhao001",
        name: "赵磊",
        timestamp: at("2026-09-17 09:02"),
        place: expect.stringContaining("综合管廊"),
        detailPlace: expect.any(String),
        remark: "现场交底",
        imageList: [PHOTO],
        latitude: 30.2287,
        longitude: 120.2279,
      },
    ]);
  });

  test("is told by person with texts and whom one visited", async () => {
    const opened = open();
    await opened.control("check-in", HERE);
    await opened.control("check-in", { userId: "zhao001", place: { lat: 30.1, lng: 120.2, name: "材料市场" } });
    const result = (await ofUsers(opened, "zhao001")).result as unknown as Body;
    expect(result.next_cursor).toBeNull();
    expect(result.page_list).toMatchObject([
      { visit_user: "刘先生", latitude: "30.228700", image_list: [PHOTO] },
      { place: "材料市场" },
    ]);
    expect((result.page_list as Body[])[1]).not.toHaveProperty("image_list");
    const second = (await ofUsers(opened, "zhao001", { cursor: 1, size: 1 })).result as unknown as Body;
    expect(second.page_list).toMatchObject([{ place: "材料市场" }]);
    const first = (await ofUsers(opened, "zhao001", { size: 1 })).result as unknown as Body;
    expect(first.next_cursor).toBe(1);
  });

  test("of the seed is made by people on the road, the same ones each time, also known to the vendor's package", async () => {
    const opened = open({ people: 200 });
    const window = { start_time: at("2026-09-07 00:00"), end_time: at("2026-09-17 00:00") };
    const all = { department_id: 1, ...window };
    const rows = (await ofDepartment(opened, all)).data as unknown as Body[];
    expect(rows.length).toBeGreaterThan(10);
    expect((await ofDepartment(open({ people: 200 }), all)).data).toEqual(rows);
    expect((await ofDepartment(opened, { ...all, order: "desc", offset: 0, size: 1 })).data).toEqual(rows.slice(-1));
    const [someone] = rows;
    const asked = { userIdList: [someone?.userId], startTime: window.start_time, endTime: window.end_time };
    const { body } = await opened.fresh("/v1.0/checkIn/records/query", asked);
    const page = (body.result as unknown as Body).pageList as Body[];
    expect(page).toHaveLength(rows.filter(({ userId }) => userId === someone?.userId).length);
    await opened.control("switches", { vendorOnlyCalls: false });
    expect((await opened.fresh("/v1.0/checkIn/records/query", asked)).status).toBe(403);
  });

  test.each([
    ["a subtree above a thousand people", { people: 1200 }, { department_id: 1, ...TODAY }, 400002],
    ["more than 45 days", {}, { department_id: 1, start_time: 0, end_time: at("2026-09-17 00:00") }, 41041],
    ["a page of 101", {}, { department_id: 1, ...TODAY, offset: 0, size: 101 }, 40069],
    ["no department", {}, TODAY, 40035],
    ["an unknown department", {}, { department_id: 7, ...TODAY }, 60003],
  ])("is refused by department for %s", async (_name, options, asked, errcode) => {
    expect((await ofDepartment(open(options), asked)).errcode).toBe(errcode);
  });

  test.each([
    ["eleven people", Array.from({ length: 11 }, () => "u").join(","), {}, 40032],
    ["one person and eleven days", "zhao001", { start_time: at("2026-09-06 00:00") }, 41041],
    ["two people and two days", "zhao001,li002", { start_time: at("2026-09-15 00:00") }, 41041],
    ["a page of 101", "zhao001", { size: 101 }, 40069],
    ["no cursor", "zhao001", { cursor: undefined }, 40035],
  ])("is refused by person for %s", async (_name, ids, more, errcode) => {
    expect((await ofUsers(open(), ids, more)).errcode).toBe(errcode);
  });

  test("cannot be made ahead of time or by nobody", async () => {
    const { control } = open();
    expect((await control("check-in", { ...HERE, at: "2026-09-17T10:00:00+08:00" })).status).toBe(400);
    expect((await control("check-in", { ...HERE, userId: "nobody" })).status).toBe(404);
  });
});
