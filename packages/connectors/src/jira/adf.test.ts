import fc from "fast-check";
import { expect, it } from "vitest";
import { documentOf, textOfDocument } from "./adf.ts";

it("a text is a document with a paragraph for each line and no empty text", () => {
  expect(documentOf("砌墙\n\n抹灰")).toEqual({
    type: "doc",
    version: 1,
    content: [
      { type: "paragraph", content: [{ type: "text", text: "砌墙" }] },
      { type: "paragraph", content: [] },
      { type: "paragraph", content: [{ type: "text", text: "抹灰" }] },
    ],
  });
  expect(documentOf("")).toEqual({ type: "doc", version: 1, content: [] });
});

it("the text of a line is the same again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const line = text.replaceAll("\n", "");
      expect(textOfDocument(documentOf(line))).toBe(line);
    }),
  );
});

it("a document somebody wrote is read through all its parts, and anything else is no text", () => {
  const list = { type: "bulletList", content: [{ type: "listItem", content: [{ type: "text", text: "乙" }] }] };
  const mention = { type: "mention", attrs: { text: "@丙" } };
  expect(textOfDocument({ type: "doc", content: [{ content: [{ text: "甲" }, mention] }, list] })).toBe("甲 乙");
  fc.assert(fc.property(fc.anything(), (value) => typeof textOfDocument(value) === "string"));
});

it("a document nested beyond all measure is still read", () => {
  let node: object = { type: "text", text: "底" };
  for (let depth = 0; depth < 100_000; depth += 1) node = { content: [node] };
  expect(textOfDocument(node)).toBe("底");
});
