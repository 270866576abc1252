import { describe, expect, it } from "vitest";
import { beijingDate, beijingInstant, beijingText } from "./beijing.ts";

describe("Beijing time", () => {
  it("takes the day of a work date in Beijing, where UTC is still in the day before", () => {
    expect(beijingDate(1789315200000)).toBe("2026-09-14");
    expect(beijingDate(1789315199999)).toBe("2026-09-13");
  });

  it("writes and reads wall clock text", () => {
    expect(beijingText(1789347441999)).toBe("2026-09-14 08:57:21");
    expect(beijingInstant("2026-09-14 08:57:21")).toBe(1789347441000);
    expect(beijingInstant("2026-09-14 08:57")).toBe(1789347420000);
    expect(beijingInstant("2026-09-14")).toBe(1789315200000);
  });

  it.each(["", "0", "yesterday", "2026-13-01", "2026-09-14 25:00:00"])("does not read %j", (text) => {
    expect(beijingInstant(text)).toBeNull();
  });
});
