import { describe, expect, it } from "vitest";
import { hourTicks, sharedAxis } from "./shared-axis.ts";

describe("an axis for several lines", () => {
  it("holds them all and begins and ends at whole hours", () => {
    expect(
      sharedAxis([
        { start: 552, end: 720 },
        { start: 780, end: 1230 },
      ]),
    ).toEqual({ start: 540, end: 1260 });
  });

  it("is a working day when there is nothing to draw", () => {
    expect(sharedAxis([])).toEqual({ start: 540, end: 1080 });
  });

  it("has at most five round hours, after midnight too", () => {
    expect(hourTicks({ start: 540, end: 1260 })).toEqual([540, 720, 900, 1080, 1260]);
    expect(hourTicks({ start: 540, end: 1200 })).toEqual([540, 720, 900, 1080]);
    expect(hourTicks({ start: 540, end: 1860 })).toEqual([720, 1080, 1440, 1800]);
    for (const end of [600, 900, 1500, 3000]) expect(hourTicks({ start: 0, end }).length).toBeLessThanOrEqual(5);
  });
});
