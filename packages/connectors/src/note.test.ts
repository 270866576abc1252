import fc from "fast-check";
import { expect, it } from "vitest";
import { carries, markerOf } from "./marker.ts";
import { cutNote, markedNote } from "./note.ts";

const limits = fc.record({ most: fc.integer({ min: 20, max: 300 }), unit: fc.constantFrom("characters", "bytes") });
const marker = await markerOf("company|person|2026-09-14|task");

it("a marker is short, ASCII, and the same for the same key only", async () => {
  expect(marker).toMatch(/^\[wk:[a-z2-7]{12}\]$/);
  expect(await markerOf("company|person|2026-09-14|task")).toBe(marker);
  expect(await markerOf("company|person|2026-09-15|task")).not.toBe(marker);
});

it("the marker stands at the end of the note", () => {
  expect(markedNote("三层\n砌墙 ", marker, { most: 255, unit: "bytes" })).toBe(`三层 砌墙 ${marker}`);
  expect(markedNote("", marker, { most: 255, unit: "bytes" })).toBe(marker);
});

it("a note of any length keeps to the limit, to whole characters and to its marker", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), limits, (note, limit) => {
      const text = markedNote(note, marker, limit);
      expect(carries(text, marker)).toBe(true);
      expect(cutNote(text, limit)).toBe(text);
      if (note.isWellFormed()) expect(text.isWellFormed()).toBe(true);
    }),
  );
});
