import { describe, expect, it } from "vitest";
import type { LinePart, PunchView, Verdict } from "../api.ts";
import { tellingVerdict } from "./punch-verdict.ts";

function ve(project: string, verdict: Verdict["verdict"], distance: number | null, radius = 200): Verdict {
  return { project, siteId: project, verdict, distance, accuracy: 15, radius };
}

function pu(type: "on" | "off", minute: number, ...verdicts: Verdict[]): PunchView {
  return {
    ...{ id: "p", at: "2026-09-15T12:58:00+08:00", minute, type, valid: true, invalidReason: null, result: null },
    ...{ sourceType: null, machine: null, address: null, receivedAt: "2026-09-15T13:10:00+08:00", verdicts },
  };
}

function lp(start: number, end: number, project: string): LinePart {
  return {
    ...{ start, end, kind: "counted", project, task: null, basis: "pick", place: "mobile", overtime: null, fact: null },
  };
}

const line = [lp(540, 720, "lang"), lp(780, 1080, "shui")];

describe("what a punch says of its place", () => {
  it("is the smallest site it was inside of", () => {
    const punch = pu("on", 540, ve("lang", "inside", 38, 500), ve("mu", "inside", 90, 100), ve("shui", "outside", 9));
    expect(tellingVerdict(punch, line)).toMatchObject({ project: "mu" });
  });

  it("is else that of the project that a clock-in begins and a clock-out ends", () => {
    const verdicts = [ve("lang", "outside", 4000), ve("shui", "outside", 6200)];
    expect(tellingVerdict(pu("on", 778, ...verdicts), line)).toMatchObject({ project: "shui" });
    expect(tellingVerdict(pu("off", 723, ...verdicts), line)).toMatchObject({ project: "lang" });
  });

  it("is else the nearest site, and nothing without sites", () => {
    const punch = pu("on", 540, ve("mu", "unknown", null), ve("gai", "outside", 800));
    expect(tellingVerdict(punch, line)).toMatchObject({ project: "gai" });
    expect(tellingVerdict(pu("on", 540), line)).toBeNull();
  });
});
