import fc from "fast-check";
import { expect, test } from "vitest";
import { createPace } from "./pace.ts";

function createTestClock() {
  let now = 50_000;
  const sleep = async (ms: number) => {
    now += ms;
  };
  return { now: () => now, sleep };
}

test("in no stretch of a rule's length are more calls made than it allows, and none waits longer than it must", async () => {
  const rules = [
    { calls: 3, perMs: 1000, scope: "token" },
    { calls: 5, perMs: 4000, scope: "app" },
  ] as const;
  const gaps = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(gaps, async (waits) => {
      const clock = createTestClock();
      const pace = createPace(rules, clock);
      const made: number[] = [];
      for (const gap of waits) {
        await clock.sleep(gap);
        const asked = clock.now();
        await pace("");
        const now = clock.now();
        const least = rules.map(({ calls, perMs }) => (made.at(-calls) ?? Number.NEGATIVE_INFINITY) + perMs);
        expect(now).toBe(Math.max(asked, ...least));
        made.push(now);
      }
    }),
  );
});

test("what is counted by task holds up no other task", async () => {
  const clock = createTestClock();
  const pace = createPace([{ calls: 1, perMs: 1000, scope: "task" }], clock);
  await pace("12");
  await pace("13");
  expect(clock.now()).toBe(50_000);
  await pace("12");
  expect(clock.now()).toBe(51_000);
});
