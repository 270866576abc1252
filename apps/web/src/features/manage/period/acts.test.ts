import { describe, expect, it } from "vitest";
import type { Period } from "../../../api.ts";
import { actsOf, openCount, periodToOpen } from "./acts.ts";

const lin = { id: "lin", name: "林国栋", title: null };
const hr = { id: "chen", roles: ["hr"] as const };
const finance = { id: "qian", roles: ["finance"] as const };
const admin = { id: "lin", roles: ["admin"] as const };

function pd(state: Period["state"], more: Partial<Period> = {}): Period {
  const bare = { id: "2026-08", first: "2026-08-01", last: "2026-08-31", version: 1, closing: 0 };
  return { ...bare, changedAt: null, changedBy: null, reopening: null, state, ...more };
}

function seen(period: Period, counts: Record<string, number> = {}, now = "2026-09-17T09:00:00+08:00") {
  const checks = (["not-settled", "missing-punch", "unassigned"] as const).map((kind) => ({
    ...{ kind, count: counts[kind] ?? 0, items: [] },
  }));
  return { now, period, checks, closable: period.state === "open-for-approvers" && now > "2026-09" };
}

const acts = (period: Period, me: { id: string; roles: readonly ("hr" | "finance" | "admin")[] }, counts = {}) =>
  actsOf(seen(period, counts), { ...me, roles: [...me.roles] });

describe("what can be done with a period", () => {
  it("begins when it is over, and may begin before, but not as the first thing", () => {
    expect(acts(pd("open"), hr)).toEqual({ first: "begin", others: [] });
    const early = actsOf(seen(pd("open"), {}, "2026-08-17T09:00:00+08:00"), { id: "chen", roles: ["hr"] });
    expect(early).toEqual({ first: null, others: ["begin"] });
  });

  it("closes at once when nothing is open, and with words when something is", () => {
    expect(acts(pd("open-for-approvers"), hr)).toEqual({ first: "close", others: ["back"] });
    expect(acts(pd("open-for-approvers"), hr, { "missing-punch": 2 })).toEqual({
      first: null,
      others: ["closeOpen", "back"],
    });
  });

  it("does not wait for days that closing works out itself", () => {
    expect(openCount(seen(pd("open-for-approvers"), { "not-settled": 4, unassigned: 1 }))).toBe(1);
    expect(acts(pd("open-for-approvers"), hr, { "not-settled": 4 }).first).toBe("close");
  });

  it("is reopened by two people of HR or finance", () => {
    const reopening = {
      by: { id: "qian", name: "钱佳怡", title: null },
      at: "2026-09-17T10:00:00+08:00",
      reason: "漏了",
    };
    expect(acts(pd("closed"), finance).others).toEqual(["ask"]);
    expect(acts(pd("closed", { reopening }), finance).others).toEqual(["withdraw"]);
    expect(acts(pd("closed", { reopening }), hr)).toEqual({ first: "agree", others: ["decline"] });
    expect(acts(pd("closed", { reopening: { ...reopening, by: lin } }), admin)).toEqual({ first: null, others: [] });
  });

  it("is only looked at by finance and the admin while it is open", () => {
    for (const me of [finance, admin]) expect(acts(pd("open"), me)).toEqual({ first: null, others: [] });
  });
});

describe("which period is opened first", () => {
  const months = ["2026-09", "2026-08", "2026-07"].map((id) => pd("open", { id, first: `${id}-01`, last: `${id}-30` }));
  it("is the last one that is over", () => {
    expect(periodToOpen({ now: "2026-09-17T09:00:00+08:00", periods: months })?.id).toBe("2026-08");
  });
  it("is the newest when none is", () => {
    expect(periodToOpen({ now: "2026-07-17T09:00:00+08:00", periods: months })?.id).toBe("2026-09");
    expect(periodToOpen({ now: "2026-07-17T09:00:00+08:00", periods: [] })).toBeNull();
  });
});
