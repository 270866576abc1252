import { expect, test } from "vitest";
import { hoursOf, hoursOfParts } from "./hour-sums.ts";

const hoursIn = (texts: readonly string[]) => texts.reduce((sum, text) => sum + Number(text.replace(/[,h]/g, "")), 0);

test("few hours keep their minutes", () => {
  expect(hoursOfParts([485, 0, 60])).toEqual(["8h05", "0h00", "1h00"]);
});

test("many hours are whole, and the parts still make the sum", () => {
  const parts = [985_230, 130_829, 36_619, 56_410];
  expect(hoursOfParts(parts)).toEqual(["16,421h", "2,180h", "610h", "940h"]);
  expect(hoursOf(parts.reduce((a, b) => a + b))).toBe("20,151h");
  for (let n = 1; n < 400; n += 7) {
    const own = [n * 31, n * 57 + 29, n * 11 + 30, 6000 + n];
    expect(hoursIn(hoursOfParts(own))).toBe(hoursIn([hoursOf(own.reduce((a, b) => a + b))]));
  }
});

test("an overrun keeps its sign", () => {
  expect(hoursOf(-7_200)).toBe("−120h");
  expect(hoursOf(-90)).toBe("−1h30");
});
