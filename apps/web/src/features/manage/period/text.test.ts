import { expect, it } from "vitest";
import { manageZh } from "../../../message/manage.zh.ts";
import { periodEn } from "../../../message/period.en.ts";
import { periodZh } from "../../../message/period.zh.ts";
import { zh } from "../../../message/zh.ts";
import { ApiProblem } from "../../../problem.ts";
import { bigDuration, countText, periodName, shortName, signed, whenText } from "./text.ts";
import { periodProblem } from "./words.ts";

const m = { ...zh, ...manageZh, ...periodZh, lang: "zh" } as const;

it("calls a month and a week by their names", () => {
  expect(periodName(m, { id: "2026-08", first: "2026-08-01", last: "2026-08-31" })).toBe("2026年8月");
  expect(periodName(m, { id: "2026-W36", first: "2026-08-31", last: "2026-09-06" })).toBe("第 36 周 8/31–9/6");
  expect([shortName(m, "2026-10"), shortName(m, "2026-W01")]).toEqual(["10 月", "第 1 周"]);
});

it("writes sums of many people with thousands, and late differences with their sign", () => {
  expect([bigDuration(907_875), bigDuration(59), bigDuration(60_000)]).toEqual(["15,131h15", "0h59", "1,000h00"]);
  expect([signed(30), signed(-60), countText(1240)]).toEqual(["+0h30", "−1h00", "1,240"]);
  expect(whenText("2026-09-17T09:10:44+08:00")).toBe("9/17 09:10");
});

it("says why in words that fit a period, else as everywhere", () => {
  expect(periodProblem(m, new ApiProblem("version-conflict", 409))).toBe("刚被别人改过，看一下再决定");
  expect(periodProblem(m, new ApiProblem("offline", 0))).toBe("没有网络");
});

it("shouts at nobody and blames nobody", () => {
  const texts = [...Object.values(periodZh), ...Object.values(periodEn)].filter((one) => typeof one === "string");
  for (const text of texts) expect(text).not.toMatch(/[!！]|请您|您|违规|旷工|迟到|早退|虚假|异常/);
});
