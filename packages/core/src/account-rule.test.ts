import fc from "fast-check";
import { expect, test } from "vitest";
import { type AccountRule, captureKey, defaultAccountRules, makeAccountRules, ruleName } from "./account-rule.ts";

const own = (pattern: string) => ({ kind: "own", pattern, as: "number" }) as const;

test("the rules that hold at first are sound", () => {
  expect(makeAccountRules(defaultAccountRules).ok).toBe(true);
  expect(defaultAccountRules.map(ruleName)).toEqual(["user", "number", "mobile", "email", "union"]);
});

test("an own rule reads a part of the user name", () => {
  expect(captureKey(own("^[a-z]+\\.(e\\d+)@corp\\.cn$"), "Zhang.E1001@corp.cn")).toEqual({
    kind: "number",
    value: "e1001",
  });
  expect(captureKey(own("^(e\\d+)@"), "zhang@corp.cn")).toBeNull();
});

test("the same kind does not come twice, own rules may", () => {
  const rules: AccountRule[] = [{ kind: "email" }, own("^(a)"), own("^(b)")];
  expect(makeAccountRules(rules).ok).toBe(true);
  expect(makeAccountRules([...rules, { kind: "email" }]).ok).toBe(false);
});

test.each([
  "(",
  "abc",
  "(a)(b)",
  "^(a+)+$",
  "(a|a)*",
  "^(a*)b*c*d*$",
  "(?=a)(b)",
  "(a)\\1",
  "(?<n>a)",
  `(${"a".repeat(200)})`,
])("%s is not a pattern of ours", (pattern) => {
  expect(makeAccountRules([own(pattern)])).toEqual({ ok: false, problem: "account-rules-malformed" });
  expect(captureKey(own(pattern), "aaaa")).toBeNull();
});

test("no pattern that is let in runs away", () => {
  const piece = fc.constantFrom(
    "a",
    "a*",
    "a+",
    ".",
    ".*",
    "[ab]+",
    "a{0,9}",
    "|",
    "^",
    "$",
    "(a",
    "(",
    ")",
    ")?",
    "\\w+",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      const key = captureKey(own(pieces.join("")), `${"a".repeat(255)}!`);
      if (key !== null) expect(key.kind).toBe("number");
    }),
    { numRuns: 500 },
  );
});
