import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryQuota } from "./arbitrary-quota.ts";
import type { ExpectedShift } from "./punch-habit.ts";
import { nightAt } from "./quota-night.ts";
import { planCalls, type QuotaPlan } from "./quota-plan.ts";
import { pushesSuffice, type QuotaState } from "./quota-state.ts";
import { addDays } from "./time/date.ts";

const never = Number.POSITIVE_INFINITY;

function always(claim: (state: QuotaState) => void, runs = 150): void {
  fc.assert(fc.property(arbitraryQuota, claim), { numRuns: runs });
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

function nightCallsOf({ night }: QuotaPlan): number {
  return sumOf(Object.values(night.calls));
}

/** No plan may be fresher than the other; a plan that brings nothing counts as never. */
function expectNoStaler(better: QuotaPlan, worse: QuotaPlan): void {
  expect(better.freshness?.median ?? never).toBeLessThanOrEqual(worse.freshness?.median ?? never);
  expect(better.freshness?.p95 ?? never).toBeLessThanOrEqual(worse.freshness?.p95 ?? never);
}

/** As many times the people, with the same mix of shifts. */
function enlarged(state: QuotaState, times: number): QuotaState {
  const larger = (shifts: readonly ExpectedShift[]) => shifts.map((one) => ({ ...one, people: one.people * times }));
  return {
    ...state,
    people: state.people * times,
    shifts: larger(state.shifts),
    coming: { ...state.coming, shifts: larger(state.coming.shifts) },
  };
}

test("everything planned together stays within the calls left", () => {
  always((state) => {
    const { left, reserve, days, shared, close, ...plan } = planCalls(state);
    expect(left).toBe(Math.max(0, state.monthlyCalls - state.used));
    expect(reserve.calls + reserve.close + days.calls).toBe(left);
    expect(days.planned + (shared?.calls ?? 0)).toBeLessThanOrEqual(days.calls);
    expect(sumOf(days.today.map(({ calls }) => calls))).toBeLessThanOrEqual(days.planned);
    expect(shared?.mostToday ?? 0).toBeLessThanOrEqual(shared?.calls ?? 0);
    expect(sumOf(Object.values(close ?? {}))).toBe(reserve.close);
    if (reserve.nights > 0) expect(sumOf(Object.values(plan.night.calls))).toBeLessThanOrEqual(reserve.calls);
  });
});

test("the night is planned for as many as one batch while a single call is left", () => {
  always((state) => {
    const { left, reserve, night } = planCalls(state);
    if (left === 0 && reserve.nights > 0) expect(night.calls.records).toBe(0);
    const needed = state.people > 0 && (reserve.nights > 0 ? left > 0 : state.monthlyCalls > 0);
    if (!needed) return;
    expect(night.calls.records).toBeGreaterThan(0);
    expect(night.people).toBe(Math.min(state.people, night.calls.records * state.batches.recordPeople));
    expect(night.calls.records * night.rounds * state.batches.recordPeople).toBeGreaterThanOrEqual(state.people);
  });
});

test("more calls are never staler", () => {
  fc.assert(
    fc.property(arbitraryQuota, fc.integer({ min: 0, max: 2000 }), (state, more) => {
      const richer = planCalls({ ...state, monthlyCalls: state.monthlyCalls + more });
      expectNoStaler(richer, planCalls(state));
    }),
    { numRuns: 150 },
  );
});

test("more calls never make a kind run less often", () => {
  const often = { nightly: 2, weekly: 1, "on-demand": 0 };
  fc.assert(
    fc.property(arbitraryQuota, fc.integer({ min: 0, max: 2000 }), (state, more) => {
      const richer = planCalls({ ...state, monthlyCalls: state.monthlyCalls + more }).runs;
      const { runs } = planCalls(state);
      for (const kind of ["results", "leaves", "schedules", "approvals", "checkins"] as const) {
        expect(often[richer[kind]]).toBeGreaterThanOrEqual(often[runs[kind]]);
      }
    }),
    { numRuns: 150 },
  );
});

test("more people are never fresher, pulled or pushed", () => {
  fc.assert(
    fc.property(arbitraryQuota, fc.integer({ min: 2, max: 40 }), (state, times) => {
      const larger = enlarged(state, times);
      // Where more people are too many for the pushes, the two differ in kind.
      const eventsOn = state.eventsOn && pushesSuffice(larger);
      expectNoStaler(planCalls({ ...state, eventsOn }), planCalls({ ...larger, eventsOn }));
    }),
    { numRuns: 150 },
  );
});

test("more people who are off are never fresher", () => {
  fc.assert(
    fc.property(arbitraryQuota, fc.integer({ min: 1, max: 3000 }), (state, more) => {
      expectNoStaler(planCalls(state), planCalls({ ...state, people: state.people + more }));
    }),
    { numRuns: 150 },
  );
});

test("a plan made again of the same state is the same", () => {
  always((state) => {
    expect(planCalls(JSON.parse(JSON.stringify(state)))).toEqual(planCalls(state));
  }, 100);
});

test("after a stop what was missed is one pull at once, and nothing is pulled twice", () => {
  always((state) => {
    const { days } = planCalls(state);
    const [first, ...others] = days.today;
    expect(first?.at ?? state.now).toBeGreaterThanOrEqual(state.now);
    for (const { at } of others) expect(at).toBeGreaterThan(state.now);
    for (const { at } of planCalls({ ...state, lastPull: state.now }).days.today) expect(at).toBeGreaterThan(state.now);
  });
});

/** What a month asks of the planner, in any order: calls by hand, openings of the app, stops of some hours. */
const upset = fc.record({
  after: fc.integer({ min: 1, max: 700 }),
  byHand: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 900 }) },
  ),
  opens: fc.boolean(),
  forgets: fc.boolean(),
});

test("whatever is asked by hand and however often it is stopped, a month stays within its calls and every night is made", () => {
  fc.assert(
    fc.property(arbitraryQuota, fc.array(upset, { minLength: 30, maxLength: 90 }), (state, upsets) => {
      let now = { ...state, used: 0, today: "2026-12-01", now: 0, isNightDone: false, lastPull: null as number | null };
      let nights = 0;
      const queue = [...upsets];
      while (now.today <= now.lastDay) {
        const plan = planCalls(now);
        const spend = (calls: number) => {
          now = { ...now, used: now.used + calls };
          expect(now.used).toBeLessThanOrEqual(now.monthlyCalls);
        };
        if (!now.isNightDone && now.now >= nightAt) {
          if (plan.left > 0 && now.people > 0) expect(nightCallsOf(plan)).toBeGreaterThan(0);
          nights += Number(nightCallsOf(plan) > 0);
          spend(nightCallsOf(plan));
          now = { ...now, isNightDone: true };
          continue;
        }
        const due = plan.days.today.filter(({ at }) => at <= now.now);
        for (const { calls } of due) spend(calls);
        const wish = queue.shift() ?? { after: 240, byHand: 0, opens: true, forgets: false };
        if (due.length === 0 && wish.opens && (plan.shared?.mostToday ?? 0) > 0) spend(1);
        else if (due.length === 0) spend(Math.min(wish.byHand, plan.days.calls));
        const later = now.now + (now.isNightDone ? wish.after : nightAt);
        const lastPull = wish.forgets || due.length === 0 ? now.lastPull : now.now;
        if (later < 1440) now = { ...now, now: later, lastPull };
        else {
          const ahead = Math.max(0, now.coming.workdays - 1);
          now = { ...now, today: addDays(now.today, 1), now: 0, isNightDone: false, lastPull: null };
          now = { ...now, coming: { ...now.coming, workdays: ahead } };
        }
      }
      // Each night has at least one batch when there is one call for each of them.
      if (now.monthlyCalls >= 31 && now.people > 0) expect(nights).toBe(31);
    }),
    { numRuns: 12 },
  );
}, 60_000);
