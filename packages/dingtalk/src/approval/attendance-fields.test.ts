import { expect, it } from "vitest";
import { withoutOwnWords } from "./attendance-fields.ts";
import { approvedFacts } from "./fact.ts";
import { instanceOf } from "./instance.ts";
import { kindOf } from "./kind.ts";
import { goOutComponents, leaveResult, overtimeComponents } from "./sample.ts";

const reason = { id: "TextareaField-1", name: "事由", componentType: "TextareaField", value: "家中有事" };

it.each([
  ["a leave", leaveResult.formComponentValues],
  ["overtime in a suite", overtimeComponents],
  ["an outing", goOutComponents],
])("%s is read as the same facts without its own words", (_, components) => {
  const result = { ...leaveResult, formComponentValues: [...components, reason] };
  const whole = instanceOf("a", result);
  if (typeof whole === "string") throw new Error(whole);
  const least = withoutOwnWords(whole);
  const stored = JSON.stringify(least);
  expect(stored).not.toContain("家中有事");
  expect(stored).not.toContain("提交的");
  const means = { shiftOn: () => null, kind: kindOf(whole) };
  const facts = (one: typeof whole) =>
    approvedFacts([one], means).facts.map(({ notUnderstood: _not, ...fact }) => fact);
  expect(facts(JSON.parse(stored))).toEqual(facts(whole));
  expect(facts(whole)).not.toEqual([]);
});

it("overtime that is given back as time off says so", () => {
  const suite = JSON.parse(overtimeComponents[0]?.value ?? "[]");
  const said = suite.map((part: object) =>
    "bizAlias" in part && part.bizAlias === "compensation" ? { ...part, value: "转调休" } : part,
  );
  const result = { ...leaveResult, formComponentValues: [{ ...overtimeComponents[0], value: JSON.stringify(said) }] };
  const read = instanceOf("a", result);
  if (typeof read === "string") throw new Error(read);
  const { facts } = approvedFacts([withoutOwnWords(read)], { shiftOn: () => null, kind: "overtime" });
  expect(facts.map(({ lieu }) => lieu)).toEqual([true]);
});
