import { instantAt } from "@today/core/time/zone";
import { describe, expect, it } from "vitest";
import { type PlannedDay, workDateNow } from "./work-date.ts";

const zone = "Asia/Shanghai";
const at = (minute: number) => instantAt("2026-09-17", minute, zone);
const day = (date: string, start?: number, end?: number): PlannedDay => ({
  date,
  shift: start === undefined || end === undefined ? null : { sections: [{ start, end }], breaks: [] },
});
const nights = [day("2026-09-16", 1200, 1920), day("2026-09-17", 1200, 1920), day("2026-09-18", 1200, 1920)];
const days = [day("2026-09-16", 540, 1080), day("2026-09-17", 540, 1080), day("2026-09-18")];

describe("the work date now", () => {
  it("is yesterday while yesterday's night shift runs and for hours after it", () => {
    expect(workDateNow(at(300), nights, zone)).toBe("2026-09-16");
    expect(workDateNow(at(600), nights, zone)).toBe("2026-09-16");
    expect(workDateNow(at(959), nights, zone)).toBe("2026-09-16");
  });

  it("moves on when the next shift's window opens, four hours before it", () => {
    expect(workDateNow(at(960), nights, zone)).toBe("2026-09-17");
    expect(workDateNow(at(299), days, zone)).toBe("2026-09-16");
    expect(workDateNow(at(300), days, zone)).toBe("2026-09-17");
  });

  it("stays with a running shift although the next window is open", () => {
    const both = [day("2026-09-16", 1200, 1920), day("2026-09-17", 540, 1080)];
    expect(workDateNow(at(470), both, zone)).toBe("2026-09-16");
    expect(workDateNow(at(480), both, zone)).toBe("2026-09-17");
  });

  it("is the calendar day outside all windows and without shifts", () => {
    expect(workDateNow(at(1440 + 360), days, zone)).toBe("2026-09-18");
    expect(workDateNow(at(1440 + 359), days, zone)).toBe("2026-09-17");
    expect(workDateNow(at(10), [day("2026-09-17")], zone)).toBe("2026-09-17");
  });
});
