import { expect, test } from "vitest";
import { editsTerms, firstPart, partsOf } from "./parts.ts";

test("rates are seen by finance alone, overtime by HR, doors for directories by admins", () => {
  expect(partsOf(["hr"])).toEqual(["terms", "overtime", "accounts", "positions"]);
  expect(partsOf(["admin"])).toEqual(["terms", "accounts", "positions", "tokens"]);
  expect(partsOf(["finance"])).toEqual(["terms", "rates"]);
  expect(partsOf(["employee", "manager"])).toEqual([]);
});

test("finance begins with rates, everybody else with terms", () => {
  expect(firstPart(["employee", "finance"])).toBe("rates");
  expect(firstPart(["finance", "hr"])).toBe("terms");
  expect(firstPart(["admin"])).toBe("terms");
});

test("finance reads terms and does not say them", () => {
  expect(editsTerms(["finance"])).toBe(false);
  expect(editsTerms(["hr"])).toBe(true);
  expect(editsTerms(["admin"])).toBe(true);
});
