import type { LastRun } from "@today/db/today";
import { describe, expect, it } from "vitest";
import { freshnessOf } from "./freshness.ts";

const zone = "Asia/Shanghai";
const at = (clock: string) => Date.parse(`2026-09-17T${clock}:00+08:00`);
const run = (clock: string, over: Partial<LastRun> = {}): LastRun => ({
  ...{ kind: "day", state: "done", startedAt: at(clock), awaited: false },
  ...over,
});
const fresh = (now: string, [pulled, next]: [string | null, string | null], runs: LastRun[] = []) =>
  freshnessOf({
    ...{ now: at(now), runs, zone },
    pulledAt: pulled === null ? null : at(pulled),
    nextPullAt: next === null ? null : at(next),
  });

describe("freshness", () => {
  it("is fresh until a planned pull is two ticks late", () => {
    expect(fresh("09:00", ["08:42", "09:12"]).state).toBe("fresh");
    expect(fresh("09:22", ["08:42", "09:12"]).state).toBe("fresh");
    expect(fresh("09:23", ["08:42", "09:12"]).state).toBe("stale");
  });

  it("stays fresh through the hours in which nothing is planned", () => {
    expect(fresh("07:30", ["02:10", "08:42"]).state).toBe("fresh");
  });

  it("is stale for whom nothing was ever pulled, and names no time before the first plan", () => {
    expect(fresh("09:00", [null, "09:12"])).toEqual({
      ...{ pulledAt: null, nextPullAt: "2026-09-17T09:12:00+08:00", state: "stale" },
    });
    expect(fresh("09:00", ["08:42", null])).toMatchObject({ nextPullAt: null, state: "fresh" });
  });

  it("is stale after a pull that failed, unless it brought one's own punches or was somebody's shared one", () => {
    const failed = (kind: LastRun["kind"]) => [run("09:12", { kind, state: "failed" })];
    expect(fresh("09:13", ["08:42", "09:42"], failed("day")).state).toBe("stale");
    expect(fresh("09:13", ["09:12", "09:42"], failed("day")).state).toBe("fresh");
    expect(fresh("09:13", ["08:42", "09:42"], failed("shared")).state).toBe("fresh");
  });

  it("says that a pull is under way before it says anything else", () => {
    expect(fresh("12:00", [null, "12:12"], [run("11:59", { state: "running", awaited: true })]).state).toBe("pulling");
    expect(fresh("12:00", ["11:42", "12:12"], [run("11:59", { state: "running" })]).state).toBe("fresh");
  });

  it("says that the calls are used up when the last pull ended so", () => {
    expect(fresh("12:00", ["08:42", "12:12"], [run("09:12", { state: "quota" })]).state).toBe("quota");
    expect(fresh("12:00", ["11:42", "12:12"], [run("11:42"), run("09:12", { state: "quota" })]).state).toBe("fresh");
  });
});
