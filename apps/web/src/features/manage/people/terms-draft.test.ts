import { expect, test } from "vitest";
import { peopleEn } from "../../../message/people.en.ts";
import { peopleZh } from "../../../message/people.zh.ts";
import { zh } from "../../../message/zh.ts";
import { areSame, inputOf, termsText, withSystem } from "./terms-draft.ts";

const m = { ...zh, ...peopleZh, lang: "zh" } as const;
const standard = { startsOn: "2026-09-01", system: "standard", cycle: null, dailyMinutes: 480 } as const;

test("terms are told in a few words", () => {
  expect(termsText(m, standard)).toBe("标准 8h00");
  expect(termsText(m, { system: "comprehensive", cycle: "quarter", dailyMinutes: 450 })).toBe("综合 按季 7h30");
  expect(termsText(m, { system: "irregular", cycle: null, dailyMinutes: 480 })).toBe("不定时");
  expect(termsText({ ...m, ...peopleEn }, { system: "comprehensive", cycle: "month", dailyMinutes: 480 })).toBe(
    "Comprehensive monthly 8h00",
  );
});

test("only comprehensive hours have a cycle, a month unless said otherwise", () => {
  expect(withSystem(standard, "comprehensive").cycle).toBe("month");
  const yearly = withSystem({ ...standard, system: "comprehensive", cycle: "year" }, "comprehensive");
  expect(yearly.cycle).toBe("year");
  expect(withSystem(yearly, "irregular").cycle).toBe(null);
});

test("what is sent has no date in it", () => {
  expect(inputOf(standard)).toEqual({ system: "standard", cycle: null, dailyMinutes: 480 });
  expect(areSame(standard, inputOf(standard))).toBe(true);
  expect(areSame(standard, { ...standard, dailyMinutes: 450 })).toBe(false);
});
