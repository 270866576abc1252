import { describe, expect, it } from "vitest";
import type { DayDetail, LinePart } from "../../../api.ts";
import type { Mend, Mends } from "./mending.ts";
import { stillShown } from "./mending.ts";
import { fillingOf, noteRequest, punchRequests } from "./mends.ts";

const about = { personId: "zhao", date: "2026-08-18", reason: "电话里说的" };

function lp(start: number, end: number, project: string | null): LinePart {
  return {
    ...{ start, end, kind: "counted", project, task: null, basis: project === null ? null : "site" },
    ...{ place: "unknown", overtime: null, fact: null },
  };
}

function dd(line: LinePart[], split: DayDetail["split"] = null): DayDetail {
  return { workday: { line, unassigned: 60, version: 3 }, split } as unknown as DayDetail;
}

describe("what is entered for somebody", () => {
  it("is a clock-in before its clock-out, each with its reason", () => {
    const both = punchRequests(about, 540, 1080);
    expect(both.map((one) => [one.kind, "at" in one && one.at, one.reason])).toEqual([
      ["clock-in", "09:00", "电话里说的"],
      ["clock-out", "18:00", "电话里说的"],
    ]);
    expect(new Set(both.map(({ id }) => id)).size).toBe(2);
    expect(punchRequests(about, null, 1080)).toHaveLength(1);
    expect(noteRequest(about)).toMatchObject({ kind: "note", personId: "zhao", date: "2026-08-18" });
  });

  it("is the whole day where nothing is assigned, else only the open stretch", () => {
    expect(fillingOf(dd([lp(540, 1020, null)]), about, "NB")).toMatchObject({
      picks: [{ projectId: "NB", from: null }],
    });
    const partly = fillingOf(dd([lp(540, 720, "GL2B"), lp(780, 840, null)]), about, "NB");
    expect(partly).toMatchObject({ picks: [{ projectId: "NB", from: "13:00", personId: "zhao" }] });
  });

  it("adds a part to a day that was split as a whole", () => {
    const split = { parts: [{ projectId: "GL2B", taskId: null, minutes: 420 }] } as unknown as DayDetail["split"];
    expect(fillingOf(dd([lp(540, 1020, null)], split), about, "NB")).toMatchObject({
      split: { version: 3, personId: "zhao", parts: [{ minutes: 420 }, { projectId: "NB", minutes: 60 }] },
    });
  });
});

describe("a mended line", () => {
  const mend = (savedAt: number | null): Mend => ({
    ...{ row: { key: "a", kind: "unassigned", person: { id: "a", name: "a", title: null }, items: [] }, text: "" },
    ...{ saving: { state: "saving" }, savedAt },
  });
  const shown = (savedAt: number | null, listed: string[], now: number) =>
    stillShown(new Map([["a", mend(savedAt)]]) satisfies Mends, new Set(listed), now).size === 1;

  it("stays while it is on its way, and for six seconds after", () => {
    expect([shown(null, [], 99_000), shown(1_000, [], 6_900), shown(1_000, [], 7_000)]).toEqual([true, true, false]);
  });

  it("stays longer while the checks still list it, but not for ever", () => {
    expect([shown(1_000, ["a"], 7_000), shown(1_000, ["a"], 31_000)]).toEqual([true, false]);
  });
});
