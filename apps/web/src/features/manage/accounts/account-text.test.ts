import { expect, test } from "vitest";
import type { AccountEntry } from "../../../api.ts";
import { accountZh } from "../../../message/account.zh.ts";
import { zh } from "../../../message/zh.ts";
import { aboutText, firstState, isByHand, reasonText } from "./account-text.ts";

const m = { ...zh, ...accountZh, lang: "zh" } as const;
const entry: AccountEntry = {
  ...{ id: "a", source: "scim", userName: "zhao@x.cn", displayName: "赵磊", active: true, state: "matched" },
  ...{ rule: "email", person: { id: "zhao", name: "赵磊", title: null }, people: [], others: 0 },
};

test("what waits for somebody opens first, several people before nobody", () => {
  expect(firstState({ ambiguous: 1, unmatched: 9, matched: 90, nobody: 0 })).toBe("ambiguous");
  expect(firstState({ ambiguous: 0, unmatched: 9, matched: 90, nobody: 0 })).toBe("unmatched");
  expect(firstState({ ambiguous: 0, unmatched: 0, matched: 90, nobody: 3 })).toBe("matched");
});

test("an account says by what it found its person, or why it did not", () => {
  expect(reasonText(m, entry)).toBe("邮箱对上的");
  expect(reasonText(m, { ...entry, rule: "own-5" })).toBe("自定的规则对上的");
  expect(reasonText(m, { ...entry, rule: "hand" })).toBe("有人指定的");
  expect(reasonText(m, { ...entry, state: "unmatched", rule: null })).toBe("哪条规则都没对上");
});

test("its shown name, where it comes from, and that it is no longer used", () => {
  expect(aboutText(m, { ...entry, active: false })).toBe("赵磊 · SCIM · 已停用");
  expect(aboutText(m, { ...entry, displayName: null, source: "jira" })).toBe("jira");
  expect(aboutText(m, { ...entry, source: "target:4b67247f" })).toBe("赵磊 · 对接");
});

test("what somebody said is by hand, that it is nobody's too", () => {
  expect([entry, { ...entry, rule: "hand" }, { ...entry, state: "nobody" as const }].map(isByHand)).toEqual([
    false,
    true,
    true,
  ]);
});
