import { expect, test } from "vitest";
import type { Visit } from "../../visits.ts";
import { byDay, spanBeside, spanOf } from "./visit-days.ts";

const visit = (date: string, time: string): Visit => ({
  ...{ person: { id: "zhao", name: "赵磊", title: null }, at: `${date}T${time}:00+08:00`, date, projectId: null },
  ...{ place: "杭州东站", remark: null, visited: null, photos: [] },
});

test("a week begins on Monday, and the days and weeks beside it follow each other", () => {
  expect(spanOf("week", "2026-09-17")).toEqual({ kind: "week", first: "2026-09-14", last: "2026-09-20" });
  expect(spanBeside(spanOf("week", "2026-09-17"), 1).first).toBe("2026-09-21");
  expect(spanBeside(spanOf("day", "2026-09-01"), -1)).toEqual({ kind: "day", first: "2026-08-31", last: "2026-08-31" });
});

test("check-ins stand under their days in the order they came", () => {
  const visits = [visit("2026-09-16", "10:00"), visit("2026-09-16", "15:00"), visit("2026-09-17", "09:00")];
  expect(byDay(visits).map(({ date, visits }) => [date, visits.length])).toEqual([
    ["2026-09-16", 2],
    ["2026-09-17", 1],
  ]);
});
