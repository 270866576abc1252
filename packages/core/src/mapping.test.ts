import { expect, test } from "vitest";
import { applyMapping, checkMapping, type MappedField, type MappingRule, usualMapping } from "./mapping.ts";

const plain = { required: false, limit: null } as const;
const fields: readonly MappedField[] = [
  { ...plain, of: "worklog", name: "note", kind: "text", limit: { most: 12, unit: "characters" } },
  { ...plain, of: "worklog", name: "activity", kind: "choice", offers: "activity" },
  { ...plain, of: "task", name: "title", kind: "text", required: true, limit: { most: 9, unit: "bytes" } },
  { ...plain, of: "task", name: "description", kind: "text", lines: true, basic: true },
  { ...plain, of: "task", name: "dueOn", kind: "date" },
];
const ground = { fields, offers: { activity: ["8", "9"] } };
const base = { table: null, optional: false } as const;
const note = (from: string): MappingRule => ({ ...base, of: "worklog", to: "note", from });
const title = { ...base, of: "task", to: "title", from: "{title}" } as const;

function hours(rules: readonly MappingRule[], record: Record<string, string>) {
  return applyMapping(rules, "worklog", { ground, record });
}

function task(rules: readonly MappingRule[], record: Record<string, string>) {
  return applyMapping(rules, "task", { ground, record });
}

test("a template names its sources, and what is missing takes its separator along", () => {
  const rules = [note("{project.code} · {place}")];
  expect(hours(rules, { "project.code": "SITE-12", place: "现场" }).values).toEqual({ note: "SITE-12 · 现场" });
  expect(hours(rules, { "project.code": "SITE-12", place: "" }).values).toEqual({ note: "SITE-12" });
  const three = [note("{place} · {overtime} · {project.code}")];
  expect(hours(three, { "project.code": "S-1", overtime: "", place: "现场" }).values).toEqual({ note: "现场 · S-1" });
  expect(hours(three, { "project.code": "S-1", overtime: "", place: "" }).values).toEqual({ note: "S-1" });
  expect(hours([note("在 {place}")], {}).values).toEqual({ note: "在" });
});

test("what nobody mapped is filled as usual", () => {
  const rules = usualMapping(ground);
  expect(checkMapping(rules, ground)).toEqual([]);
  expect(hours(rules, { "project.short": "管廊二期B标", place: "现场、出差", overtime: "加班" })).toMatchObject({
    values: { note: "管廊二期B标 · 现场、" },
    flaws: [],
  });
});

test("a table turns a position into an activity, and others into its default", () => {
  const table = { rows: { PM: "9" }, otherwise: "8" };
  const rules = [{ ...base, of: "worklog", to: "activity", from: "{person.position}", table } as const];
  expect(hours(rules, { "person.position": "PM" }).values).toEqual({ activity: "9" });
  expect(hours(rules, { "person.position": "toString" }).values).toEqual({ activity: "8" });
});

test("a choice that is not offered is told, and let through where nothing is known of the offer", () => {
  const rules = [{ ...base, of: "worklog", to: "activity", from: "7" } as const];
  expect(hours(rules, {})).toMatchObject({ values: {}, flaws: [{ field: "activity", problem: "choice-unknown" }] });
  expect(applyMapping(rules, "worklog", { ground: { fields, offers: {} }, record: {} })).toMatchObject({
    values: { activity: "7" },
    flaws: [],
  });
});

test("a text too long is told, and an optional one is cut between characters", () => {
  const record = { title: "三层砌墙👷" };
  expect(task([title], record).flaws).toEqual([{ of: "task", field: "title", problem: "too-long" }]);
  expect(task([{ ...title, optional: true }], record)).toEqual({
    values: { title: "三层砌" },
    flaws: [],
    eased: [{ of: "task", field: "title", problem: "too-long" }],
  });
});

test("a required field that stays empty is told, optional or not", () => {
  const flaws = [{ of: "task", field: "title", problem: "required-empty" }];
  expect(task([{ ...title, optional: true }], { title: "  " }).flaws).toEqual(flaws);
  expect(task([], {}).flaws).toEqual(flaws);
});

test("a date that is none is told, and left out where it is optional", () => {
  const due = { ...base, of: "task", to: "dueOn", from: "{deadline}" } as const;
  expect(task([title, due], { title: "a", deadline: "2026-02-30" })).toMatchObject({
    values: { title: "a" },
    flaws: [{ field: "dueOn", problem: "not-a-date" }],
  });
  expect(task([title, { ...due, optional: true }], { title: "a", deadline: "明天" }).flaws).toEqual([]);
  expect(task([title, due], { title: "a", deadline: "2026-09-30" }).values).toEqual({
    title: "a",
    dueOn: "2026-09-30",
  });
});

test("lines are kept where they are, and characters that do not survive are told", () => {
  const rule = { ...base, of: "task", to: "description", from: "{description}" } as const;
  const found = task([title, rule], { title: "a\nb", description: "一\n二👷" });
  expect(found.values).toEqual({ title: "a b", description: "一\n二" });
  expect(found.flaws).toEqual([{ of: "task", field: "description", problem: "character-unsupported" }]);
});

test("rules that make no sense are told by their field", () => {
  const rules = [note("{colour}"), note("{title}"), { ...base, of: "task", to: "price", from: "1" } as const];
  const table = { rows: { PM: "9", QS: "7" }, otherwise: "" };
  const activity = { ...base, of: "worklog", to: "activity", from: "{person.position}", table } as const;
  expect(checkMapping([...rules, activity], ground)).toEqual([
    { of: "worklog", field: "note", problem: "unknown-source" },
    { of: "worklog", field: "note", problem: "field-twice" },
    { of: "worklog", field: "note", problem: "unknown-source" },
    { of: "task", field: "price", problem: "unknown-field" },
    { of: "worklog", field: "activity", problem: "choice-unknown" },
    { of: "task", field: "title", problem: "required-empty" },
  ]);
});
