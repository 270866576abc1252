import { expect, test } from "vitest";
import { nextOf, standOf, sumsOf } from "./sums.ts";

type Totals = Parameters<typeof sumsOf>[0];
const total = (given: Partial<Totals[number]>): Totals[number] => ({
  ...{ state: "due", held: null, count: 1, minutes: 0, waiting: 0, sentMinutes: 0, ...given },
});

test("what is under way is still due, what waits in part is told by its reason too", () => {
  const sums = sumsOf([
    total({ state: "due", count: 3, minutes: 300 }),
    total({ state: "unknown", count: 1, minutes: 60 }),
    total({ state: "due", held: "not-approved", count: 2, minutes: 90, waiting: 30 }),
    total({ state: "held", held: "person-unlinked", count: 4, waiting: 500 }),
    total({ state: "held", held: "not-approved", count: 1, waiting: 20 }),
    total({ state: "failed", count: 1, minutes: 45 }),
    total({ state: "done", count: 9, minutes: 900, sentMinutes: 900 }),
  ]);
  expect(sums).toEqual({
    due: { count: 6, minutes: 450 },
    failed: { count: 1, minutes: 45 },
    there: { count: 9, minutes: 900 },
    waiting: [
      { held: "person-unlinked", count: 4, minutes: 500 },
      { held: "not-approved", count: 3, minutes: 50 },
    ],
  });
});

test("nothing at all is nothing", () => {
  const none = { count: 0, minutes: 0 };
  expect(sumsOf([])).toEqual({ due: none, failed: none, there: none, waiting: [] });
  expect(nextOf({ worklogs: [] })).toBe(null);
});

test("something to mend comes before on and off; nothing sent yet is not paused", () => {
  expect(standOf({ problem: "credentials", state: "on", pushedAt: null })).toBe("broken");
  expect(standOf({ problem: null, state: "on", pushedAt: null })).toBe("on");
  expect(standOf({ problem: null, state: "paused", pushedAt: null })).toBe("new");
  expect(standOf({ problem: null, state: "paused", pushedAt: "2026-09-17T03:30:00+08:00" })).toBe("paused");
});
