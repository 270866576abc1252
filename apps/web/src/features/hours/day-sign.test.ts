import { describe, expect, it } from "vitest";
import type { Workday } from "../../api.ts";
import { badgeOf, signOf } from "./day-sign.ts";

const today = "2026-09-17";

function wd(change: Partial<Workday> = {}): Workday {
  return {
    person: "zhao",
    date: "2026-09-15",
    version: 1,
    planned: 480,
    attended: 480,
    overtimeAttended: 0,
    overtimeApproved: 0,
    counted: 480,
    leave: 0,
    unassigned: 0,
    status: "normal",
    warnings: [],
    allocations: [],
    dayKind: "workday",
    over: true,
    shift: null,
    line: [],
    details: [],
    proposals: [],
    ...{ approvals: [], pending: 0, adjusted: 0, locked: null },
    settledAt: "2026-09-16T02:10:00+08:00",
    ...change,
  };
}

describe("the sign of a day", () => {
  it("is fine when everything counted and nothing is odd", () => {
    expect(signOf(wd(), "2026-09-15", today)).toBe("fine");
  });

  it("asks when something can be done, even beside a fact", () => {
    expect(signOf(wd({ warnings: ["unassigned"], unassigned: 70 }), "2026-09-15", today)).toBe("todo");
    expect(signOf(wd({ warnings: ["late", "missing-out"], status: "warning" }), "2026-09-15", today)).toBe("todo");
    expect(signOf(wd({ warnings: ["absent"], status: "absent", counted: 0 }), "2026-09-15", today)).toBe("todo");
  });

  it("only notes late arrivals and leave", () => {
    expect(signOf(wd({ warnings: ["late"] }), "2026-09-15", today)).toBe("noted");
    expect(signOf(wd({ leave: 480, counted: 0, status: "on-leave" }), "2026-09-15", today)).toBe("noted");
  });

  it("is today's own today, and nothing for days off and days to come", () => {
    expect(signOf(undefined, today, today)).toBe("today");
    expect(signOf(wd({ status: "off", counted: 0 }), "2026-09-13", today)).toBeNull();
    expect(signOf(wd({ leave: 240, counted: 0 }), "2026-09-18", today)).toBeNull();
  });
});

describe("the badge of a day", () => {
  it("tells rest days, swapped workdays and statutory days apart", () => {
    expect(badgeOf("rest")).toBe("rest");
    expect(badgeOf("in-lieu-rest")).toBe("rest");
    expect(badgeOf("swapped-workday")).toBe("swapped");
    expect(badgeOf("statutory")).toBe("statutory");
    expect(badgeOf("workday")).toBeNull();
    expect(badgeOf(undefined)).toBeNull();
  });
});
