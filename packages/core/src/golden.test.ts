import { expect, test } from "vitest";
import { goldenDay, readGolden } from "./golden.ts";
import days from "./golden-days.json" with { type: "json" };
import { settleWorkday } from "./workday.ts";

const file = readGolden(JSON.stringify(days));
const cases = file.ok ? file.cases : [];

test("every golden day is read", () => {
  expect(cases).toHaveLength(35);
});

test.each(cases)("$name", ({ facts, expect: expected }) => {
  expect(goldenDay(settleWorkday(facts))).toEqual(expected);
});
