import { expect, test } from "vitest";
import { tokenZh } from "../../../message/token.zh.ts";
import { zh } from "../../../message/zh.ts";
import { isExpired, tokenText } from "./token-text.ts";

const m = { ...zh, ...tokenZh, lang: "zh" } as const;
const token = {
  ...{ id: "a", name: "Entra ID", source: "scim" as const, createdAt: "2026-09-16T10:02:00+08:00" },
  ...{ expiresAt: "2027-09-16T10:02:00+08:00", lastUsedAt: null },
};

test("a token says when it was made, last used, and until when it holds", () => {
  expect(tokenText(m, token)).toBe("9/16 10:02 建的 · 还没用过 · 用到 2027年9月16日");
  expect(tokenText(m, { ...token, expiresAt: null, lastUsedAt: "2026-09-17T03:00:00+08:00" })).toBe(
    "9/16 10:02 建的 · 上次用 9/17 03:00 · 直到撤销",
  );
});

test("on its last day a token still holds", () => {
  expect(isExpired(token, "2027-09-16")).toBe(false);
  expect(isExpired(token, "2027-09-17")).toBe(true);
  expect(isExpired({ ...token, expiresAt: null }, "2027-09-17")).toBe(false);
});
