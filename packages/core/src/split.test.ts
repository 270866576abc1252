import { expect, test } from "vitest";
import { makeSplit } from "./split.ts";
import { part } from "./testing.ts";

test("every part of a split has whole minutes above 0", () => {
  const parts = [part("A", 1), part("B", 480)];
  expect(makeSplit(parts)).toEqual({ ok: true, value: parts });
  expect(makeSplit([])).toEqual({ ok: true, value: [] });
  for (const minutes of [0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(makeSplit([part("A", 1), part("B", minutes)])).toEqual({ ok: false, problem: "split-part-not-positive" });
  }
});
