import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryDay } from "./arbitrary-day.ts";
import { settleByMinute } from "./minute-by-minute.ts";
import { monday, off, on } from "./testing.ts";
import { total } from "./time/interval.ts";
import { instantAt } from "./time/zone.ts";
import { type DayFacts, settleWorkday } from "./workday.ts";

const minutesOf = (parts: readonly { minutes: number }[]) => parts.reduce((sum, { minutes }) => sum + minutes, 0);

function always(claim: (facts: DayFacts) => void, runs = 1000): void {
  fc.assert(fc.property(arbitraryDay, claim), { numRuns: runs });
}

test("assigned and unassigned minutes add up to counted ones", () => {
  always((facts) => {
    const { allocations, unassigned, counted } = settleWorkday(facts);
    expect(minutesOf(allocations) + unassigned).toBe(counted);
  });
});

test("the drawn line adds up to the same numbers", () => {
  always((facts) => {
    const { line, counted, attended, leave, unassigned } = settleWorkday(facts);
    const drawn = (kind: string) => total(line.filter((part) => part.kind === kind));
    expect(drawn("counted")).toBe(counted);
    expect(drawn("counted") + drawn("uncounted")).toBe(attended);
    expect(drawn("leave")).toBe(leave);
    expect(total(line.filter((part) => part.kind === "counted" && part.project === null))).toBe(unassigned);
  });
});

test("no minute of the line belongs to two parts", () => {
  always((facts) => {
    const { line } = settleWorkday(facts);
    for (const [index, part] of line.entries()) {
      expect(part.end).toBeGreaterThan(part.start);
      expect(part.start).toBeGreaterThanOrEqual(line[index - 1]?.end ?? part.start);
    }
  });
});

test("no number is negative, and no more counts than was attended", () => {
  always((facts) => {
    const day = settleWorkday(facts);
    const numbers = [day.planned, day.leave, day.unassigned, day.counted, day.overtimeApproved];
    expect(Math.min(...numbers, ...day.allocations.map(({ minutes }) => minutes))).toBeGreaterThanOrEqual(0);
    expect(day.overtimeApproved).toBeLessThanOrEqual(day.overtimeAttended);
    expect(day.overtimeAttended).toBeLessThanOrEqual(day.attended);
    expect(day.counted).toBe(day.attended - day.overtimeAttended + day.overtimeApproved);
    expect(day.leave).toBeLessThanOrEqual(day.planned);
  });
});

test("the order in which facts arrive changes nothing", () => {
  fc.assert(
    fc.property(arbitraryDay.chain(shuffled), ([facts, mixed]) => {
      expect(settleWorkday(mixed)).toEqual(settleWorkday(facts));
    }),
    { numRuns: 500 },
  );
});

test("settling twice equals settling once, and the facts stay as they were", () => {
  always((facts) => {
    const before = JSON.stringify(facts);
    const once = settleWorkday(facts);
    expect(settleWorkday(facts)).toEqual(once);
    expect(JSON.stringify(facts)).toBe(before);
  }, 300);
});

test("warnings are sorted, each once, each with its figures", () => {
  always((facts) => {
    const { warnings, details } = settleWorkday(facts);
    expect(warnings).toEqual([...new Set(warnings)].sort());
    expect(details.map(({ name }) => name)).toEqual(warnings);
  });
});

test("a proposal is offered for a missing clock-out only and lies outside everything that is counted", () => {
  always((facts) => {
    const { proposals, warnings, line } = settleWorkday({ ...facts, trips: [] });
    if (proposals.length > 0) expect(warnings).toContain("missing-out");
    for (const { start, end } of proposals) {
      expect(line.some((part) => part.kind === "counted" && part.start < end && part.end > start)).toBe(false);
    }
  });
});

test("minutes ask for themselves and get the same answer", () => {
  always((facts) => {
    const day = settleWorkday(facts);
    const { shares, workedOnLeave, ...numbers } = settleByMinute(facts);
    expect(day).toMatchObject(numbers);
    expect(day.warnings.includes("worked-on-leave")).toBe(workedOnLeave >= 15);
    const drawn = day.line.filter((part) => part.kind === "counted");
    const differing = shares.filter((share) => {
      const part = drawn.find(({ start, end }) => start <= share.minute && share.minute < end);
      return part === undefined || (part.overtime !== null) !== share.overtime || told(part) !== told(share);
    });
    expect(differing).toEqual([]);
  }, 400);
});

test("another closed interval after the last punch never takes attended minutes away", () => {
  always((facts) => {
    const { date, policy } = facts;
    const calm: DayFacts = {
      ...facts,
      now: instantAt(date, 4000, policy.zone),
      policy: { ...policy, breaks: { rule: "shift" } },
    };
    const later = { at: instantAt(monday, 3000, policy.zone), arrivedAt: instantAt(monday, 3000, policy.zone) };
    const end = { at: instantAt(monday, 3060, policy.zone), arrivedAt: instantAt(monday, 3060, policy.zone) };
    const more = { ...calm, punches: [...calm.punches, on("09:00", later), off("10:00", end)] };
    const gained = settleWorkday(more).attended - settleWorkday(calm).attended;
    expect(gained).toBeGreaterThanOrEqual(0);
  }, 300);
});

function told({ project, task, basis, fact, place }: Record<"project" | "task" | "basis" | "fact" | "place", unknown>) {
  return JSON.stringify([project, task, basis, fact, place]);
}

function shuffled(facts: DayFacts): fc.Arbitrary<readonly [DayFacts, DayFacts]> {
  const mix = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
  return fc
    .record({
      punches: mix(facts.punches),
      leaves: mix(facts.leaves),
      trips: mix(facts.trips),
      overtime: mix(facts.overtime),
      picks: mix(facts.picks),
      sites: mix(facts.sites),
    })
    .map((mixed) => [facts, { ...facts, ...mixed }] as const);
}
