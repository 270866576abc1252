import { describe, expect, it } from "vitest";
import { monthOf, weekOf } from "../../period.ts";
import { hashOfPeriod, placeOf } from "./place.ts";

describe("where 工时 is", () => {
  it("shows this week when nothing is said, or nothing that makes sense", () => {
    const thisWeek = { page: "days", view: "week", period: null };
    expect(placeOf([])).toEqual(thisWeek);
    expect(placeOf(["2026-02-30"])).toEqual(thisWeek);
    expect(placeOf(["week", "tomorrow"])).toEqual(thisWeek);
  });

  it("shows a day, one's own or somebody's", () => {
    expect(placeOf(["2026-09-15"])).toEqual({ page: "day", date: "2026-09-15", person: null });
    expect(placeOf(["2026-09-15", "of", "zhao001"])).toEqual({ page: "day", date: "2026-09-15", person: "zhao001" });
  });

  it("finds back to the week and the month that its address names", () => {
    for (const period of [weekOf("2026-09-17"), monthOf("2026-09-17")]) {
      const rest = hashOfPeriod(period).split("/").slice(2);
      expect(placeOf(rest)).toMatchObject({ view: period.kind, period });
    }
  });
});
