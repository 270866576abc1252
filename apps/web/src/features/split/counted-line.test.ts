import { type Interval, total } from "@today/core/time/interval";
import fc from "fast-check";
import { expect, test } from "vitest";
import { clockAt, gapsOf, lineLength, magnetsOf, minuteAt, snap, stretchesOf } from "./counted-line.ts";

const day: Interval[] = [
  { start: 540, end: 720 },
  { start: 780, end: 1080 },
];

const lines = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 200 }), length: fc.integer({ min: 1, max: 400 }) }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((pairs) => {
    let at = -120;
    return pairs.map(({ gap, length }) => {
      const start = at + gap;
      at = start + length;
      return { start, end: at };
    });
  });

test("a border at the break stands at its beginning and goes on behind it", () => {
  expect([179, 180, 181].map((minute) => clockAt(day, minute))).toEqual([719, 720, 781]);
  expect([719, 720, 750, 780, 781].map((clock) => minuteAt(day, clock))).toEqual([179, 180, 180, 180, 181]);
  expect([clockAt(day, 0), clockAt(day, 480), clockAt(day, 999)]).toEqual([540, 1080, 1080]);
  expect(clockAt([], 5)).toBe(0);
});

test("every minute of the line has one clock time and comes back from it", () => {
  fc.assert(
    fc.property(lines, fc.nat(2_000), (line, some) => {
      const minute = some % (lineLength(line) + 1);
      const clock = clockAt(line, minute);
      expect(minuteAt(line, clock)).toBe(minute);
      expect(line.some(({ start, end }) => start <= clock && clock <= end)).toBe(true);
    }),
  );
});

test("parts of the line cover it on the clock, without the breaks", () => {
  fc.assert(
    fc.property(lines, fc.nat(2_000), fc.nat(2_000), (line, a, b) => {
      const length = lineLength(line);
      const [from, to] = [Math.min(a, b) % (length + 1), Math.max(a, b)];
      expect(total(stretchesOf(line, from, to))).toBe(Math.max(0, Math.min(to, length) - from));
      expect(total([...line, ...gapsOf(line)])).toBe(length + total(gapsOf(line)));
    }),
  );
  expect(stretchesOf(day, 140, 310)).toEqual([
    { start: 680, end: 720 },
    { start: 780, end: 910 },
  ]);
  expect(stretchesOf(day, 0, 180)).toEqual([{ start: 540, end: 720 }]);
});

test("a finger's border goes in steps of five and is held by half hours, breaks and punches", () => {
  const magnets = magnetsOf(day, [537, 702]);
  expect(snap(day, magnets, 676.4)).toBe(135);
  expect(snap(day, magnets, 688)).toBe(150);
  expect(snap(day, magnets, 687)).toBe(150);
  expect(snap(day, magnets, 686)).toBe(145);
  expect(snap(day, magnets, 704.2)).toBe(162);
  expect(snap(day, magnets, 745)).toBe(180);
  expect(snap(day, magnets, 777)).toBe(180);
  expect(snap(day, magnets, 784)).toBe(185);
  expect(gapsOf(day)).toEqual([{ start: 720, end: 780 }]);
});
