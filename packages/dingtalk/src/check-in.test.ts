import { createSimulator } from "@today/simulator/simulator";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkInsOfDepartment, checkInsOfPeople } from "./check-in.ts";
import { spoilt } from "./odd-payload.ts";
import { clientAnswering, clientOf, farSide } from "./testing.ts";
import { sixty, townOf } from "./town.ts";

const town = () => townOf(createSimulator(sixty));

const DAY = 86_400_000;
const from = 1789315200000;
const ofDepartment = {
  userId: "zhao001",
  name: "赵一",
  timestamp: 1789354950000,
  place: "示例工地",
  detailPlace: "浙江省杭州市滨江区示例路88号",
  remark: "B标段现场交底",
  imageList: ["https://static.dingtalk.com/media/lADPfixture_592_1280.jpg"],
  latitude: 30.190244,
  longitude: 120.163907,
};
const ofPeople = {
  userid: "zhao001",
  checkin_time: 1789354950000,
  place: "示例工地",
  detail_place: "浙江省杭州市滨江区示例路88号",
  remark: "B标段现场交底",
  visit_user: "刘先生",
  longitude: "120.163907",
  latitude: "30.190244",
  image_list: ["https://static.dingtalk.com/media/lADPfixture_592_1280.jpg"],
};
const read = {
  checkInId: "check-in:zhao001:1789354950000",
  userId: "zhao001",
  at: 1789354950000,
  place: "示例工地",
  address: "浙江省杭州市滨江区示例路88号",
  lat: 30.190244,
  lng: 120.163907,
  remark: "B标段现场交底",
  photos: ["https://static.dingtalk.com/media/lADPfixture_592_1280.jpg"],
  visited: null,
};
const department = { departmentId: "1", from, to: from + DAY };
const people = { userIds: ["zhao001", "qian002"], from, to: from + DAY };

describe("of a department", () => {
  it("are read until a page is short, each once", async () => {
    const page = (size: number, start: number) =>
      Array.from({ length: size }, (_, index) => ({ ...ofDepartment, timestamp: 1789354950000 + start + index }));
    const far = farSide((_, count) => ({ errcode: 0, data: count === 1 ? page(100, 0) : page(3, 99) }));
    const { checkIns } = await checkInsOfDepartment(clientOf(far.fetch).dingtalk, department);
    expect(checkIns).toHaveLength(102);
    expect(checkIns[0]).toEqual({ ...read, raw: ofDepartment });
    expect(far.calls.map(({ method, url }) => `${method} ${url.searchParams.get("offset")}`)).toEqual([
      "GET 0",
      "GET 100",
    ]);
    expect(far.calls[0]?.url.searchParams.get("department_id")).toBe("1");
  });

  it("end with an empty page after a full one", async () => {
    const full = Array.from({ length: 100 }, (_, index) => ({ ...ofDepartment, userId: `p${index}` }));
    const far = farSide((_, count) => ({ errcode: 0, data: count === 1 ? full : [] }));
    expect((await checkInsOfDepartment(clientOf(far.fetch).dingtalk, department)).checkIns).toHaveLength(100);
  });

  it("spend no call on more than 45 days", async () => {
    const { dingtalk, calls } = clientAnswering({ errcode: 0 });
    await expect(checkInsOfDepartment(dingtalk, { ...department, to: from + 46 * DAY })).rejects.toThrow(RangeError);
    expect(calls).toEqual([]);
  });
});

describe("of people", () => {
  it("are read until there is no cursor, with whom they visited", async () => {
    const far = farSide((_, count) => ({
      errcode: 0,
      result: { next_cursor: count < 2 ? "100" : null, page_list: [{ ...ofPeople, userid: `p${count}` }] },
    }));
    const { checkIns, rejected } = await checkInsOfPeople(clientOf(far.fetch).dingtalk, people);
    expect(checkIns).toMatchObject([
      { ...read, userId: "p1", checkInId: "check-in:p1:1789354950000", visited: "刘先生" },
      {},
    ]);
    expect(rejected).toEqual([]);
    expect(far.calls.map(({ body }) => body.cursor)).toEqual([0, 100]);
  });

  it("may span ten days for one person and one day for several", async () => {
    const { dingtalk, calls } = clientAnswering({ errcode: 0, result: {} });
    const long = { from, to: from + 10 * DAY };
    await checkInsOfPeople(dingtalk, { userIds: ["zhao001"], ...long });
    await expect(checkInsOfPeople(dingtalk, { ...people, ...long })).rejects.toThrow(RangeError);
    const eleven = Array.from({ length: 11 }, (_, index) => `p${index}`);
    await expect(checkInsOfPeople(dingtalk, { ...people, userIds: eleven })).rejects.toThrow(RangeError);
    expect(calls).toHaveLength(1);
  });

  it("without a result are unreadable", async () => {
    const { dingtalk } = clientAnswering({ errcode: 0 });
    await expect(checkInsOfPeople(dingtalk, people)).rejects.toMatchObject({ kind: "unreadable", code: "result" });
  });

  it("that never end are unreadable", async () => {
    const { dingtalk } = clientAnswering({ errcode: 0, result: { next_cursor: 0 } });
    await expect(checkInsOfPeople(dingtalk, people)).rejects.toMatchObject({ code: "endless-list" });
  });
});

it("are alike by department and by people, in the simulator", async () => {
  const place = town();
  const now = place.simulator.now();
  const asked = { userId: "zhao001", at: now - 60_000, place: "office", remark: "交底", visitUser: "刘先生" };
  await place.control("check-in", asked);
  const window = { from: now - DAY / 2, to: now };
  for (const jitter of [false, true]) {
    await place.control("switches", { jitter });
    const whole = await checkInsOfDepartment(place.dingtalk, { departmentId: "1", ...window });
    const own = await checkInsOfPeople(place.dingtalk, { userIds: ["zhao001"], ...window });
    expect([...whole.rejected, ...own.rejected]).toEqual([]);
    const [mine] = own.checkIns.filter(({ remark }) => remark === "交底");
    expect(mine).toMatchObject({ userId: "zhao001", at: now - 60_000, visited: "刘先生" });
    const same = whole.checkIns.find(({ checkInId }) => checkInId === mine?.checkInId);
    expect(same?.lat).toBeCloseTo(mine?.lat ?? 0, 5);
  }
});

it("never throw on odd rows", async () => {
  await fc.assert(
    fc.asyncProperty(spoilt([ofDepartment, ofPeople]), async (data) => {
      const { checkIns } = await checkInsOfDepartment(clientAnswering({ errcode: 0, data }).dingtalk, department);
      for (const one of checkIns) expect(Number.isSafeInteger(one.at) && Math.abs(one.lat ?? 0) <= 90).toBe(true);
      expect(new Set(checkIns.map(({ checkInId }) => checkInId)).size).toBe(checkIns.length);
    }),
    { numRuns: 300 },
  );
});
