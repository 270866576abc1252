import { expect, test } from "vitest";
import { changedFields, goneRules, ruleFor, withRule } from "./rules.ts";
import { type Field, fixed, fromSource, type Rule, rowSet, turned, wayOf } from "./way.ts";

const label = { zh: "活动", en: "Activity" };
const note: Field = { of: "worklog", name: "note", label, kind: "text", required: false, limit: null };
const activity: Field = { ...note, name: "activity", kind: "choice", offers: "activity" };
const dueOn: Field = { ...note, of: "task", name: "dueOn", kind: "date" };
const base: Rule = { of: "worklog", to: "activity", from: "", table: null, optional: false };
const byPosition: Rule = { ...base, from: "{person.position}", table: { rows: { PM: "9" }, otherwise: "8" } };

test("a rule tells the way it fills its field", () => {
  expect(wayOf(activity, null)).toBe("none");
  expect(wayOf(note, { ...base, to: "note", from: "{place} 和" })).toBe("text");
  expect(wayOf(dueOn, { ...base, from: "{deadline}" })).toBe("source");
  expect(wayOf(activity, { ...base, from: "9" })).toBe("fixed");
  expect(wayOf(activity, fixed(base, "9"))).toBe("fixed");
  expect(wayOf(activity, byPosition)).toBe("table");
  expect(wayOf(activity, { ...base, from: "{hours} {minutes}" })).toBe("text");
});

test("a field that is filled another way keeps what it can", () => {
  expect(turned(activity, byPosition, "fixed")).toEqual(fixed(base, "8"));
  expect(turned(activity, fixed(base, "8"), "table")).toEqual({ ...base, table: { rows: {}, otherwise: "8" } });
  expect(turned(activity, byPosition, "source")).toEqual(fromSource(base, "person.position"));
  expect(turned(activity, byPosition, "table")).toEqual(byPosition);
  expect(turned(activity, byPosition, "none")).toBeNull();
  expect(turned(note, null, "text")).toEqual({ ...base, to: "note" });
});

test("a row says something of its own or goes with all others", () => {
  const table = { rows: { PM: "9" }, otherwise: "8" };
  expect(rowSet(table, "QS", "7").rows).toEqual({ PM: "9", QS: "7" });
  expect(rowSet(table, "PM", null).rows).toEqual({});
});

test("rules differ by field, not by the order of their rows", () => {
  const turnedRows = { ...byPosition, table: { rows: { QS: "1", PM: "9" }, otherwise: "8" } };
  const rows = { ...byPosition, table: { rows: { PM: "9", QS: "1" }, otherwise: "8" } };
  expect(changedFields([rows], [turnedRows], [note, activity])).toEqual([]);
  expect(changedFields([rows], [byPosition], [note, activity])).toEqual([activity]);
  expect(changedFields([], [{ ...base, to: "old" }], [note])).toEqual([{ of: "worklog", name: "old" }]);
});

test("a rule takes the place of the one before", () => {
  const first: Rule = { ...base, to: "note", from: "{place}" };
  const rules = [first, byPosition, { ...first, from: "twice" }];
  expect(withRule(rules, note, { ...first, from: "{hours}" })).toEqual([{ ...first, from: "{hours}" }, byPosition]);
  expect(withRule([byPosition], note, first)).toEqual([byPosition, first]);
  expect(ruleFor(withRule(rules, activity, null), activity)).toBeNull();
  expect(goneRules(rules, [note])).toEqual([byPosition]);
});
