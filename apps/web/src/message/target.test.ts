import { expect, test } from "vitest";
import { targetEn } from "./target.en.ts";
import { targetZh } from "./target.zh.ts";

test("both languages say the same things of other systems", () => {
  expect(Object.keys(targetEn).sort()).toEqual(Object.keys(targetZh).sort());
});

test("no sentence shouts or is polite by rank", () => {
  const plain = [...Object.values(targetZh), ...Object.values(targetEn)].filter((text) => typeof text === "string");
  for (const text of plain) expect(text).not.toMatch(/[!！]|请您|您/);
});
