import { instantAt } from "@today/core/time/zone";
import { expect, test } from "vitest";
import { planDay, planNight, planRange } from "./work.ts";

const zone = "Asia/Shanghai";
const weekMs = 7 * 86_400_000;
const people = Array.from({ length: 230 }, (_, n) => `p${n}`);
const now = instantAt("2026-09-17", 130, zone);

test("a night asks a hundred people at a time for a week of punches, which is one window", () => {
  const works = planNight({ people, now, zone }, { newcomers: [], openDays: [] });
  expect(works.map((work) => work.people.length)).toEqual([100, 100, 30]);
  expect(works[0]).toMatchObject({
    records: { from: now - weekMs, to: now },
    schedules: { from: "2026-09-16", to: "2026-09-22" },
    results: { from: "2026-09-16", to: "2026-09-16" },
  });
});

test("the results of open days are asked for those people only, but not twice for yesterday", () => {
  const open = [
    { date: "2026-09-14", people: ["p1", "p2"] },
    { date: "2026-09-16", people: ["p3"] },
  ];
  const works = planNight({ people: ["p1"], now, zone }, { newcomers: [], openDays: open });
  expect(works.slice(1)).toEqual([
    {
      ...{ people: ["p1", "p2"], records: null, schedules: null, leaves: null },
      results: { from: "2026-09-14", to: "2026-09-14" },
    },
  ]);
});

test("of people never pulled before punches and schedules of the same days are asked, with no call more", () => {
  const works = planNight({ people: ["p1", "p2"], now, zone }, { newcomers: ["p2"], openDays: [] });
  expect(works.map((work) => work.people)).toEqual([["p1"], ["p2"]]);
  expect(works[1]).toMatchObject({
    records: { from: instantAt("2026-09-12", 0, zone), to: now },
    schedules: { from: "2026-09-12", to: "2026-09-18" },
  });
});

test("a range is cut into windows of seven days without gaps, and reaches to the last night shift's end", () => {
  const works = planRange({ people: ["p1"], now, zone }, { from: "2026-08-18", to: "2026-09-10" });
  const records = works.flatMap((work) => work.records ?? []);
  expect(records[0]?.from).toBe(instantAt("2026-08-18", 0, zone));
  expect(records.at(-1)?.to).toBe(instantAt("2026-09-11", 720, zone));
  for (const [n, { from, to }] of records.entries()) {
    expect(to - from).toBeLessThanOrEqual(weekMs);
    const next = records[n + 1];
    if (next !== undefined) expect(next.from - to).toBe(1000);
  }
  expect(works.flatMap((work) => work.schedules ?? [])).toEqual([
    { from: "2026-08-18", to: "2026-08-24" },
    { from: "2026-08-25", to: "2026-08-31" },
    { from: "2026-09-01", to: "2026-09-07" },
    { from: "2026-09-08", to: "2026-09-10" },
  ]);
  expect(works.filter(({ leaves }) => leaves !== null)).toHaveLength(1);
});

test("a range that reaches today ends now", () => {
  const works = planRange({ people: ["p1"], now, zone }, { from: "2026-09-11", to: "2026-09-17" });
  expect(works.map(({ records }) => records?.to)).toEqual([now]);
});

test("a day asks from yesterday noon, for the night shifts", () => {
  const [work] = planDay({ people: ["p1"], now, zone });
  expect(work?.records).toEqual({ from: instantAt("2026-09-16", 720, zone), to: now });
});
