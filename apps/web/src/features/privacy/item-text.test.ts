import { noticeOf } from "@today/core/notice";
import { defaultPrivacy } from "@today/core/privacy";
import { expect, test } from "vitest";
import { en } from "../../message/en.ts";
import { privacyEn } from "../../message/privacy.en.ts";
import { privacyZh } from "../../message/privacy.zh.ts";
import { zh } from "../../message/zh.ts";
import { keptText, readersText, titleOf, whatOf, whyOf } from "./item-text.ts";

const chinese = { ...zh, ...privacyZh, lang: "zh" as const };
const english = { ...en, ...privacyEn, lang: "en" as const };
const { items, never } = noticeOf(defaultPrivacy);

test.each(items.map((item) => [item.id, item] as const))("%s is told in both languages", (id, item) => {
  for (const m of [chinese, english]) {
    for (const text of [titleOf(m, item), whyOf(m, item), whatOf(m, item), readersText(m, item.readers)]) {
      expect(text).toMatch(/\S/);
      expect(text).not.toBe(id);
    }
  }
});

test("nothing is told that the notice does not know, and nothing of what is never done is left out", () => {
  const told = Object.keys(privacyZh).flatMap((key) => /^privacy\.item\.(.+)$/.exec(key)?.[1] ?? []);
  expect(told.sort()).toEqual(items.map(({ id }) => id).sort());
  expect(never.map((one) => `privacy.never.${one}` in privacyZh)).toEqual([true, true, true, true]);
});

test("whole years are years, everything else is months", () => {
  const kept = (count: number) => keptText(chinese, { keep: { unit: "months", count, atLeast: true } });
  expect([kept(24), kept(30), kept(36)]).toEqual(["至少 2 年", "至少 30 个月", "至少 3 年"]);
  expect(keptText(english, { keep: { unit: "days", count: 31, left: "verdict" } })).toBe("31 days");
});

test("nobody is begged, shouted at or blamed", () => {
  const texts = [...Object.values(privacyZh), ...Object.values(privacyEn)].filter((one) => typeof one === "string");
  for (const text of texts) expect(text).not.toMatch(/[!！]|请您|您|违规|旷工|迟到|早退|虚假|异常/);
});
