import { expect, test } from "vitest";
import { projectZh } from "../../message/project.zh.ts";
import { reportZh } from "../../message/report.zh.ts";
import { zh } from "../../message/zh.ts";
import { dayText, forecastTold, type Stand, standTold } from "./forecast-words.ts";
import type { Words } from "./project-words.ts";

const m: Words = { ...zh, ...projectZh, ...reportZh, lang: "zh" };
const forecast = { endsOn: "2026-11-22", earliest: null, latest: null, daysEarly: 26, weekly: 37_200 };

function st(over: Partial<Stand> = {}): Stand {
  const base = { unit: "minutes", used: 1_209_000, budget: 1_560_000, endsOn: "2026-12-18" } as const;
  return { ...base, forecast, today: "2026-09-17", ...over };
}

test("a budget that ends before the plan is something to do", () => {
  expect(forecastTold(m, st())).toEqual({ tone: "todo", text: "约 11/22 用完，比计划早 26 天" });
  expect(standTold(m, st())).toEqual({ tone: "todo", text: "早 26 天" });
});

test("a budget that lasts until the plan is well", () => {
  const stand = st({ forecast: { ...forecast, endsOn: "2027-01-10", daysEarly: -23 } });
  expect(forecastTold(m, stand)).toEqual({ tone: "good", text: "预算够用，计划 12/18 结束" });
  expect(standTold(m, stand)).toEqual({ tone: "fact", text: "按计划" });
  expect(forecastTold(m, st({ forecast: { ...forecast, endsOn: null, daysEarly: null } })).text).toBe("预算够用");
});

test("nothing is foretold without four weeks, or without hours in them", () => {
  expect(forecastTold(m, st({ forecast: null })).text).toBe("数据不足四周，先不预测");
  const still = { ...forecast, endsOn: null, daysEarly: null, weekly: 0 };
  expect(forecastTold(m, st({ forecast: still })).text).toBe("近四周没有工时，先不预测");
  expect(standTold(m, st({ forecast: null }))).toEqual({ tone: "fact", text: "剩 22.5%" });
});

test("an overrun is told in hours, or in yuan", () => {
  expect(forecastTold(m, st({ used: 1_567_200 }))).toEqual({ tone: "todo", text: "预算用完了，多用 120h" });
  expect(forecastTold(m, st({ unit: "fen", used: 1_560_050 })).text).toBe("预算用完了，多用 ¥0.50");
  expect(forecastTold(m, st({ used: 1_560_000 })).text).toBe("预算正好用完");
  expect(standTold(m, st({ used: 1_420_000 })).text).toBe("剩 9%");
});

test("days of another year carry it", () => {
  expect(dayText("2027-01-10", "2026-09-17")).toBe("2027/1/10");
});
