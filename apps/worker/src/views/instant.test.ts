import { describe, expect, it } from "vitest";
import { isoOf } from "./instant.ts";

describe("an instant that leaves the house", () => {
  it("carries the offset of the company's zone", () => {
    expect(isoOf(Date.UTC(2026, 8, 17, 0, 57, 21), "Asia/Shanghai")).toBe("2026-09-17T08:57:21+08:00");
    expect(isoOf(Date.UTC(2026, 8, 17, 0, 57, 21), "America/St_Johns")).toBe("2026-09-16T22:27:21-02:30");
    expect(isoOf(Date.UTC(2026, 8, 17, 0, 57, 21), "UTC")).toBe("2026-09-17T00:57:21+00:00");
  });
});
