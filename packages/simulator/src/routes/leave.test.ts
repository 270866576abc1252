import { describe, expect, test } from "vitest";
import { at, type Body, open } from "../testing.ts";

const STATUS = "/topapi/attendance/getleavestatus";
const asked = (userid_list: string, from: string, to: string) => ({
  userid_list,
  start_time: at(`${from} 00:00`),
  end_time: at(`${to} 00:00`),
  offset: 0,
  size: 20,
});

describe("leave status", () => {
  test("tells an approved leave in hundredths", async () => {
    const { old, control } = open();
    const hours = { start: "2026-09-17T15:30:00+08:00", end: "2026-09-17T18:00:00+08:00" };
    await control("approve-leave", { userId: "zhao001", ...hours });
    const { body } = await old(STATUS, asked("zhao001", "2026-09-17", "2026-09-18"));
    expect(body.result).toMatchObject({
      has_more: false,
      leave_status: [
        { userid: "zhao001", duration_unit: "percent_hour", duration_percent: 250, start_time: at("2026-09-17 15:30") },
      ],
    });
  });

  test("has whole days, half days and hours of the seed, and whoever is on leave does not punch", async () => {
    const { simulator } = open({ people: 200 });
    const { world } = simulator;
    const [from, to] = [at("2026-08-17 00:00"), at("2026-09-17 00:00")];
    const leaves = world.people().flatMap((person) => world.leaves(person, from, to));
    expect(new Set(leaves.map(({ unit, percent }) => `${unit} ${Math.min(percent, 200)}`)).size).toBeGreaterThan(4);
    const whole = leaves.find(({ percent, unit }) => unit === "percent_day" && percent === 100);
    const person = world.person(whole?.userId ?? "");
    if (!whole || !person) throw new Error("nobody took a day off");
    const workday = world.workday(person, world.workDate(person, whole.start), simulator.now());
    expect(workday.punches).toEqual([]);
    expect(workday.results.every(({ leave }) => leave === whole || leave?.procInstId === whole.procInstId)).toBe(true);
  });

  test("comes twenty at a time", async () => {
    const { simulator, old } = open({ people: 200 });
    const ids = simulator.world
      .people()
      .slice(0, 100)
      .map(({ userId }) => userId)
      .join(",");
    const body = asked(ids, "2026-06-01", "2026-09-17");
    const first = (await old(STATUS, body)).body.result as unknown as Body;
    expect(first.has_more).toBe(true);
    expect(first.leave_status).toHaveLength(20);
    const next = (await old(STATUS, { ...body, offset: 20 })).body.result as unknown as Body;
    expect(next.leave_status).not.toEqual(first.leave_status);
  });

  test.each([
    [
      "more than 100 people",
      { ...asked(Array.from({ length: 101 }, () => "u").join(","), "2026-09-17", "2026-09-18") },
      40032,
    ],
    ["more than 180 days", asked("zhao001", "2026-01-01", "2026-09-17"), 41041],
    ["a page of 21", { ...asked("zhao001", "2026-09-17", "2026-09-18"), size: 21 }, 40069],
  ])("refuses %s", async (_name, body, errcode) => {
    expect((await open().old(STATUS, body)).body.errcode).toBe(errcode);
  });
});

describe("half a day of leave", () => {
  test("moves what late and early are measured from", async () => {
    const { simulator, control } = open();
    const { world } = simulator;
    const person = world.person("zhao001");
    if (!person) throw new Error("zhao001 is not here");
    const half = { start: "2026-09-18T13:00:00+08:00", end: "2026-09-18T18:00:00+08:00", unit: "halfDay" };
    await control("approve-leave", { userId: "zhao001", ...half });
    await simulator.advanceTo(at("2026-09-19 09:00"));
    const { results } = world.workday(person, world.workDate(person, at("2026-09-18 12:00")), simulator.now());
    expect(results.map(({ point }) => point.base)).toEqual([at("2026-09-18 09:00"), at("2026-09-18 12:00")]);
    expect(results.map(({ punch }) => punch?.timeResult)).toEqual(["Normal", "Normal"]);
  });
});

describe("leave types", () => {
  test("are given to an administrator who asks for all", async () => {
    const { old } = open();
    const asked = { op_userid: "admin012", vacation_source: "all" };
    const { body } = await old("/topapi/attendance/vacation/type/list", asked);
    expect((body.result as unknown as Body[]).map(({ leave_name }) => leave_name)).toContain("事假");
    const some = await old("/topapi/attendance/vacation/type/list", { op_userid: "admin012" });
    expect(some.body.result).toEqual([]);
  });
});
