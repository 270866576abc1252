import fc from "fast-check";
import { expect, test } from "vitest";
import { clip, covers, type Interval, intersect, makeInterval, subtract, total, union } from "./interval.ts";

const i = (start: number, end: number): Interval => ({ start, end });
const minute = fc.integer({ min: 0, max: 60 });
const intervals = fc.array(
  fc.tuple(minute, minute).map(([start, end]) => i(start, end)),
  { maxLength: 6 },
);
const minutes = (list: readonly Interval[]) =>
  Array.from({ length: 61 }, (_, at) => at).filter((at) => covers(list, at));

test("an interval may be empty but not end before it starts", () => {
  expect(makeInterval(540, 720)).toEqual({ ok: true, value: i(540, 720) });
  expect(makeInterval(540, 540)).toEqual({ ok: true, value: i(540, 540) });
  expect(makeInterval(540, 539)).toEqual({ ok: false, problem: "interval-ends-before-start" });
});

test("intervals are half-open", () => {
  expect(covers([i(540, 720)], 540)).toBe(true);
  expect(covers([i(540, 720)], 720)).toBe(false);
  expect(total([i(540, 720)])).toBe(180);
});

test("a union is ordered, joined and free of empty and reversed intervals", () => {
  expect(union([i(10, 20), i(5, 7), i(20, 30), i(8, 8), i(40, 35), i(12, 14)])).toEqual([i(5, 7), i(10, 30)]);
});

test("a list in normal form is answered itself, not a copy", () => {
  const list = [i(5, 7), i(10, 30)];
  expect(union(list)).toBe(list);
  expect(subtract(list, [])).toBe(list);
  expect([union([i(8, 8)]), union([i(5, 7), i(9, 8)])]).toEqual([[], [i(5, 7)]]);
});

test("overlapping intervals count each minute once", () => {
  expect(total([i(0, 10), i(5, 15), i(5, 15)])).toBe(15);
});

test("subtracting cuts holes", () => {
  expect(subtract([i(0, 10), i(20, 30)], [i(3, 5), i(8, 22)])).toEqual([i(0, 3), i(5, 8), i(22, 30)]);
  expect(subtract([i(0, 10)], [])).toEqual([i(0, 10)]);
  expect(subtract([i(0, 10)], [i(0, 10)])).toEqual([]);
});

test("intervals that only touch have nothing in common", () => {
  expect(intersect([i(0, 10)], [i(10, 20)])).toEqual([]);
  expect(intersect([i(10, 20)], [i(0, 10)])).toEqual([]);
  expect(intersect([i(0, 30)], [i(0, 10), i(20, 40)])).toEqual([i(0, 10), i(20, 30)]);
});

test("clipping keeps what lies in the window", () => {
  expect(clip([i(0, 10), i(20, 30)], i(5, 25))).toEqual([i(5, 10), i(20, 25)]);
  expect(clip([i(0, 10)], i(25, 5))).toEqual([]);
});

test("union, intersection and difference are those of sets of minutes", () => {
  fc.assert(
    fc.property(intervals, intervals, (a, b) => {
      const [as, bs] = [minutes(a), minutes(b)];
      expect(minutes(union([...a, ...b]))).toEqual(minutes([...a, ...b]));
      expect(minutes(intersect(a, b))).toEqual(as.filter((at) => bs.includes(at)));
      expect(minutes(subtract(a, b))).toEqual(as.filter((at) => !bs.includes(at)));
      expect(total(a)).toBe(as.length);
    }),
  );
});

test("every answer is in normal form, and normal form stays as it is", () => {
  fc.assert(
    fc.property(intervals, intervals, (a, b) => {
      for (const list of [union(a), intersect(a, b), subtract(a, b)]) {
        for (const [index, { start, end }] of list.entries()) {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThan(list[index - 1]?.end ?? -1);
        }
        expect(union(list)).toEqual(list);
      }
    }),
  );
});

test("what is taken away and what is left make the whole", () => {
  fc.assert(
    fc.property(intervals, intervals, (a, b) => {
      expect(total(intersect(a, b)) + total(subtract(a, b))).toBe(total(a));
      expect(union([...intersect(a, b), ...subtract(a, b)])).toEqual(union(a));
      expect(intersect(a, b)).toEqual(intersect(b, a));
    }),
  );
});
