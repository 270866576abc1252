import { expect, test } from "vitest";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

const plain = (value: unknown) => (typeof value === "string" ? [value] : []);

test("both languages say the same things", () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
});

test("no sentence shouts, begs or is polite by rank", () => {
  for (const text of [...Object.values(zh), ...Object.values(en)].flatMap(plain)) {
    expect(text).not.toMatch(/[!！]|请您|您/);
  }
});

test("nobody is blamed", () => {
  for (const text of Object.values(zh).flatMap(plain)) expect(text).not.toMatch(/违规|旷工|迟到|早退|虚假|异常/);
});
