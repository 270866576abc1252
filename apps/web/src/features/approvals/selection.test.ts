import { describe, expect, it } from "vitest";
import type { ApprovalRef } from "../../api.ts";
import { effectOf, type Item, itemsOf, keyOf, tickOf, toggled, without } from "./selection.ts";

function item(ref: ApprovalRef, minutes: number): Item {
  const person = { id: "zhao001", name: "赵磊", title: null };
  const none = { project: null, overtime: null, said: null, at: null, until: null, monthOvertime: null };
  return { ...none, ref, person, date: "2026-09-16", minutes, reasons: [], since: "2026-09-16T19:00:00+08:00" };
}
const asked = (id: string, minutes: number) => item({ type: "request", id }, minutes);
const counted = (date: string, minutes: number) =>
  item({ type: "allocation", personId: "zhao001", date, projectId: "GL2B", key: "|pick|mobile|", minutes }, minutes);

const [a, b, c] = [asked("a", 480), asked("b", 480), asked("c", 450)];
const d = counted("2026-09-15", 300);
const page = {
  count: 9,
  groups: [
    { kind: "clock-out" as const, items: [a, b, c] },
    { kind: "off-site" as const, items: [d] },
  ],
};
const keys = (...items: Item[]) => new Set(items.map(({ ref }) => keyOf(ref)));

describe("the tick of a group", () => {
  it("ticks all, also when some are ticked already", () => {
    expect(toggled(keys(b), [a, b, c])).toEqual(keys(a, b, c));
  });

  it("takes all back when all are ticked and leaves other groups alone", () => {
    expect(toggled(keys(a, b, c, d), [a, b, c])).toEqual(keys(d));
  });

  it("shows whether all, some or none are ticked", () => {
    expect([keys(), keys(a), keys(a, b, c)].map((one) => tickOf(one, [a, b, c]))).toEqual(["none", "some", "all"]);
  });
});

describe("the sum of a selection", () => {
  it("is what requests add to the counted minutes", () => {
    expect(effectOf([a, b, c])).toEqual({ minutes: 1410, isAdded: true });
  });

  it("does not promise more minutes when some are counted already", () => {
    expect(effectOf([a, d])).toEqual({ minutes: 780, isAdded: false });
  });
});

describe("an allocation", () => {
  it("is another thing once its minutes changed", () => {
    expect(keyOf(counted("2026-09-15", 299).ref)).not.toBe(keyOf(d.ref));
  });
});

describe("the page without what was answered", () => {
  it("loses the things, the empty groups, and that many of the count", () => {
    const left = without(page, keys(b, d));
    expect(left.groups.map(({ kind }) => kind)).toEqual(["clock-out"]);
    expect(itemsOf(left)).toEqual([a, c]);
    expect(left.count).toBe(7);
  });

  it("is the same when nothing of it was answered", () => {
    expect(without(page, keys(asked("x", 1)))).toEqual(page);
  });
});
