import type { LastRun } from "@today/db/today";
import { describe, expect, it } from "vitest";
import { freshnessOf } from "./freshness.ts";

const zone = "Asia/Shanghai";
const at = (clock: string) => Date.parse(`2026-09-17T${clock}:00+08:00`);
const run = (clock: string, over: Partial<LastRun> = {}): LastRun => ({
  ...{ kind: "day", state: "done", startedAt: at(clock), awaited: false },
  ...over,
});
const fresh = (now: string, pulledAt: string | null, runs: LastRun[] = []) =>
  freshnessOf({ now: at(now), pulledAt: pulledAt === null ? null : at(pulledAt), runs, zone });

describe("freshness", () => {
  it("is fresh until the second planned pull has been missed", () => {
    expect(fresh("09:00", "08:42").state).toBe("fresh");
    expect(fresh("09:41", "08:42").state).toBe("fresh");
    expect(fresh("09:42", "08:42").state).toBe("stale");
  });

  it("stays fresh through the hours in which nothing is planned", () => {
    expect(fresh("07:30", "02:10").state).toBe("fresh");
    expect(fresh("08:41", "02:10").state).toBe("fresh");
    expect(fresh("08:42", "02:10").state).toBe("stale");
  });

  it("is stale for whom nothing was ever pulled", () => {
    expect(fresh("09:00", null)).toEqual({ pulledAt: null, nextPullAt: "2026-09-17T09:12:00+08:00", state: "stale" });
  });

  it("says that a pull is under way before it says anything else", () => {
    expect(fresh("12:00", null, [run("11:59", { state: "running", awaited: true })]).state).toBe("pulling");
    expect(fresh("12:00", "11:42", [run("11:59", { state: "running" })]).state).toBe("fresh");
  });

  it("says that the calls are used up when the last pull ended so", () => {
    expect(fresh("12:00", "08:42", [run("09:12", { state: "quota" })]).state).toBe("quota");
    expect(fresh("12:00", "11:42", [run("11:42"), run("09:12", { state: "quota" })]).state).toBe("fresh");
  });

  it("names the next slot, after the day's last the night's, and follows a thinner plan", () => {
    expect(fresh("09:00", "08:42").nextPullAt).toBe("2026-09-17T09:12:00+08:00");
    expect(fresh("22:50", "22:42").nextPullAt).toBe("2026-09-18T02:10:00+08:00");
    const thin = [run("11:12"), run("09:12")];
    expect(fresh("12:00", "11:12", thin)).toMatchObject({ nextPullAt: "2026-09-17T13:12:00+08:00", state: "fresh" });
    expect(fresh("13:13", "09:12", thin).state).toBe("stale");
  });
});
