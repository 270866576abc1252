import { describe, expect, test } from "vitest";
import type { SimulatorState } from "./options.ts";
import { at, open } from "./testing.ts";

const MORNING = at("2026-09-17 09:02");

describe("the clock", () => {
  test("stands until it is moved", () => {
    const { simulator } = open();
    expect(simulator.now()).toBe(MORNING);
    expect(simulator.now()).toBe(MORNING);
  });

  test("runs with the real time when told so", async () => {
    const { simulator, control } = open({ running: true });
    await new Promise((done) => setTimeout(done, 30));
    expect(simulator.now() - MORNING).toBeGreaterThanOrEqual(25);
    expect(simulator.now() - MORNING).toBeLessThan(5000);
    const { body } = await control("clock", { running: false });
    expect(body.running).toBe(false);
  });

  test.each([
    [{ advanceMinutes: 5 }, "2026-09-17T09:07:00+08:00"],
    [{ to: "2026-09-17T12:00:00+08:00" }, "2026-09-17T12:00:00+08:00"],
    [{ timeOfDay: "18:05" }, "2026-09-17T18:05:00+08:00"],
    [{ timeOfDay: "08:00" }, "2026-09-18T08:00:00+08:00"],
    [{ nextMorning: true }, "2026-09-18T09:02:00+08:00"],
  ])("goes by %j to %s", async (asked, now) => {
    expect((await open().control("clock", asked)).body.now).toBe(now);
  });

  test("knows that the next morning after a Friday is the swapped Sunday", async () => {
    const { control } = open();
    await control("clock", { nextMorning: true });
    expect((await control("clock", { nextMorning: true })).body.now).toBe("2026-09-20T09:02:00+08:00");
  });

  test.each([
    {},
    { to: "yesterday" },
    { to: "2026-09-16T09:00:00+08:00" },
    { advanceMinutes: "5" },
    { timeOfDay: "25:00" },
  ])("refuses %j", async (asked) => {
    const { simulator, control } = open();
    const answer = await control("clock", asked);
    expect(answer.status).toBe(400);
    expect(answer.body.problem).toEqual(expect.any(String));
    expect(simulator.now()).toBe(MORNING);
  });
});

describe("halts", () => {
  const hourly = (seen: string[], name: string, now: () => number) => ({
    next: (after: number) => Math.floor(after / 3_600_000) * 3_600_000 + 3_600_000,
    arrive: async (moment: number) => {
      await Promise.resolve();
      seen.push(`${name} ${new Date(moment + 8 * 3_600_000).toISOString().slice(11, 16)} ${now() === moment}`);
    },
  });

  test("come in time order, and the clock stands there while they are served", async () => {
    const seen: string[] = [];
    const { simulator } = open({ running: true });
    const stop = simulator.stopAt(hourly(seen, "cron", simulator.now));
    await simulator.advanceTo(at("2026-09-17 12:30"));
    expect(seen).toEqual(["cron 10:00 true", "cron 11:00 true", "cron 12:00 true"]);
    stop();
    await simulator.advanceTo(at("2026-09-17 14:30"));
    expect(seen).toHaveLength(3);
  });

  test("see what happened before them and nothing that comes later", async () => {
    const { simulator } = open({ people: 60 });
    const { world } = simulator;
    const person = world.person("zhao001");
    const counts: number[] = [];
    simulator.stopAt({
      next: (after) => [at("2026-09-17 17:00"), at("2026-09-17 20:00")].find((moment) => moment > after) ?? null,
      arrive: async (moment) => {
        if (person) counts.push(world.workday(person, world.workDate(person, moment), simulator.now()).punches.length);
      },
    });
    await simulator.advanceTo(at("2026-09-18 08:00"));
    expect(counts).toEqual([1, 2]);
  });

  test("are served one after the other when two ask at once", async () => {
    const seen: string[] = [];
    const { simulator } = open();
    simulator.stopAt(hourly(seen, "cron", simulator.now));
    await Promise.all([simulator.advanceTo(at("2026-09-17 11:30")), simulator.advanceTo(at("2026-09-17 12:30"))]);
    expect(seen).toEqual(["cron 10:00 true", "cron 11:00 true", "cron 12:00 true"]);
  });

  test("that fail leave the clock where it was, and time can pass again", async () => {
    const { simulator } = open();
    const stop = simulator.stopAt({
      next: (after) => (after < at("2026-09-17 10:00") ? at("2026-09-17 10:00") : null),
      arrive: async () => {
        throw new Error("the pull failed");
      },
    });
    await expect(simulator.advanceTo(at("2026-09-17 12:00"))).rejects.toThrow("the pull failed");
    expect(simulator.now()).toBe(at("2026-09-17 10:00"));
    stop();
    await simulator.advanceTo(at("2026-09-17 12:00"));
    expect(simulator.now()).toBe(at("2026-09-17 12:00"));
  });

  test("of a running clock are served by its ticks, each once", async () => {
    const seen: string[] = [];
    const { simulator } = open({ running: true, start: "2026-09-17T09:59:59.980+08:00" });
    simulator.stopAt({ ...hourly(seen, "cron", simulator.now), arrive: async () => void seen.push("cron") });
    await new Promise((done) => setTimeout(done, 60));
    await simulator.tick();
    await simulator.tick();
    expect(seen).toEqual(["cron"]);
  });
});

describe("the journal", () => {
  test("brings the world back as it was, clock and all", async () => {
    let kept: SimulatorState | undefined;
    const first = open({
      onChange: (state) => {
        kept = state;
      },
    });
    await first.control("punch", { userId: "zhao001", type: "off", place: "site-2" });
    await first.control("employees", { name: "新来的" });
    await first.control("approve-leave", {
      userId: "li002",
      start: "2026-09-17T15:00:00+08:00",
      end: "2026-09-17T18:00:00+08:00",
    });
    await first.control("switches", { jitter: true });
    await first.control("clock", { advanceMinutes: 30 });
    const state = JSON.parse(JSON.stringify(kept));
    const second = open({ state });
    expect(second.simulator.now()).toBe(first.simulator.now());
    expect((await second.control("world")).body).toEqual((await first.control("world")).body);
    expect((await second.control("people/zhao001")).body).toEqual((await first.control("people/zhao001")).body);
    expect((await second.control("state")).body.switches).toMatchObject({ jitter: true });
  });

  test("of another company is refused", () => {
    const { simulator } = open({ seed: 2 });
    expect(() => open({ seed: 3, state: simulator.state() })).toThrow("another simulated company");
  });

  test("is empty after a reset, and the clock is at its start", async () => {
    const { simulator, control } = open();
    await control("punch", { userId: "zhao001" });
    await control("clock", { nextMorning: true });
    await control("reset", {});
    expect(simulator.now()).toBe(MORNING);
    expect(simulator.state()).toEqual(open().simulator.state());
  });
});

describe("options", () => {
  test.each([[{ people: 5 }], [{ people: 20_001 }], [{ people: 1.5 }], [{ start: "soon" }]])(
    "%j are refused",
    (options) => {
      expect(() => open(options)).toThrow();
    },
  );

  test("a word may be the seed", () => {
    expect(open({ seed: "today" }).simulator.state().seed).toEqual(expect.any(Number));
  });
});
