import { mappingSources } from "@today/core/mapping-source";
import fc from "fast-check";
import { expect, test } from "vitest";
import { inserted, piecesOf, sourcesOf, templateOf, typedInto, withoutChip } from "./template.ts";

test("a template is words and chips in turn, words first and last", () => {
  expect(piecesOf("{project.short} · {place}")).toEqual([
    { text: "" },
    { source: "project.short" },
    { text: " · " },
    { source: "place" },
    { text: "" },
  ]);
  expect(piecesOf("")).toEqual([{ text: "" }]);
  expect(sourcesOf("在 {place} {colour}")).toEqual(["place", "colour"]);
});

test("whatever a template is, its pieces make it again", () => {
  const part = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(...mappingSources.worklog.map((source) => `{${source}}`), "{", "}", "{}"),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const template = parts.join("").replace(/\{\s+|\s+\}/gu, "");
      expect(templateOf(piecesOf(template))).toBe(template);
    }),
  );
});

test("a tapped source stands where one types, and at the end where one does not", () => {
  expect(inserted("", "place", null)).toEqual({ template: "{place}", caret: { piece: 2, at: 0 } });
  expect(inserted("{place}", "overtime", null)).toEqual({ template: "{place} {overtime}", caret: { piece: 4, at: 0 } });
  expect(inserted("在今天", "place", { piece: 0, at: 1 }).template).toBe("在 {place}今天");
  expect(inserted("{project.code} · ", "place", null).template).toBe("{project.code} · {place}");
});

test("a chip is set off from the one before as the others are", () => {
  const two = inserted("{project.short} · {place}", "overtime", null);
  expect(two.template).toBe("{project.short} · {place} · {overtime}");
  expect(inserted("{project.short}、{place}", "hours", { piece: 4, at: 0 }).template).toBe(
    "{project.short}、{place}、{hours}",
  );
});

test("a chip takes along what set it off", () => {
  expect(withoutChip("{project.code} · {place} · {overtime}", 3)).toEqual({
    template: "{project.code} · {overtime}",
    caret: { piece: 2, at: 3 },
  });
  expect(withoutChip("{project.code} · {place}", 3).template).toBe("{project.code}");
  expect(withoutChip("{project.code} · {place}", 1).template).toBe("{place}");
  expect(withoutChip("{project.code}{place} {hours}", 3).template).toBe("{project.code} {hours}");
  expect(withoutChip("在 {place}的工时", 1)).toEqual({ template: "在 的工时", caret: { piece: 0, at: 2 } });
  expect(withoutChip("{place}", 1)).toEqual({ template: "", caret: { piece: 0, at: 0 } });
});

test("braces that somebody types stay words", () => {
  expect(typedInto("{place} 和", 2, " 和 {hours}")).toBe("{place} 和 ｛hours｝");
  expect(sourcesOf(typedInto("", 0, "{hours}"))).toEqual([]);
});
