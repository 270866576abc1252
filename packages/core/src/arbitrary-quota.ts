import fc from "fast-check";
import { dingtalkBatches } from "./call-cost.ts";
import type { ExpectedShift } from "./punch-habit.ts";
import type { QuotaState } from "./quota-state.ts";
import { addDays } from "./time/date.ts";

const punches = fc
  .tuple(fc.integer({ min: 0, max: 1300 }), fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 3 }))
  .map(([first, steps]) => [first, ...steps.map((_, index) => first + sumOf(steps.slice(0, index + 1)))]);

/** Shifts of some people, free and empty ones among them. */
export const arbitraryShifts: fc.Arbitrary<ExpectedShift[]> = fc.array(
  fc.record({
    people: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 900 })),
    punches: fc.oneof({ weight: 1, arbitrary: fc.constant<number[]>([]) }, { weight: 6, arbitrary: punches }),
  }),
  { maxLength: 4 },
);

const load = fc.record({
  leavesAHundred: fc.integer({ min: 0, max: 90 }),
  approvalTemplates: fc.integer({ min: 0, max: 4 }),
  approvalsADay: fc.integer({ min: 0, max: 30 }),
  checkinsADay: fc.integer({ min: 0, max: 300 }),
});

const extras = fc.record({
  newcomers: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40 })),
  openDays: fc.array(fc.integer({ min: 1, max: 70 }), { maxLength: 5 }),
  unknownShifts: fc.integer({ min: 0, max: 3 }),
});

const calls = fc.oneof(
  fc.integer({ min: 0, max: 300 }),
  fc.integer({ min: 0, max: 9000 }),
  fc.integer({ max: 400_000, min: 0 }),
);

/** Any moment of a December, however the calls stand. */
export const arbitraryQuota: fc.Arbitrary<QuotaState> = fc
  .record({
    monthlyCalls: calls,
    used: calls,
    pushes: fc.record({ monthly: fc.constantFrom(0, 3000, 50_000), used: fc.integer({ min: 0, max: 4000 }) }),
    shifts: arbitraryShifts,
    usual: arbitraryShifts,
    off: fc.integer({ min: 0, max: 200 }),
    day: fc.integer({ min: 0, max: 30 }),
    now: fc.integer({ min: 0, max: 1439 }),
    lastPull: fc.option(fc.integer({ min: 0, max: 1439 })),
    eventsOn: fc.boolean(),
    closeOn: fc.constantFrom(null, "2026-12-03", "2026-12-28"),
    refused: fc.option(fc.record({ at: fc.constantFrom("2026-11-30", "2026-12-01"), count: calls }), { freq: 6 }),
    load,
    extras,
  })
  .map(({ usual, off, day, refused, ...rest }) => ({
    ...rest,
    people: off + Math.max(peopleIn(rest.shifts), peopleIn(usual)),
    coming: { workdays: Math.floor(((30 - day) * 5) / 7), shifts: usual },
    today: addDays("2026-12-01", day),
    lastDay: "2026-12-31",
    isNightDone: rest.now > 160,
    refusedByDingTalk: refused,
    batches: dingtalkBatches,
  }));

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

function peopleIn(shifts: readonly ExpectedShift[]): number {
  return sumOf(shifts.map(({ people }) => people));
}
