import { expect, test } from "vitest";
import type { OvertimeMonth } from "../../../api.ts";
import { peopleZh } from "../../../message/people.zh.ts";
import { zh } from "../../../message/zh.ts";
import { overtimeFacts, overtimeNotice, overtimeText } from "./overtime-text.ts";

const m = { ...zh, ...peopleZh, lang: "zh" } as const;
const month: OvertimeMonth = {
  ...{ person: { id: "gao", name: "高翔", title: null }, month: "2026-09", system: "standard" },
  ...{ minutes: 1500, kinds: { workday: 1200, rest: 300, statutory: 0 }, lieu: 0, waiting: 120, approvedAhead: 0 },
  ...{ forecast: 2280, limit: 2160, level: 1440, forecastLevel: 2160, standardMinutes: 9922, cycle: null },
};

test("a running month tells where it goes, one that is over does not", () => {
  expect(overtimeText(m, month, true)).toBe("加班 25h，月底约 38h，上限 36h");
  expect(overtimeText(m, month, false)).toBe("加班 25h，上限 36h");
});

test("the highest level that is reached or will be is noticed", () => {
  expect(overtimeNotice(m, month)).toBe("月底会过 36h");
  expect(overtimeNotice(m, { ...month, forecastLevel: 1440 })).toBe("过 24h 了");
  expect(overtimeNotice(m, { ...month, level: null, forecastLevel: null })).toBe(null);
});

test("a standard month says that it has 20.67 days, a cycle how it stands, irregular hours that they know no overtime", () => {
  expect(overtimeFacts(m, month)).toEqual(["另有 2h 等审批", "一个月标准 165h22，按 20.67 天算"]);
  const cycle = { first: "2026-07-01", last: "2026-09-30", attended: 30_000, planned: 29_760, beyond: 240 };
  expect(overtimeFacts(m, { ...month, system: "comprehensive", waiting: 0, cycle })).toEqual([
    "周期 7/1–9/30：出勤 500h，应出 496h",
    "已超出 4h",
    "一个月标准 165h22，按 20.67 天算",
  ]);
  expect(overtimeFacts(m, { ...month, system: "irregular" })).toEqual(["不定时，不算加班"]);
});
