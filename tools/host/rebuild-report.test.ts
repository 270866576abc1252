import { expect, test } from "vitest";
import { progressOf, type RebuildRow, rebuildLines } from "./rebuild-report.ts";

const row = (counts: object): RebuildRow => ({
  ...{ id: "r", writes: 0, state: "done", expected: 6178 },
  counts: JSON.stringify(counts),
  sumsBefore: JSON.stringify({ counted: 60_061, unassigned: 30 }),
  sumsAfter: JSON.stringify({ counted: 60_001, unassigned: 30 }),
});

test("the report has the counts, the sums of both sides with a mark where they differ, and the first days", () => {
  const figures = (counted: number) => JSON.stringify({ counted, status: "normal", projects: { lang: counted } });
  const days = [
    {
      personId: "zhao001",
      date: "2026-09-14",
      closed: 1,
      fields: '["counted","line"]',
      before: figures(480),
      after: figures(420),
    },
    { personId: "qian002", date: "2026-09-14", closed: 0, fields: '["day"]', before: null, after: figures(60) },
  ];
  expect(rebuildLines(row({ compared: 5966, different: 22, closed: 1, running: 212 }), days)).toEqual([
    "5,966 days compared, 22 differ, 1 of them in closed periods, where nothing is written; 212 still go on",
    "                            before       after  ",
    "  counted                 1,001:01    1,000:01 *",
    "  unassigned                  0:30        0:30  ",
    "  2026-09-14 zhao001 (closed): counted 480 → 420, line",
    "  2026-09-14 qian002: day",
    "  … and 20 more",
  ]);
});

test("nothing to compare is told in one line; progress in days", () => {
  expect(rebuildLines({ ...row({}), sumsBefore: "{}", sumsAfter: "{}" }, [])).toEqual(["0 days compared, 0 differ"]);
  expect(progressOf(row({ compared: 1400, running: 100 }))).toBe("1,500 of about 6,178 days");
});
