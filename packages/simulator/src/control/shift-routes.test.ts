import { describe, expect, test } from "vitest";
import { seal, signature, unseal } from "../events/seal.ts";
import { type Body, open } from "../testing.ts";

const KEYS = { token: "today123", aesKey: "1234567890123456789012345678901234567890123", ownerKey: "dingsimulatorapp" };

async function listening(switches: object) {
  const heard: Body[] = [];
  const send = async (request: Request): Promise<Response> => {
    heard.push(JSON.parse(unseal(KEYS, (await request.json()).encrypt)));
    const sealed = seal(KEYS, "success", "abcdefghijklmnop");
    const signed = signature(KEYS.token, { timestamp: "1", nonce: "n", encrypt: sealed });
    return Response.json({ msg_signature: signed, timeStamp: "1", nonce: "n", encrypt: sealed });
  };
  const opened = open({ send });
  await opened.control("callback", { url: "https://app.example.com/push", ...KEYS });
  await opened.control("switches", switches);
  heard.length = 0;
  await opened.control("shifts/677995086", { name: "新白班" }, "PATCH");
  await opened.control("group-members", { userId: "zhao001", groupId: 685935240 });
  await opened.control("schedules", { userId: "li002", from: "2026-09-15", to: "2026-09-16", shiftId: 0 });
  return heard;
}

describe("changes of shifts, groups and schedules", () => {
  test("are told as events when their switches are on", async () => {
    expect(await listening({ attendanceEvents: true, scheduleEvents: true })).toMatchObject([
      { EventType: "attend_shift_change", id: 677995086, name: "新白班", action: "attend_shift_update" },
      { EventType: "attend_group_change", id: 685935240, action: "attend_group_update" },
      { EventType: "attendance_schedule_change", DataList: [{ userIds: ["li002"], type: "modify" }] },
    ]);
  });

  test("are told to nobody otherwise", async () => {
    expect(await listening({})).toEqual([]);
  });

  test.each([
    ["shifts/1", { name: "无" }, "PATCH", 404],
    ["schedules", { userId: "nobody", shiftId: 0 }, "POST", 404],
    ["schedules", { userId: "li002", shiftId: 7 }, "POST", 404],
    ["schedules", { userId: "li002", shiftId: 0, from: "2026-09-16", to: "2026-09-15" }, "POST", 400],
    ["schedules", { userId: "li002", shiftId: 0, from: "morgen" }, "POST", 400],
    ["group-members", { userId: "li002", groupId: 1 }, "POST", 404],
    ["shifts", { name: "坏班", points: ["09:00"] }, "POST", 400],
    ["shifts", { name: "坏班", points: "09:00" }, "POST", 400],
  ])("%s %j is refused", async (path, asked, method, status) => {
    expect((await open().control(path, asked, method)).status).toBe(status);
  });
});
