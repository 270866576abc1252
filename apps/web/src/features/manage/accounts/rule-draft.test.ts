import { expect, test } from "vitest";
import { areSame, dropped, hasRoom, moved, readFrom, unusedKinds } from "./rule-draft.ts";

const rules = [{ kind: "user" }, { kind: "number" }, { kind: "email" }] as const;

test("a rule goes up or down by one, and stays at the ends", () => {
  expect(moved(rules, 1, -1).map(({ kind }) => kind)).toEqual(["number", "user", "email"]);
  expect(moved(rules, 1, 1).map(({ kind }) => kind)).toEqual(["user", "email", "number"]);
  expect(moved(rules, 0, -1)).toBe(rules);
  expect(moved(rules, 2, 1)).toBe(rules);
});

test("what is not used is offered again", () => {
  expect(unusedKinds(rules)).toEqual(["mobile", "union"]);
  expect(unusedKinds(dropped(rules, 0))).toEqual(["user", "mobile", "union"]);
  expect(hasRoom(rules)).toBe(true);
});

test("the order is part of what is said", () => {
  expect(areSame(rules, [...rules])).toBe(true);
  expect(areSame(rules, moved(rules, 0, 1))).toBe(false);
});

test("an own rule shows what it reads from user names", () => {
  const own = { pattern: "^[a-z]+\\.(\\d+)@", as: "number" } as const;
  expect(readFrom(own, ["zhao.1001@corp.cn", "wang@corp.cn"])).toEqual(["1001", null]);
  expect(readFrom({ ...own, pattern: "(a+)+" }, ["aaaa"])).toEqual([null]);
});
