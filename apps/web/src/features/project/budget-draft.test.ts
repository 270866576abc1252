import { expect, test } from "vitest";
import { budgetDraft, budgetFaults, budgetInput, isBudget } from "./budget-draft.ts";

const budget = { version: 3, minutes: 1_560_000, fen: 12_345_650, endsOn: "2026-12-18" };

test("a budget stands in its fields and goes back as it was", () => {
  const draft = budgetDraft(budget);
  expect(draft).toEqual({ hours: "26000", yuan: "123456.50", endsOn: "2026-12-18" });
  expect(budgetFaults(draft)).toEqual({});
  expect(budgetInput(draft, budget, true)).toEqual(budget);
});

test("money is never sent by those who do not see it", () => {
  expect(budgetInput(budgetDraft(null), null, false)).toEqual({ version: 0, minutes: null, endsOn: null });
});

test("hours and money are read as people write them", () => {
  const draft = { hours: "26,000", yuan: "¥1,000,000.5", endsOn: "" };
  expect(budgetFaults(draft)).toEqual({});
  expect(budgetInput(draft, budget, true)).toEqual({ version: 3, minutes: 1_560_000, fen: 100_000_050, endsOn: null });
});

test("what cannot be is said at its field", () => {
  expect(budgetFaults({ hours: "0", yuan: "0", endsOn: "soon" })).toEqual({
    hours: "needHours",
    yuan: "needMoney",
    endsOn: "needDay",
  });
  expect(budgetFaults({ hours: "1.5", yuan: "1.234", endsOn: "" })).toEqual({ hours: "needHours", yuan: "needMoney" });
});

test("a budget of odd minutes stays as it is unless its hours are changed", () => {
  const odd = { version: 1, minutes: 605, endsOn: null };
  expect(budgetDraft(odd).hours).toBe("10.08");
  expect(budgetFaults(budgetDraft(odd), odd)).toEqual({});
  expect(budgetInput(budgetDraft(odd), odd, false).minutes).toBe(605);
});

test("what a refusal brings is known for a budget", () => {
  expect(isBudget(budget)).toBe(true);
  expect(isBudget(undefined)).toBe(false);
});
