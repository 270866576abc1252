import { expect, test } from "vitest";
import { apiKeyEn } from "../../../../message/api-key.en.ts";
import { apiKeyZh } from "../../../../message/api-key.zh.ts";
import { zh } from "../../../../message/zh.ts";
import { curlText, endText, type Key, keyText, toggled } from "./key-text.ts";

const m = { ...zh, ...apiKeyZh, lang: "zh" } as const;
const key: Key = {
  ...{ id: "k", name: "Zapier", prefix: "today_key_ab12", scopes: ["hours:read"] },
  ...{ createdAt: "2026-09-16T10:02:00+08:00", expiresAt: "2027-09-16T10:02:00+08:00", lastUsedAt: null },
};

test("both languages say the same things of keys", () => {
  expect(Object.keys(apiKeyEn).sort()).toEqual(Object.keys(apiKeyZh).sort());
});

test("a key says how it begins, when it was made and last used, and until when it holds", () => {
  expect(keyText(m, key)).toBe("today_key_ab12… · 9/16 10:02 建的 · 还没用过 · 用到 2027年9月16日");
  expect(keyText(m, { ...key, expiresAt: null, lastUsedAt: "2026-09-17T03:00:00+08:00" })).toBe(
    "today_key_ab12… · 9/16 10:02 建的 · 上次用 9/17 03:00 · 直到撤销",
  );
});

test("two weeks before its end a key says so, and on its last day it still holds", () => {
  expect(endText(m, key, "2026-09-17")).toBeNull();
  expect(endText(m, key, "2027-09-02")).toBe("还有 14 天到期");
  expect(endText(m, key, "2027-09-16")).toBe("今天到期");
  expect(endText(m, key, "2027-09-17")).toBe("2027年9月16日 过期了");
  expect(endText(m, { ...key, expiresAt: null }, "2040-01-01")).toBeNull();
});

test("scopes stay in the order in which they are shown", () => {
  const order = ["projects:read", "hours:read", "picks:write"] as const;
  expect(toggled(["picks:write"], "projects:read", order)).toEqual(["projects:read", "picks:write"]);
  expect(toggled(["projects:read"], "projects:read", order)).toEqual([]);
});

test("the example asks this installation, and holds no key", () => {
  expect(curlText("https://today.example.com")).toBe(
    'curl -H "Authorization: Bearer $TODAY_KEY" https://today.example.com/v1/me',
  );
});
