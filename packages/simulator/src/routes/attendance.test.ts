import { describe, expect, test } from "vitest";
import { at, type Body, open, records, results } from "../testing.ts";

const LIST = "/attendance/list";
const RECORD = "/attendance/listRecord";
const TODAY = ["2026-09-17 00:00", "2026-09-18 00:00"] as const;

const rowsOf = (body: Body) => body.recordresult as Body[];
const many = Array.from({ length: 51 }, (_, index) => `u${index}`);

describe("limits of the punch calls", () => {
  test.each([
    ["more than 50 people", RECORD, records(many, ...TODAY), 40032],
    ["a text instead of a list", RECORD, { ...records([], ...TODAY), userIds: "zhao001" }, 40035],
    ["eight days", RECORD, records(["zhao001"], "2026-09-09 00:00", "2026-09-17 00:01"), 41041],
    ["a date without a time", RECORD, { ...records(["zhao001"], ...TODAY), checkDateFrom: "2026-09-17" }, 41100],
    ["no time at all", RECORD, { userIds: ["zhao001"] }, 41100],
    ["more than 180 days ago", RECORD, records(["zhao001"], "2026-03-01 00:00", "2026-03-02 00:00"), 850002],
    ["half a year ago", LIST, results(["zhao001"], "2026-03-01", "2026-03-02"), 850002],
    ["a page of 51", LIST, { ...results(["zhao001"], "2026-09-17", "2026-09-17"), limit: 51 }, 40069],
    ["a negative offset", LIST, { ...results(["zhao001"], "2026-09-17", "2026-09-17"), offset: -1 }, 40068],
    ["no offset", LIST, { ...results(["zhao001"], "2026-09-17", "2026-09-17"), offset: undefined }, 40035],
  ])("%s", async (_name, path, body, errcode) => {
    expect((await open().old(path, body)).body.errcode).toBe(errcode);
  });

  test("seven days inclusive are allowed", async () => {
    const asked = records(["zhao001"], "2026-09-10 00:00", "2026-09-17 00:00");
    expect((await open().old(RECORD, asked)).body.errcode).toBe(0);
  });

  test("abroad and for nobody, the answer is empty and no error", async () => {
    const { old } = open();
    const abroad = await old(RECORD, { ...records(["zhao001"], ...TODAY), isI18n: true });
    expect(abroad.body).toMatchObject({ errcode: 0, recordresult: [] });
    expect((await old(LIST, results(["nobody"], "2026-09-16", "2026-09-17"))).body).toMatchObject({
      errcode: 0,
      hasMore: false,
      recordresult: [],
    });
  });
});

describe("listRecord", () => {
  test("has the demo morning's punch, 38 m from the centre", async () => {
    const { body } = await open().old(RECORD, records(["zhao001"], ...TODAY));
    expect(rowsOf(body)).toMatchObject([
      {
        userId: "zhao001",
        workDate: at("2026-09-17 00:00"),
        userCheckTime: at("2026-09-17 08:57") + 21_000,
        checkType: "OnDuty",
        timeResult: "Normal",
        locationResult: "Normal",
        isLegal: "Y",
        userAccuracy: 15,
      },
    ]);
  });

  test("applies the time of day", async () => {
    const { old } = open();
    const before = await old(RECORD, records(["zhao001"], "2026-09-17 00:00", "2026-09-17 08:57"));
    expect(rowsOf(before.body)).toEqual([]);
    const within = await old(RECORD, records(["zhao001"], "2026-09-17 08:57", "2026-09-17 08:58"));
    expect(rowsOf(within.body)).toHaveLength(1);
  });

  test("knows nothing of what lies ahead", async () => {
    const { simulator, old } = open();
    expect(rowsOf((await old(RECORD, records(["zhao001"], ...TODAY))).body)).toHaveLength(1);
    await simulator.advanceTo(at("2026-09-17 20:00"));
    expect(rowsOf((await old(RECORD, records(["zhao001"], ...TODAY))).body)).toHaveLength(2);
  });

  test("books a night's last punch on the day on which the shift began", async () => {
    const { body } = await open().old(RECORD, records(["ayi006"], ...TODAY));
    expect(rowsOf(body)).toMatchObject([{ checkType: "OffDuty", workDate: at("2026-09-16 00:00") }]);
    expect(Number(rowsOf(body)[0]?.userCheckTime)).toBeGreaterThan(at("2026-09-17 06:00"));
  });

  test("gives machine punches without coordinates and with the machine's name", async () => {
    const { simulator, old } = open({ people: 200 });
    const people = simulator.world.people().filter(({ habit }) => habit === "gate");
    const { body } = await old(
      RECORD,
      records(
        people.slice(0, 20).map(({ userId }) => userId),
        ...TODAY,
      ),
    );
    const [row] = rowsOf(body).filter(({ invalidRecordType }) => !invalidRecordType);
    expect(row).toMatchObject({ sourceType: "ATM", locationMethod: "ATM", deviceSN: expect.any(String) });
    expect(String(row?.userAddress)).toMatch(/闸机|考勤机/);
    expect(row).not.toHaveProperty("userLatitude");
    expect(row).not.toHaveProperty("deviceId");
  });

  test("lacks four fields of invalid punches", async () => {
    const { control, old } = open();
    const place = { lat: 30.1, lng: 120.1, invalid: "Security" };
    await control("punch", { userId: "li002", at: "2026-09-17T08:30:00+08:00", place });
    const { body } = await old(RECORD, records(["li002"], ...TODAY));
    const [invalid] = rowsOf(body);
    expect(invalid).toMatchObject({ invalidRecordType: "Security", locationMethod: "MAP" });
    for (const field of ["checkType", "timeResult", "planId", "groupId"]) expect(invalid).not.toHaveProperty(field);
  });

  test("with the jitter switch has numbers as text here and there, always the same", async () => {
    const { control, old } = open();
    await control("switches", { jitter: true });
    const first = rowsOf((await old(RECORD, records(["zhao001", "li002"], ...TODAY))).body);
    const kinds = new Set(first.flatMap((row) => [typeof row.id, typeof row.userCheckTime, typeof row.userLatitude]));
    expect(kinds).toEqual(new Set(["string", "number"]));
    expect(rowsOf((await old(RECORD, records(["zhao001", "li002"], ...TODAY))).body)).toEqual(first);
  });
});

describe("list", () => {
  const missed = async (now: string) => {
    const { simulator, old } = open();
    await simulator.advanceTo(Math.max(at(now), simulator.now()));
    const rows = rowsOf((await old(LIST, results(["guo005"], "2026-09-16", "2026-09-16"))).body);
    return rows.filter(({ timeResult }) => timeResult === "NotSigned");
  };

  test("has a row of its own for a forgotten check-out", async () => {
    expect(await missed("2026-09-17 09:02")).toMatchObject([
      {
        checkType: "OffDuty",
        sourceType: "SYSTEM",
        locationResult: "NotSigned",
        baseCheckTime: at("2026-09-16 18:00"),
        userCheckTime: at("2026-09-16 18:00"),
      },
    ]);
  });

  test("makes it at the midpoint to the next shift, not before", async () => {
    const rows = async (start: string) => {
      const { control, old } = open({ start });
      await control("clock", { advanceMinutes: 0 });
      return rowsOf((await old(LIST, results(["guo005"], "2026-09-16", "2026-09-16"))).body);
    };
    const isMissed = (row: Body) => row.timeResult === "NotSigned";
    expect((await rows("2026-09-17T01:29:00+08:00")).filter(isMissed)).toHaveLength(0);
    expect((await rows("2026-09-17T01:30:00+08:00")).filter(isMissed)).toHaveLength(1);
  });

  test("names the record that was used, and its id is another one", async () => {
    const { old } = open();
    const [row] = rowsOf((await old(LIST, results(["zhao001"], "2026-09-17", "2026-09-17"))).body);
    const [record] = rowsOf((await old(RECORD, records(["zhao001"], ...TODAY))).body);
    expect(row?.recordId).toBe(record?.id);
    expect(row?.planId).toBe(record?.planId);
    expect(row?.id).not.toBe(record?.id);
  });

  test("pages through everything once", async () => {
    const { simulator, old } = open({ people: 60 });
    const ids = simulator.world
      .people()
      .slice(0, 50)
      .map(({ userId }) => userId);
    const asked = results(ids, "2026-09-14", "2026-09-16");
    const seen: unknown[] = [];
    for (let offset = 0, more = true; more; offset += 50) {
      const { body } = await old(LIST, { ...asked, offset });
      seen.push(...rowsOf(body).map(({ id }) => id));
      more = Boolean(body.hasMore);
    }
    expect(seen.length).toBeGreaterThan(200);
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe("a 补卡", () => {
  const supply = { userId: "guo005", workDate: "2026-09-16", type: "off", at: "2026-09-16T18:00:00+08:00" };

  test("changes the past day: the row is approved, a record appears, and the day's records are newer", async () => {
    const { simulator, control, old } = open();
    await simulator.advanceTo(at("2026-09-18 10:30"));
    await control("supply", supply);
    const [, row] = rowsOf((await old(LIST, results(["guo005"], "2026-09-16", "2026-09-16"))).body);
    expect(row).toMatchObject({ timeResult: "Normal", sourceType: "APPROVE", userCheckTime: at("2026-09-16 18:00") });
    expect(row?.procInstId).toMatch(/^SimSupply/);
    const found = rowsOf((await old(RECORD, records(["guo005"], "2026-09-16 00:00", "2026-09-17 00:00"))).body);
    expect(found).toMatchObject([{ sourceType: "USER" }, { sourceType: "APPROVE", checkType: "OffDuty" }]);
    expect(found.map(({ gmtModified }) => Number(gmtModified) >= at("2026-09-18 10:30"))).toEqual([true, true]);
  });

  test("does not show among the records when the switch is off", async () => {
    const { control, old } = open();
    await control("switches", { supplyInRecords: false });
    await control("supply", supply);
    const found = rowsOf((await old(RECORD, records(["guo005"], "2026-09-16 00:00", "2026-09-17 00:00"))).body);
    expect(found).toHaveLength(1);
  });

  test("of the seed arrives two days later", async () => {
    const { simulator } = open({ people: 200 });
    const { world } = simulator;
    const day = world.workDate(world.people()[0] ?? fail(), at("2026-09-14 12:00"));
    const supplied = (now: string) =>
      world.people().flatMap((person) => world.workday(person, day, at(now)).punches.filter((punch) => punch.supply));
    expect(supplied("2026-09-16 09:59")).toEqual([]);
    expect(supplied("2026-09-16 11:00").length).toBeGreaterThan(0);
  });
});

describe("getupdatedata", () => {
  test("tells one person's day with texts and its odd key", async () => {
    const { old, control } = open();
    const leave = { start: "2026-09-17T13:00:00+08:00", end: "2026-09-17T18:00:00+08:00", name: "事假" };
    await control("approve-leave", { userId: "zhao001", ...leave });
    const { body } = await old("/topapi/attendance/getupdatedata", { userid: "zhao001", work_date: "2026-09-17" });
    expect(body).toMatchObject({
      success: true,
      result: {
        work_date: "2026-09-17 00:00:00",
        attendance_result_list: [{ plan_check_time: "2026-09-17 09:00:00", user_check_time: "2026-09-17 08:57:21" }],
        approve_list: [{ procInst_id: expect.any(String), biz_type: 3, duration: "5", duration_unit: "hour" }],
        check_record_list: [{ valid_matched: true, user_accuracy: "15.0" }],
      },
    });
  });

  test("refuses what is older than half a year", async () => {
    const asked = { userid: "zhao001", work_date: "2026-01-05" };
    expect((await open().old("/topapi/attendance/getupdatedata", asked)).body.errcode).toBe(850002);
  });
});

function fail(): never {
  throw new Error("nobody is here");
}
