import type { Notice } from "@today/db/notice";
import { expect, test } from "vitest";
import { noticeText } from "./notice-text.ts";

const at = (text: string) => Date.parse(`${text}:00+08:00`);
const notice = (kind: Notice["kind"], body: Notice["body"]): Notice => ({
  ...{ id: "n", personId: "wang", kind, body, createdAt: 0, attempts: 0 },
  about: { id: "zhao", name: "赵磊" },
  project: { id: "lang", name: "管廊二期B标" },
});
const textOf = (one: Notice) => noticeText(one, "Asia/Shanghai").text;
const hours = { from: at("2026-09-18T13:30"), to: at("2026-09-18T18:00"), minutes: 270 };

test.each([
  ["leave", hours, "赵磊 请假 9月18日 13:30–18:00，共 4.5 小时，会占用「管廊二期B标」的工时，请提前安排。"],
  ["leave-withdrawn", hours, "赵磊 原定 9月18日 13:30–18:00 的请假已取消，「管廊二期B标」可照常安排。"],
  [
    "leave-changed",
    { from: at("2026-09-21T00:00"), to: at("2026-09-23T00:00"), minutes: null },
    "赵磊 的请假改为 9月21日–22日，会占用「管廊二期B标」的工时，请重新安排。",
  ],
  ["overtime", { level: 1800, month: "2026-09" }, "赵磊 9月加班已到 30 小时（每月上限 36 小时），请注意休息。"],
  ["budget-hours", { level: 75, month: null }, "「管廊二期B标」的工时预算已用到 75%。"],
  ["budget-money", { level: 90, month: null }, "「管廊二期B标」的人工费用预算已用到 90%。"],
] as const)("%s says what is and when, and no reason", (kind, body, words) => {
  expect(textOf(notice(kind, body))).toBe(words);
});

test("a leave over several days and a whole day say only what is needed", () => {
  const span = (from: string, to: string) => textOf(notice("leave", { from: at(from), to: at(to), minutes: null }));
  expect(span("2026-09-30T13:30", "2026-10-08T12:00")).toContain("9月30日 13:30–10月8日 12:00，");
  expect(span("2026-09-18T00:00", "2026-09-19T00:00")).toContain("请假 9月18日，");
  expect(textOf({ ...notice("overtime", { level: 1440, month: "2026-09" }), personId: "zhao" })).toMatch(/^你9月/);
});
