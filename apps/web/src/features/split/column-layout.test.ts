import fc from "fast-check";
import { expect, test } from "vitest";
import { frameOf, piecesOf, placeHandles } from "./column-layout.ts";

const line = [
  { start: 540, end: 720 },
  { start: 780, end: 1080 },
];
const part = (project: string, minutes: number) => ({ project, task: null, minutes });
const now = 1000;
const frame = frameOf(line, { now, width: 18 });

test("a part is cut at the break and at now, and its longest past piece carries its words", () => {
  const pieces = piecesOf(line, [part("lang", 140), part("shui", 170), part("mu", 170)], { ...frame, now });
  const brief = pieces.map((some) => some.map((one) => [one.start, one.end, one.isAhead, one.isLabelled]));
  expect(brief).toEqual([
    [[540, 680, false, true]],
    [
      [680, 720, false, false],
      [780, 910, false, true],
    ],
    [
      [910, 1000, false, true],
      [1000, 1080, true, false],
    ],
  ]);
});

test("a part that has only just begun has its words in what is still to come", () => {
  const begun = 545;
  const [pieces] = piecesOf(line, [part("lang", 480)], { ...frame, now: begun });
  expect(pieces?.map((one) => [one.start, one.isAhead, one.isLabelled])).toEqual([
    [540, false, false],
    [545, true, true],
    [780, true, false],
  ]);
});

test("the frame reaches to now, also when now is in the break or behind the line", () => {
  expect(frame).toMatchObject({ start: 540, end: 1080, scale: 0.05, isNarrow: false });
  expect(frameOf(line, { now: 1200, width: 10 })).toMatchObject({ end: 1200, isNarrow: true });
});

test("a part that is too low has no words, and a low one a single row", () => {
  const sizes = piecesOf(line, [part("lang", 100), part("mu", 45), part("shui", 20)], { ...frame, now: null });
  expect(sizes.map(([one]) => one?.size)).toEqual(["full", "row", "bare"]);
});

test("handles that would touch stand side by side, others in the middle", () => {
  expect(placeHandles(line, [60, 90, 300], 0.05)).toEqual([
    { clock: 600, lane: 0, lanes: 2 },
    { clock: 630, lane: 1, lanes: 2 },
    { clock: 900, lane: 0, lanes: 1 },
  ]);
});

test("no two handles in the same lane are nearer than 44 px", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 479 }), { maxLength: 12 }), (some) => {
      const placed = placeHandles(
        line,
        some.sort((a, b) => a - b),
        0.05,
      );
      for (const [index, one] of placed.entries()) {
        expect(one.lane).toBeLessThan(one.lanes);
        for (const other of placed.slice(index + 1)) {
          if (other.lane === one.lane && other.lanes === one.lanes)
            expect(other.clock - one.clock).toBeGreaterThanOrEqual(55);
        }
      }
    }),
  );
});
