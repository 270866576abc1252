import { describe, expect, it } from "vitest";
import { normaliseEvent } from "./event.ts";

const punch = {
  userId: "zhao001",
  corpId: "ding0000fixture0001",
  checkTime: 1789347441000,
  address: "浙江省杭州市余杭区示例路1号",
  latitude: 30.285413,
  longitude: "120.017139",
  locationResult: "Normal",
  locationMethod: "WIFI",
  groupId: "4C63A10000000001",
  bizId: "E171DCCE5B0A4F01",
  checkByUser: true,
};

const read = {
  userId: "zhao001",
  at: 1789347441000,
  bizId: "E171DCCE5B0A4F01",
  lat: 30.285413,
  lng: 120.017139,
  address: "浙江省杭州市余杭区示例路1号",
  locationMethod: "WIFI",
  machine: null,
  byUser: true,
};

describe("normaliseEvent", () => {
  it("reads punches pushed over HTTP, over Stream and in historic casing alike", () => {
    const http = {
      EventType: "attendance_check_record",
      EventTime: 1789347443000,
      CorpId: "ding0000fixture0001",
      eventId: "c7c7",
      dataList: [punch],
    };
    const { dataList, ...historic } = http;
    const stream = {
      eventType: "attendance_check_record",
      eventBornTime: "1789347443000",
      eventCorpId: "ding0000fixture0001",
      eventId: "c7c7",
      data: { dataList },
    };
    for (const raw of [http, stream, { ...historic, DataList: punch }]) {
      expect(normaliseEvent(raw, "hash")).toEqual({
        type: "attendance_check_record",
        id: "c7c7",
        corpId: "ding0000fixture0001",
        bornAt: 1789347443000,
        punches: [read],
        rejected: [],
      });
    }
  });

  it("sets aside a punch without a person or time", () => {
    const raw = { EventType: "attendance_check_record", dataList: [{ userId: "zhao001" }, punch] };
    expect(normaliseEvent(raw, "hash")).toMatchObject({ punches: [read], rejected: [{ reason: "checktime" }] });
  });

  it("knows a replay by the system", () => {
    const raw = { EventType: "attendance_check_record", dataList: [{ ...punch, checkByUser: "false" }] };
    expect(normaliseEvent(raw, "hash")).toMatchObject({ punches: [{ byUser: false }] });
  });

  it.each([
    "user_add_org",
    "user_modify_org",
    "user_leave_org",
    "user_active_org",
    "org_admin_add",
    "org_admin_remove",
  ])("reads the people of %s in any casing, also a single one", (type) => {
    for (const raw of [
      { EventType: type, TimeStamp: "1789365933000", UserId: ["li004"], CorpId: "ding1" },
      { EventType: type, timeStamp: 1789365933000, userId: "li004", corpId: "ding1", diffInfo: [] },
      { eventType: type, eventBornTime: 1789365933000, eventCorpId: "ding1", data: { userid: ["li004"] } },
    ]) {
      const expected = { type, id: "hash", corpId: "ding1", bornAt: 1789365933000, userIds: ["li004"] };
      expect(normaliseEvent(raw, "hash")).toEqual(expected);
    }
  });

  it.each(["org_dept_create", "org_dept_modify", "org_dept_remove"])("reads the departments of %s", (type) => {
    expect(normaliseEvent({ EventType: type, deptId: [432825033] }, "hash")).toMatchObject({
      type,
      departmentIds: ["432825033"],
    });
  });

  it("reads the check of the address", () => {
    expect(normaliseEvent({ EventType: "check_url" }, "hash")).toMatchObject({ type: "check_url", id: "hash" });
  });

  it("tells an event that came without content, the month's pushes being used up", () => {
    const raw = { eventType: "user_modify_org", eventId: "e1", data: { errCode: 20001 } };
    expect(normaliseEvent(raw, "hash")).toMatchObject({ type: "over-quota", name: "user_modify_org", id: "e1" });
  });

  it("keeps what it does not know", () => {
    const raw = { EventType: "bpms_instance_change", type: "finish", result: "agree", corpId: "ding1" };
    const expected = { type: "unknown", name: "bpms_instance_change", raw, id: "hash", corpId: "ding1", bornAt: null };
    expect(normaliseEvent(raw, "hash")).toEqual(expected);
    expect(normaliseEvent({}, "hash")).toMatchObject({ type: "unknown", name: "" });
    expect(normaliseEvent("oops", "hash")).toMatchObject({ type: "unknown", name: "" });
  });
});
