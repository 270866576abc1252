import { expect, test } from "vitest";
import type { Connection } from "../../../api.ts";
import { connectionZh } from "../../../message/connection.zh.ts";
import { connectionLinkZh } from "../../../message/connection-link.zh.ts";
import { planSentences, reasonText, span } from "./plan-text.ts";
import type { Words } from "./words.ts";

const m = { ...connectionZh, ...connectionLinkZh, lang: "zh" } as unknown as Words;
const plan: NonNullable<Connection["plan"]> = {
  ...{ madeAt: "2026-09-17T09:00:00+08:00", nextPullAt: null, left: 3760, minutesBetween: 90, collectEvery: null },
  night: { date: "2026-09-18", calls: { records: 6, leaves: 2 }, people: 300, rounds: 1 },
  reserve: { nights: 13, calls: 104, close: 60 },
  today: [550, 750, 1090].map((at) => ({ at, people: 300, calls: 6 })),
  shared: { mostToday: 8, minutesBetween: 15 },
  freshness: { median: 12, p95: 200 },
  reasons: [],
};

test("the plan is told in sentences", () => {
  expect(planSentences(m, plan)).toEqual([
    "今天还拉 3 次：09:10、12:30、18:10",
    "今晚 02:10 补齐 300 人，用 8 次",
    "有人打开时再拉，最多 8 次，隔 15 分",
    "留给夜里 104 次，月结 60 次",
    "本月还剩 3,760 次",
  ]);
  expect(planSentences(m, { ...plan, today: [], shared: null, night: { ...plan.night, rounds: 3 } })).toContain(
    "每人要 3 晚才轮到一次",
  );
});

test.each([
  [{ code: "reserve-low", cut: "close-records" } as const, "次数不够，先不拉月结前的打卡复核"],
  [{ code: "reserve-low", cut: "of-tomorrow" } as const, "次数不够，先不拉一部分数据"],
  [{ code: "edition-too-small", from: 211, needs: "professional" } as const, "211 人起要专业版"],
  [{ code: "edition-too-small", from: 90_000, needs: null } as const, "90,000 人起，哪个版本都不够"],
  [{ code: "pushes-too-few", from: 66 } as const, "推送只够 66 人以下，关掉打卡事件更省"],
  [{ code: "pushes-too-few", from: null } as const, "推送次数不够，关掉打卡事件更省"],
  [{ code: "refused", elsewhere: 1200 } as const, "钉钉说用完了，别的应用用了 1,200 次"],
])("%o is said", (reason, said) => {
  expect(reasonText(m, reason)).toBe(said);
});

test("long waits are told in hours", () => {
  expect([span(m, 45), span(m, 200)]).toEqual(["45 分", "3h20"]);
});
