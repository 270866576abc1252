import { expect, test } from "vitest";
import type { HistoryMark, ProjectBrief } from "../../api.ts";
import { correctionZh } from "../../message/correction.zh.ts";
import { hoursZh } from "../../message/hours.zh.ts";
import { zh } from "../../message/zh.ts";
import { changeText, shownMarks, whatText, whoText } from "./history-text.ts";

const m = { ...zh, ...hoursZh, ...correctionZh, lang: "zh" } as const;
const projects = new Map([["GL2B", { id: "GL2B", shortName: "管廊二期B标" } as ProjectBrief]]);
const lina = { id: "li004", name: "李娜", title: null };
const zhao = { id: "zhao001", name: "赵磊", title: null };
const mk = (given: Partial<HistoryMark>): HistoryMark => ({
  ...{ at: "2026-09-16T10:02:00+08:00", by: lina, for: zhao, channel: "app", subject: "pick", action: "made" },
  ...{ project: "GL2B", before: null, after: null, reason: null, ...given },
});

test("who corrected for whom, and who answered", () => {
  expect(whoText(m, mk({}))).toBe("由 李娜 代 赵磊 更正");
  expect(whoText(m, mk({ by: zhao }))).toBe("赵磊 更正");
  expect(whoText(m, mk({ subject: "request", action: "accepted" }))).toBe("李娜 已同意");
  expect(whoText(m, mk({ by: { ...lina, id: "dingtalk" }, channel: "dingtalk", subject: "punch" }))).toBe("钉钉 更正");
});

test("what it is about, and old and new", () => {
  const asked = mk({ subject: "request", action: "accepted", after: "clock-out 18:00" });
  expect(whatText(m, asked, projects)).toBe("补下班卡 18:00");
  expect(whatText(m, mk({ subject: "request", after: "overtime 18:00-01:00+1" }), projects)).toBe(
    "报加班 18:00–01:00 次日",
  );
  const split = mk({ subject: "split", before: "120", after: "240" });
  expect(whatText(m, split, projects)).toBe("管廊二期B标");
  expect(changeText(m, split)).toBe("2h00 → 4h00");
  expect(changeText(m, mk({ after: "13:00" }))).toBe("从 13:00 起");
  expect(changeText(m, mk({ subject: "adjustment", action: "booked", after: "-30" }))).toBe("−0h30");
});

test("what the person only chose or asked is no correction yet, and what is entered for them is told once", () => {
  const asked = mk({ subject: "request", action: "asked", after: "clock-out 18:00" });
  const shown = shownMarks([
    mk({ by: zhao }),
    mk({ by: zhao, reason: "选错了" }),
    mk({ by: zhao, subject: "request", action: "asked" }),
    asked,
    { ...asked, action: "accepted" },
    mk({ subject: "request", action: "accepted", at: "2026-09-16T11:00:00+08:00" }),
  ]);
  expect(shown.map(({ by, action, reason }) => [by.name, action, reason])).toEqual([
    ["赵磊", "made", "选错了"],
    ["李娜", "asked", null],
    ["李娜", "accepted", null],
  ]);
});
