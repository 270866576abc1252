import { describe, expect, it } from "vitest";
import type { LinePart } from "./api.ts";
import { fillingPicks } from "./filling.ts";

function lp(start: number, end: number, project: string | null, basis: LinePart["basis"] = "site"): LinePart {
  return {
    ...{ start, end, kind: "counted", project, task: null, basis: project === null ? null : basis },
    ...{ place: "unknown", overtime: null, fact: null },
  };
}

const shui = (from: number | null) => ({ projectId: "shui", from });

describe("filling what is unassigned", () => {
  it("takes the whole day when nothing is assigned", () => {
    expect(fillingPicks({ line: [lp(540, 720, null), lp(780, 1080, null)] }, "shui")).toEqual([shui(null)]);
  });

  it("begins where the unassigned end of the day begins", () => {
    expect(fillingPicks({ line: [lp(540, 720, "lang"), lp(1010, 1080, null)] }, "shui")).toEqual([shui(1010)]);
  });

  it("gives what follows by its site back to its project", () => {
    const line = [lp(540, 720, null), lp(780, 1000, "lang"), lp(1000, 1080, "lang", "default")];
    expect(fillingPicks({ line }, "shui")).toEqual([shui(540), { projectId: "lang", from: 780 }]);
  });

  it("leaves later picks and splits to themselves", () => {
    expect(fillingPicks({ line: [lp(540, 720, null), lp(780, 1080, "lang", "pick")] }, "shui")).toEqual([shui(540)]);
    const split = [lp(540, 720, "lang", "split"), lp(780, 1080, null)];
    expect(fillingPicks({ line: split }, "shui")).toEqual([shui(780)]);
  });

  it("fills two holes with what lies between them unchanged", () => {
    const line = [lp(540, 600, null), lp(600, 720, "lang"), lp(780, 1080, null)];
    expect(fillingPicks({ line }, "shui")).toEqual([shui(540), { projectId: "lang", from: 600 }, shui(780)]);
  });
});
