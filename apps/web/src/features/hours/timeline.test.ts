import { describe, expect, it } from "vitest";
import type { LinePart, PunchView, Workday } from "../../api.ts";
import { timelineOf } from "./timeline.ts";

function lp(start: number, end: number, change: Partial<LinePart> = {}): LinePart {
  return {
    start,
    end,
    kind: "counted",
    project: "lang",
    task: null,
    basis: "site",
    place: "onsite",
    overtime: null,
    fact: null,
    ...change,
  };
}

function pu(minute: number, type: "on" | "off", change: Partial<PunchView> = {}): PunchView {
  return {
    id: `p${minute}`,
    at: "2026-09-15T09:12:00+08:00",
    minute,
    type,
    valid: true,
    invalidReason: null,
    result: null,
    sourceType: null,
    machine: null,
    address: null,
    receivedAt: "2026-09-15T09:20:00+08:00",
    verdicts: [],
    ...change,
  };
}

function wd(line: LinePart[], change: Partial<Workday> = {}): Workday {
  return {
    person: "zhao",
    date: "2026-09-15",
    version: 1,
    planned: 480,
    attended: 618,
    overtimeAttended: 150,
    overtimeApproved: 120,
    counted: 588,
    leave: 0,
    unassigned: 0,
    status: "warning",
    warnings: [],
    allocations: [],
    dayKind: "workday",
    over: true,
    shift: { name: "白班", sections: [{ start: 540, end: 1080 }], breaks: [{ start: 720, end: 780 }] },
    line,
    details: [],
    proposals: [],
    ...{ approvals: [], pending: 0, adjusted: 0, locked: null },
    settledAt: "2026-09-16T02:10:00+08:00",
    ...change,
  };
}

const water = { project: "shui", basis: "pick", fact: "k1" } as const;
const tuesday = wd(
  [
    lp(552, 720),
    lp(720, 780, { kind: "break", project: null, basis: null }),
    lp(780, 1080, water),
    lp(1080, 1200, { ...water, overtime: "workday" }),
    lp(1200, 1230, { kind: "uncounted", project: null, basis: null, overtime: "workday" }),
  ],
  { details: [{ name: "late", at: 552, expected: 540, minutes: 12, metres: null }] },
);
const punches = [pu(552, "on"), pu(723, "off"), pu(778, "on"), pu(1230, "off")];

describe("the list of a day", () => {
  const entries = timelineOf({ workday: tuesday, punches });

  it("alternates punches, parts, the break between its punches, and what was not counted", () => {
    expect(entries.map(({ kind, at }) => `${kind} ${at}`)).toEqual([
      "punch 552",
      "part 552",
      "punch 723",
      "break 720",
      "punch 778",
      "part 780",
      "uncounted 1200",
      "punch 1230",
    ]);
  });

  it("joins a part with its overtime and says how much of it is overtime", () => {
    expect(entries[5]).toMatchObject({ start: 780, end: 1200, minutes: 420, overtime: 120 });
  });

  it("closes: parts make what counted, with the rest what was attended", () => {
    const of = (kind: string) => entries.filter((entry) => entry.kind === kind);
    const parts = of("part").reduce((sum, entry) => sum + (entry.kind === "part" ? entry.minutes : 0), 0);
    expect(parts).toBe(tuesday.counted);
    expect(of("uncounted")).toMatchObject([{ start: 1200, end: 1230, why: "approved-until", edge: 1200 }]);
  });

  it("puts the late arrival on its punch", () => {
    expect(entries[0]).toMatchObject({ details: [{ name: "late", minutes: 12 }] });
  });
});

describe("what was not counted", () => {
  const uncounted = { kind: "uncounted", project: null, basis: null } as const;

  it("lies before the shift, after it, between its sections, or on a day off", () => {
    const early = wd([lp(537, 540, uncounted), lp(540, 720), lp(780, 1080), lp(1080, 1100, uncounted)]);
    expect(timelineOf({ workday: early, punches: [] })).toMatchObject([
      { why: "before-shift", edge: 540 },
      {},
      {},
      { why: "after-shift", edge: 1080 },
    ]);
    const two = wd([lp(540, 720), lp(720, 724, uncounted), lp(780, 1080)], {
      shift: {
        name: null,
        sections: [
          { start: 540, end: 720 },
          { start: 780, end: 1080 },
        ],
        breaks: [],
      },
    });
    expect(timelineOf({ workday: two, punches: [] })[1]).toMatchObject({ why: "between-sections" });
    const sunday = wd([lp(540, 720, uncounted)], { planned: 0, dayKind: "rest" });
    expect(timelineOf({ workday: sunday, punches: [] })).toMatchObject([{ why: "not-approved" }]);
  });
});

describe("odd days", () => {
  it("leave invalid punches to the records as received", () => {
    expect(timelineOf({ workday: wd([]), punches: [pu(540, "on", { valid: false })] })).toEqual([]);
  });

  it("show what is offered for a missing clock-out below its clock-in", () => {
    const open = wd([], { proposals: [{ punchId: "p535", start: 535, end: 1080 }], counted: 0 });
    expect(timelineOf({ workday: open, punches: [pu(535, "on")] }).map(({ kind }) => kind)).toEqual(["punch", "offer"]);
  });

  it("mark the last part of a running day", () => {
    const running = wd([lp(540, 720), lp(780, 920, water)], { warnings: ["running"], over: false });
    const parts = timelineOf({ workday: running, punches: [] });
    expect(parts).toMatchObject([{ running: false }, { running: true }]);
  });

  it("keep parts of different reasons apart though the project is the same", () => {
    const changed = wd([lp(540, 600), lp(600, 660, { basis: "pick", fact: "k1" })]);
    expect(timelineOf({ workday: changed, punches: [] })).toHaveLength(2);
  });
});
