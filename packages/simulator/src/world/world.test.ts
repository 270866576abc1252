import { describe, expect, test } from "vitest";
import { DAY } from "../company/beijing.ts";
import { at, open } from "../testing.ts";
import { createWorld } from "./world.ts";

const START = at("2026-09-17 09:02");

function month(seed: number, people = 60) {
  const world = createWorld({ seed, people, start: START });
  const days = Array.from({ length: 30 }, (_, back) => START - (back + 1) * DAY);
  return world.people().flatMap((person) => days.map((ms) => world.workday(person, world.workDate(person, ms), START)));
}

describe("the seed", () => {
  test("always makes the same world", () => {
    expect(month(5)).toEqual(month(5));
  });

  test("makes another one when it is another", () => {
    expect(month(5)).not.toEqual(month(6));
  });

  test("tells the same day in whatever order one asks", () => {
    const [one, other] = [
      createWorld({ seed: 1, people: 60, start: START }),
      createWorld({ seed: 1, people: 60, start: START }),
    ];
    const asked = one.people().slice(0, 30);
    const forwards = asked.map((person) => one.workday(person, 20_700, START));
    const backwards = [...asked].reverse().map((person) => other.workday(person, 20_700, START));
    expect(backwards.reverse()).toEqual(forwards);
  });

  test("founds a company of twenty thousand within two seconds, everybody with an id of their own", () => {
    const began = performance.now();
    const world = createWorld({ seed: 1, people: 20_000, start: START });
    expect(performance.now() - began).toBeLessThan(2000);
    expect(new Set(world.people().map(({ userId }) => userId)).size).toBe(20_000);
    expect(new Set(world.people().map(({ unionId }) => unionId)).size).toBe(20_000);
  });
});

describe("thirty days of two hundred people", () => {
  const days = month(1, 200);
  const punches = days.flatMap((day) => day.punches);

  test("have late, early, forgotten, invalid, approved, machine and outside punches", () => {
    const seen = new Set(
      punches.flatMap(({ timeResult, source, invalid, locationResult, spot }) => [
        timeResult,
        source,
        invalid?.type,
        locationResult,
        spot.method,
      ]),
    );
    for (const kind of ["Normal", "Late", "Early", "ATM", "APPROVE", "Security", "Other", "Outside", "WIFI", "MAP"]) {
      expect(seen).toContain(kind);
    }
  });

  test("lack about three check-outs in a hundred", () => {
    const last = days
      .flatMap(({ results }) => results.slice(-1))
      .filter(({ leave, point }) => !leave && point.type === "OffDuty");
    const missing = last.filter(({ punch }) => punch === null || punch.source === "APPROVE");
    expect(missing.length / last.length).toBeGreaterThan(0.015);
    expect(missing.length / last.length).toBeLessThan(0.07);
  });

  test("never give two punches one id", () => {
    expect(new Set(punches.map(({ id }) => id)).size).toBe(punches.length);
  });

  test("have no punch after now, and each on its own work date", () => {
    expect(punches.every(({ at: ms }) => ms <= START)).toBe(true);
    const { world } = open({ people: 200 }).simulator;
    expect(
      days.every(({ person, day, punches: own }) => own.every((punch) => world.workDate(person, punch.at) === day)),
    ).toBe(true);
  });

  test("have accuracies of 10 to 80 m, now and then 420", () => {
    const accuracies = punches.flatMap(({ spot }) => spot.accuracy ?? []);
    expect(accuracies).toContain(420);
    expect(accuracies.every((metres) => (metres >= 10 && metres <= 80) || metres === 420)).toBe(true);
  });

  test("bring people of two sites to the second one after noon", () => {
    const day = days.find(({ person, punches: own }) => person.userId === "sun004" && own.length === 4);
    expect(day?.punches.map(({ spot }) => spot.base?.id)).toEqual(["site-2", "site-2", "site-1", "site-1"]);
  });
});
