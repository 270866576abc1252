import { applyMapping } from "@today/core/mapping";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { carries } from "./marker.ts";
import { markedNote } from "./note.ts";
import { connectors } from "./registry.ts";

const marker = "[wk:mnmxaegzhcq5]";
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.constantFrom("砌", "👷", "a").map((one) => one.repeat(20_000)),
);

describe.each(connectors.map((one) => [one.kind, one] as const))("%s", (_, { fields, rules }) => {
  test("whatever a template makes of a note, the whole of it stands before its marker", () => {
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 3 }), (from, titles) => {
        const rule = { of: "worklog", to: "note", from: `${from}{task.title}`, table: null, optional: true } as const;
        const record = { "task.title": titles.join("") };
        const { values } = applyMapping([rule], "worklog", { ground: { fields, offers: {} }, record });
        const { note = "" } = values;
        const sent = markedNote(note, marker, rules.note);
        expect(carries(sent, marker)).toBe(true);
        expect(sent).toBe(note === "" ? marker : `${note} ${marker}`);
      }),
    );
  });

  test("every field says how it is called in both languages", () => {
    for (const { label } of fields) expect(Math.min(label.zh.length, label.en.length)).toBeGreaterThan(1);
  });
});
