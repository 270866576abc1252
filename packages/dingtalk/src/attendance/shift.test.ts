import { describe, expect, it } from "vitest";
import { clientAnswering } from "../testing.ts";
import { shift, shiftVersion } from "./shift.ts";

const point = (check_type: string, clock: string, across: number | string = 0) => ({
  check_type,
  check_time: `1970-01-01 ${clock}`,
  across,
});

function read(...sections: object[]) {
  const setting = { id: 588655171, shift_id: 677995086, work_time_minutes: 480 };
  const result = { id: 677995086, name: "白班", sections, shift_setting: setting };
  return shift(clientAnswering({ errcode: 0, result }).dingtalk, { opUserId: "mgr1001", shiftId: "677995086" });
}

describe("shift", () => {
  it("reads a day shift with its break", async () => {
    const day = await read({
      punches: [point("OnDuty", "09:00:00"), point("OffDuty", "18:00:00")],
      rests: [point("OnDuty", "12:00:00"), point("OffDuty", "13:00:00")],
    });
    expect(day).toEqual({
      shiftId: "677995086",
      version: "588655171",
      name: "白班",
      sections: [{ start: 540, end: 1080 }],
      breaks: [{ start: 720, end: 780 }],
    });
  });

  it("reads two sections without a break", async () => {
    const two = await read(
      { punches: [point("OnDuty", "08:00:00"), point("OffDuty", "12:00:00")] },
      { punches: [point("OnDuty", "14:00:00"), point("OffDuty", "18:00:00")], rests: null },
    );
    expect(two.sections).toEqual([
      { start: 480, end: 720 },
      { start: 840, end: 1080 },
    ]);
    expect(two.breaks).toEqual([]);
  });

  it("runs a night shift on past midnight, with its break", async () => {
    const night = await read({
      punches: [point("OnDuty", "20:00:00"), point("OffDuty", "05:00:00", "1")],
      rests: [point("OnDuty", "00:00:00", 1), point("OffDuty", "01:00:00", 1)],
    });
    expect(night.sections).toEqual([{ start: 1200, end: 1740 }]);
    expect(night.breaks).toEqual([{ start: 1440, end: 1500 }]);
  });

  it("takes an end before its start for the next day's", async () => {
    const { sections } = await read({ punches: [point("OnDuty", "20:00:00"), point("OffDuty", "05:00:00")] });
    expect(sections).toEqual([{ start: 1200, end: 1740 }]);
  });

  it("calls a shift without clock times unreadable", async () => {
    const broken = read({ punches: [{ check_type: "OnDuty", check_time: "nine" }] });
    await expect(broken).rejects.toMatchObject({ kind: "unreadable" });
  });
});

describe("shiftVersion", () => {
  it("asks for the version that a past day names and bears its name", async () => {
    const setting = { id: 588655199, shift_id: 677995086 };
    const sections = [{ punches: [point("OnDuty", "08:30:00"), point("OffDuty", "17:30:00")] }];
    const far = clientAnswering({
      errcode: 0,
      result: { id: 677995086, name: "白班", sections, shift_setting: setting },
    });
    const asked = { opUserId: "mgr1001", shiftId: "677995086", version: "588655171" };
    expect(await shiftVersion(far.dingtalk, asked)).toMatchObject({
      version: "588655171",
      sections: [{ start: 510, end: 1050 }],
    });
    expect(far.calls[0]?.body).toEqual({ op_user_id: "mgr1001", shift_id: 677995086, version: 588655171 });
  });
});
