import { describe, expect, test } from "vitest";
import type { SimulatorOptions } from "../options.ts";
import { at, type Body, open } from "../testing.ts";
import { seal, signature, unseal } from "./seal.ts";

const KEYS = { token: "today123", aesKey: "1234567890123456789012345678901234567890123", ownerKey: "dingsimulatorapp" };
const CALLBACK = { url: "https://app.example.com/dingtalk/callback", token: KEYS.token, aesKey: KEYS.aesKey };

/** An app that reads pushes as DingTalk's documents say, and answers by `reply`. */
async function listening(options: SimulatorOptions = {}, callback: object = CALLBACK) {
  const heard: Body[] = [];
  let reply: "success" | "plain" | "silence" | "late" = "success";
  const send = async (request: Request): Promise<Response> => {
    if (reply === "silence") throw new Error("connection refused");
    const { searchParams: query } = new URL(request.url);
    const { encrypt } = await request.json();
    const [timestamp, nonce] = [String(query.get("timestamp")), String(query.get("nonce"))];
    expect(query.get("msg_signature")).toBe(signature(KEYS.token, { timestamp, nonce, encrypt }));
    expect(query.get("signature")).toBe(query.get("msg_signature"));
    heard.push(JSON.parse(unseal(KEYS, encrypt)));
    if (reply === "plain") return new Response("success");
    const sealed = seal(KEYS, "success", "abcdefghijklmnop");
    const signed = signature(KEYS.token, { timestamp, nonce: "n", encrypt: sealed });
    return Response.json({ msg_signature: signed, timeStamp: timestamp, nonce: "n", encrypt: sealed });
  };
  const opened = open({ send, ...options });
  const registered = await opened.control("callback", callback);
  return {
    ...opened,
    heard,
    registered,
    answerWith: (next: typeof reply) => {
      reply = next;
    },
  };
}

const typesOf = (heard: readonly Body[]) => heard.map(({ EventType }) => EventType);

describe("registering an address", () => {
  test("sends check_url, sealed and signed", async () => {
    const { heard, registered } = await listening();
    expect(registered).toMatchObject({ status: 200, body: { url: CALLBACK.url } });
    expect(heard).toEqual([{ EventType: "check_url" }]);
  });

  test("is refused when the answer is plain or nobody answers", async () => {
    const { control, answerWith } = await listening();
    answerWith("plain");
    expect((await control("callback", CALLBACK)).body.problem).toContain("check_url failed");
    answerWith("silence");
    expect((await control("callback", CALLBACK)).body.problem).toContain("connection refused");
  });

  test.each([
    { ...CALLBACK, aesKey: "short" },
    { ...CALLBACK, token: "a" },
    { ...CALLBACK, url: "here" },
  ])("is refused for %j", async (callback) => {
    expect((await listening({}, callback)).registered.status).toBe(400);
  });
});

describe("contact events", () => {
  test("tell who came, changed and left", async () => {
    const { control, heard } = await listening();
    const { body } = await control("employees", { name: "周新", site: "site-1" });
    const { userId } = body.person as unknown as Body;
    await control(`employees/${userId}`, { name: "周新新" }, "PATCH");
    await control(`employees/${userId}`, undefined, "DELETE");
    expect(typesOf(heard)).toEqual(["check_url", "user_add_org", "user_modify_org", "user_leave_org"]);
    expect(heard[1]).toMatchObject({
      EventTime: at("2026-09-17 09:02"),
      CorpId: "ding0simulator0001",
      userId: [userId],
      timeStamp: String(at("2026-09-17 09:02")),
    });
    expect(heard[2]).toMatchObject({ diffInfo: { prev: { name: "周新" }, curr: { name: "周新新" } } });
    expect(new Set(heard.slice(1).map(({ eventId }) => eventId)).size).toBe(3);
  });

  test("come twice, with the same id, when the switch says so", async () => {
    const { control, heard } = await listening();
    await control("switches", { duplicateEvents: true });
    await control("employees", { name: "周新" });
    expect(typesOf(heard)).toEqual(["check_url", "user_add_org", "user_add_org"]);
    expect(heard[1]?.eventId).toBe(heard[2]?.eventId);
  });

  test("can be written as they were captured in other years", async () => {
    const { control, heard } = await listening();
    await control("switches", { eventCasing: "capitals" });
    await control("employees", { name: "周新" });
    expect(heard[1]).toMatchObject({ UserId: [expect.any(String)], TimeStamp: expect.any(String) });
    await control("switches", { eventCasing: "no-event-id" });
    await control("employees", { name: "周新" });
    expect(heard[2]).not.toHaveProperty("eventId");
  });
});

describe("a push that is not taken", () => {
  test("comes again after 10 s and 30 s and then stands in the failed list, which a read clears", async () => {
    const { simulator, control, answerWith, send, token } = await listening();
    answerWith("silence");
    await control("employees", { name: "周新" });
    const pending = async () => (await control("state")).body;
    expect(await pending()).toMatchObject({ pending: 1, failed: 0 });
    await simulator.advanceTo(at("2026-09-17 09:02") + 9_000);
    expect(await pending()).toMatchObject({ pending: 1, failed: 0 });
    await simulator.advanceTo(at("2026-09-17 09:02") + 39_000);
    expect(await pending()).toMatchObject({ pending: 1, failed: 0 });
    await simulator.advanceTo(at("2026-09-17 09:02") + 41_000);
    expect(await pending()).toMatchObject({ pending: 0, failed: 1 });
    const read = async () =>
      (await send("GET", `/call_back/get_call_back_failed_result?access_token=${await token()}`)).body;
    expect((await read()).failed_list).toEqual([]);
    await simulator.advanceTo(at("2026-09-17 09:06"));
    const { failed_list, has_more } = await read();
    expect(has_more).toBe(false);
    expect(failed_list).toMatchObject([
      { call_back_tag: "user_add_org", user_add_org: { corpid: "ding0simulator0001", userid: [expect.any(String)] } },
    ]);
    expect((await read()).failed_list).toEqual([]);
  });

  test("is over when the second try is taken", async () => {
    const { simulator, control, answerWith, heard } = await listening();
    answerWith("plain");
    await control("employees", { name: "周新" });
    answerWith("success");
    await simulator.advanceTo(at("2026-09-17 09:10"));
    expect(typesOf(heard)).toEqual(["check_url", "user_add_org", "user_add_org"]);
    expect((await control("state")).body).toMatchObject({ pending: 0, failed: 0 });
  });
});

describe("punch events", () => {
  test("are off at first, and when on come in time order, at most one per person and minute", async () => {
    const { simulator, control, heard } = await listening({ people: 60 });
    await simulator.advanceTo(at("2026-09-17 18:30"));
    expect(typesOf(heard)).toEqual(["check_url"]);
    await control("switches", { punchEvents: true });
    await simulator.advanceTo(at("2026-09-18 09:30"));
    const punches = heard.slice(1).map((event) => (event.dataList as Body[])[0] ?? {});
    expect(punches.length).toBeGreaterThan(40);
    const times = punches.map(({ checkTime }) => Number(checkTime));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(Math.min(...times)).toBeGreaterThan(at("2026-09-17 18:30"));
    const minutes = punches.map(({ userId, checkTime }) => `${userId} ${Math.floor(Number(checkTime) / 60_000)}`);
    expect(new Set(minutes).size).toBe(minutes.length);
    expect(heard[1]).toMatchObject({
      EventType: "attendance_check_record",
      dataList: [{ checkByUser: true, groupId: expect.stringMatching(/^\w{32}$/) }],
    });
  });

  test("follow a punch by hand at once and stop when the month's pushes are used up", async () => {
    const { control, heard } = await listening({ monthlyEvents: 2 });
    await control("switches", { punchEvents: true });
    for (let count = 0; count < 4; count += 1) await control("punch", { userId: "zhao001", type: "off" });
    expect(typesOf(heard)).toEqual(["check_url", "attendance_check_record", "attendance_check_record"]);
    await control("employees", { name: "周新" });
    expect(typesOf(heard).at(-1)).toBe("user_add_org");
  });

  test("tell that a leave was approved", async () => {
    const { control, heard } = await listening();
    await control("switches", { punchEvents: true });
    await control("approve-leave", {
      userId: "li002",
      start: "2026-09-17T15:00:00+08:00",
      end: "2026-09-17T18:00:00+08:00",
    });
    expect(heard.at(-1)).toMatchObject({
      EventType: "attendance_approve_status_change",
      approveType: "LEAVE",
      status: "finish",
    });
  });
});
