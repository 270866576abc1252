import fc from "fast-check";
import { expect, test } from "vitest";
import { type Candidate, matchAccount } from "./account-match.ts";

const found = (rank: number, person: string, active = true): Candidate => ({ rank, person, active });

test("the first rule that finds anybody decides", () => {
  expect(matchAccount([found(3, "qian"), found(1, "zhao")])).toEqual({ state: "matched", person: "zhao", rank: 1 });
});

test("two people are told and not guessed among", () => {
  expect(matchAccount([found(1, "zhao"), found(1, "qian"), found(2, "zhao")])).toEqual({
    state: "ambiguous",
    people: ["qian", "zhao"],
    rank: 1,
  });
});

test("who is there goes before who has left", () => {
  expect(matchAccount([found(1, "gone", false), found(1, "zhao")])).toMatchObject({ person: "zhao" });
  expect(matchAccount([found(1, "gone", false)])).toMatchObject({ person: "gone" });
});

test("nobody found is nobody's", () => {
  expect(matchAccount([])).toEqual({ state: "unmatched" });
});

test("the order in which people are found does not matter", () => {
  const one = fc.record({ rank: fc.nat(3), person: fc.constantFrom("a", "b", "c"), active: fc.boolean() });
  fc.assert(
    fc.property(fc.array(one), fc.nat(), (candidates, turn) => {
      const turned = [...candidates.slice(turn % 5), ...candidates.slice(0, turn % 5)];
      expect(matchAccount(turned)).toEqual(matchAccount(candidates));
    }),
  );
});
