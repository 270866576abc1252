import { describe, expect, it } from "vitest";
import type { AdjustmentView, Period } from "../../../api.ts";
import { byName, cellText, columns, findRows, type SheetRow } from "./columns.ts";
import { lateOf, lateSum } from "./late.ts";

function sr(name: string, more: Partial<SheetRow> = {}): SheetRow {
  const none = { planned: 0, attended: 0, overtimeApproved: 0, counted: 0, leave: 0, unassigned: 0 };
  const open = { approved: 0, rejected: 0, waiting: 0, overtime: { workday: 0, rest: 120, statutory: 0 }, days: 0 };
  return { person: { id: name, name, title: "测量员" }, ...none, ...open, ...more };
}

function av(date: string, bookedOn: string, counted: number): AdjustmentView {
  const zhao = { id: "zhao", name: "赵磊", title: null };
  const what = { attended: counted, overtimeApproved: 0, unassigned: 0, parts: [] };
  return {
    person: zhao,
    date,
    bookedOn,
    bookedIn: bookedOn.slice(0, 7),
    at: `${bookedOn}T09:00:00+08:00`,
    counted,
    ...what,
  };
}

describe("a row of the sheet", () => {
  it("has days, lengths and overtime by its three kinds, and nothing where there is nothing", () => {
    const row = sr("赵磊", { days: 20, attended: 9605, overtimeApproved: 120 });
    expect(columns.map((column) => cellText(row, column))).toEqual([
      "20",
      "160h05",
      "2h00",
      null,
      null,
      null,
      null,
      null,
      null,
      "2h00",
      null,
    ]);
  });

  it("stands where its name is looked for", () => {
    const rows = byName([sr("赵磊"), sr("丁光明"), sr("阿依古丽"), sr("郭静")]);
    expect(rows.map(({ person }) => person.name)).toEqual(["阿依古丽", "丁光明", "郭静", "赵磊"]);
  });

  it("is found by name, title, and as it is pronounced", () => {
    const rows = [sr("赵磊"), sr("郭静", { person: { id: "guo005", name: "郭静", title: "设计师" } })];
    const pinyin = (text: string, letters: string) => text === "郭静" && "guojing".startsWith(letters);
    expect(findRows(rows, "设计", null).map(({ person }) => person.name)).toEqual(["郭静"]);
    expect(findRows(rows, "guoj", pinyin)).toHaveLength(1);
    expect(findRows(rows, "", null)).toHaveLength(2);
  });
});

describe("what was booked late", () => {
  const period = { id: "2026-09", first: "2026-09-01", last: "2026-09-30" } as Period;
  it("is told from both sides", () => {
    const adjustments = [av("2026-08-20", "2026-09-17", 30), av("2026-09-05", "2026-10-02", -60)];
    const { here, about } = lateOf({ period, adjustments });
    expect([here.map(({ date }) => date), about.map(({ bookedIn }) => bookedIn)]).toEqual([
      ["2026-08-20"],
      ["2026-10"],
    ]);
    expect([lateSum(here), lateSum(adjustments)]).toEqual([30, -30]);
  });
});
