import { describe, expect, it } from "vitest";
import type { LinePart, Workday } from "./api.ts";
import { growDay } from "./live-day.ts";

function lp(start: number, end: number, change: Partial<LinePart> = {}): LinePart {
  return {
    ...{ start, end, kind: "counted", project: "shui", task: null, basis: "pick", place: "onsite" },
    ...{ overtime: null, fact: "k1", ...change },
  };
}

const running: Workday = {
  ...{ person: "zhao", date: "2026-09-17", version: 1, planned: 480, attended: 323, overtimeAttended: 3 },
  ...{ overtimeApproved: 0, counted: 320, leave: 0, unassigned: 0, status: "normal", warnings: ["running"] },
  ...{
    dayKind: "workday",
    over: false,
    details: [],
    proposals: [],
    ...{ approvals: [], pending: 0, adjusted: 0, locked: null },
    settledAt: "2026-09-17T15:20:40+08:00",
  },
  shift: { name: null, sections: [{ start: 540, end: 1080 }], breaks: [{ start: 720, end: 780 }] },
  allocations: [{ project: "shui", task: null, minutes: 320, basis: "pick", place: "onsite", overtime: null }],
  line: [
    lp(537, 540, { kind: "uncounted", project: null }),
    lp(540, 720),
    lp(720, 780, { kind: "break" }),
    lp(780, 920),
  ],
};

const assigned = ({ allocations }: Workday) => allocations.reduce((sum, { minutes }) => sum + minutes, 0);

describe("a running day", () => {
  it("goes on by the minute on the project it is on", () => {
    const later = growDay(running, 935);
    expect([later.counted, later.attended, assigned(later)]).toEqual([335, 338, 335]);
    expect(later.line[later.line.length - 1]).toMatchObject({ start: 780, end: 935, project: "shui" });
  });

  it("stands still in a break", () => {
    const morning = { ...running, line: [lp(540, 700)], counted: 160, settledAt: "2026-09-17T11:40:00+08:00" };
    const later = growDay(morning, 800);
    expect(later.counted).toBe(160 + 20 + 20);
    expect(later.line.map(({ kind, start, end }) => `${kind} ${start}-${end}`)).toEqual([
      "counted 540-720",
      "break 720-780",
      "counted 780-800",
    ]);
  });

  it("does not count what comes after the shift", () => {
    const late = growDay(running, 1110);
    expect([late.counted, late.attended, late.overtimeAttended]).toEqual([480, 513, 33]);
    expect(late.line[late.line.length - 1]).toMatchObject({ kind: "uncounted", start: 1080, end: 1110 });
  });

  it("closes at every minute: assigned and unassigned make what counted", () => {
    for (let now = 900; now < 1200; now++) {
      const day = growDay(running, now);
      expect(assigned(day) + day.unassigned).toBe(day.counted);
    }
  });

  it("adds to the unassigned minutes when nobody knows the project", () => {
    const unknown = {
      ...running,
      line: [lp(540, 920, { project: null, basis: null })],
      unassigned: 320,
      allocations: [],
    };
    expect(growDay(unknown, 930)).toMatchObject({ counted: 330, unassigned: 330 });
  });
});

describe("any other day", () => {
  it("stays as the server said", () => {
    const over = { ...running, warnings: [] };
    expect(growDay(over, 1000)).toBe(over);
    expect(growDay(running, 915)).toBe(running);
    const early = { ...running, line: [lp(530, 535, { kind: "uncounted" })] };
    expect(growDay(early, 960)).toBe(early);
  });
});
