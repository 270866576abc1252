import { describe, expect, it } from "vitest";
import { type Check, datesOf, dividedChecks, type Item, minutesOf, refKey, refOf, rowsOf } from "./check.ts";

const zhao = { id: "zhao", name: "赵磊", title: null };
const guo = { id: "guo", name: "郭静", title: null };

function im(more: Partial<Item>): Item {
  const bare = { person: zhao, date: "2026-08-18", project: null, minutes: null, what: null };
  return { ...bare, requestId: null, allocation: null, proposal: null, ...more };
}

function ck(kind: Check["kind"], items: Item[], count = items.length): Check {
  return { kind, count, items };
}

const waiting = im({ project: "GL2B", minutes: 430, allocation: { key: "|site|onsite|", minutes: 430 } });

describe("the lines of a check", () => {
  it("are one a person where one choice mends all their days", () => {
    const items = [im({ date: "2026-08-19", minutes: 60 }), im({ person: guo, minutes: 30 }), im({ minutes: 480 })];
    const rows = rowsOf(ck("unassigned", items));
    expect(rows.map(({ person, items }) => [person.name, items.length])).toEqual([
      ["赵磊", 2],
      ["郭静", 1],
    ]);
    const [first] = rows;
    expect(first && [datesOf(first), minutesOf(first)]).toEqual([["2026-08-18", "2026-08-19"], 540]);
  });

  it("are one a day where each wants its own time", () => {
    const items = [im({ what: "missing-out" }), im({ what: "missing-out", date: "2026-08-19" })];
    expect(rowsOf(ck("missing-punch", items))).toHaveLength(2);
  });

  it("keep apart what is on two projects or of two kinds on one day", () => {
    const other = { ...waiting, project: "ZHSW" };
    const extra = { ...waiting, allocation: { key: "|site|onsite|rest", minutes: 30 } };
    expect(rowsOf(ck("allocation-waiting", [waiting, other, extra]))).toHaveLength(3);
    expect(rowsOf(ck("allocation-rejected", [waiting, other, extra]))).toHaveLength(3);
  });
});

describe("what is answered", () => {
  it("is the allocation as it was seen, or the request", () => {
    expect(refOf(waiting)).toEqual({
      ...{ type: "allocation", personId: "zhao", date: "2026-08-18", projectId: "GL2B" },
      ...{ key: "|site|onsite|", minutes: 430 },
    });
    const asked = refOf(im({ requestId: "4f7e" }));
    expect(asked && refKey(asked)).toBe("4f7e");
  });

  it("is nothing where somebody has to say a time or a project first", () => {
    expect(refOf(im({ what: "missing-out" }))).toBeNull();
  });
});

it("tells what is left from what is fine", () => {
  const { found, fine } = dividedChecks([ck("missing-punch", [im({})]), ck("unassigned", []), ck("grace-running", [])]);
  expect([found.length, fine.length]).toEqual([1, 2]);
});
