import { describe, expect, it } from "vitest";
import { manageZh } from "../../../message/manage.zh.ts";
import { periodZh } from "../../../message/period.zh.ts";
import { zh } from "../../../message/zh.ts";
import type { Item, Row } from "./check.ts";
import { goneCount, shownRows } from "./gone.ts";
import type { Mend } from "./mending.ts";
import { dayText, lengthText, offerText, sumText, whatText } from "./row-text.ts";

const m = { ...zh, ...manageZh, ...periodZh, lang: "zh" } as const;

function rw(kind: Row["kind"], ...items: Partial<Item>[]): Row {
  const person = { id: "zhao", name: "赵磊", title: null };
  const bare = { person, date: "2026-08-18", project: null, minutes: null, what: null };
  const none = { requestId: null, allocation: null, proposal: null };
  return { key: `${kind} ${items[0]?.date}`, kind, person, items: items.map((one) => ({ ...bare, ...none, ...one })) };
}

describe("a line of the checks says", () => {
  it("its day, or how many days it is about and the first of them", () => {
    expect(dayText(m, rw("missing-punch", {}))).toBe("8月18日 周二");
    const dates = ["2026-08-21", "2026-08-18", "2026-08-19", "2026-08-20"];
    expect(dayText(m, rw("unassigned", ...dates.map((date) => ({ date }))))).toBe("4 天 · 8/18 8/19 8/20 …");
  });

  it("what is the matter, and of a grace its reason", () => {
    expect(whatText(m, rw("missing-punch", { what: "missing-out" }))).toBe("没有下班卡");
    expect(whatText(m, rw("allocation-waiting", { what: "off-plan" }))).toBe("计入和班次差得多");
    expect(whatText(m, rw("worklog-undelivered", { what: "person-unlinked" }))).toBe("在那边还没有对上账号");
    expect(whatText(m, rw("worklog-undelivered", { what: "undelivered-failed" }))).toBe("没写成");
    expect(whatText(m, rw("grace-running", { what: "出差在外" }))).toBe("出差在外");
    expect(whatText(m, rw("unassigned", {}))).toBe("");
  });

  it("what our side says where DingTalk's says otherwise", () => {
    const row = rw("differs", { what: "work", minutes: 485 });
    expect([whatText(m, row), lengthText(row)]).toEqual(["工时，我们 8h05", null]);
    expect(whatText(m, rw("differs", { what: "late", minutes: 0 }))).toBe("晚到，我们 0 分");
    expect(whatText(m, rw("differs", { what: "absent", minutes: 1 }))).toBe("我们算没有打卡，钉钉不算");
    expect(whatText(m, rw("differs", { what: "presence", minutes: 0 }))).toBe("钉钉算出勤，我们不算");
  });

  it("how long it is, and with a sign what a request would add", () => {
    expect(lengthText(rw("unassigned", { minutes: 60 }, { minutes: 480 }))).toBe("9h00");
    expect(lengthText(rw("request-waiting", { minutes: 480 }))).toBe("+8h00");
    expect(lengthText(rw("missing-punch", {}))).toBeNull();
    expect(sumText([rw("allocation-waiting", { minutes: 430 }), rw("allocation-waiting", { minutes: 50 })])).toBe(
      "+8h00",
    );
  });

  it("the clock-out that is offered", () => {
    expect(offerText(m, rw("missing-punch", { proposal: { start: 540, end: 1080 } }))).toBe("补到 18:00");
    expect(offerText(m, rw("missing-punch", { what: "absent" }))).toBeNull();
  });
});

describe("the lines that are shown", () => {
  const early = rw("missing-punch", { date: "2026-08-18" });
  const late = rw("missing-punch", { date: "2026-08-20" });
  const saved: Mend = { row: early, text: "已说明", saving: { state: "saved", at: "09:10" }, savedAt: 0 };

  it("keep a mended one where it was, though the checks no longer list it", () => {
    const going = { mends: new Map([[early.key, saved]]), leaving: new Set<string>() };
    expect(shownRows([late], going, "missing-punch").map(({ key }) => key)).toEqual([early.key, late.key]);
    expect(shownRows([late], going, "unassigned")).toEqual([late]);
    expect([goneCount([late], going), goneCount([early, late], going)]).toEqual([0, 1]);
  });

  it("leave out what was just answered", () => {
    const going = { mends: new Map<string, Mend>(), leaving: new Set([late.key]) };
    expect(shownRows([early, late], going, "missing-punch")).toEqual([early]);
    expect(goneCount([early, late], going)).toBe(1);
  });
});
