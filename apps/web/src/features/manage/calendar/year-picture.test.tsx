import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { CalendarYear } from "../../../api.ts";
import { daysOfYear } from "./year-days.ts";
import { YearPicture } from "./year-picture.tsx";

const override = { reason: "公司周年", by: { id: "lin", name: "林岚", title: null }, at: "2026-09-17T10:02:00+08:00" };
const view: CalendarYear = {
  ...{ year: 2026, source: "通知", editable: true, openFrom: "2026-02-15", history: [] },
  days: [
    { date: "2026-10-01", kind: "statutory", published: "statutory", override: null },
    { date: "2026-10-09", kind: "rest", published: null, override },
    { date: "2026-10-10", kind: "swapped-workday", published: "swapped-workday", override: null },
  ],
};
const html = renderToStaticMarkup(
  <YearPicture days={daysOfYear(view)} today="2026-09-17" chosen={null} onChoose={() => undefined} />,
);
const cell = (date: string) => /<button[^>]*data-date="DATE"[^>]*>.*?<\/button>/.source.replace("DATE", date);
const day = (date: string) => new RegExp(cell(date)).exec(html)?.[0] ?? "";

test("every day of the year is a button that says in words what it is", () => {
  expect(html.split("data-date=").length - 1).toBe(365);
  expect(day("2026-10-01")).toContain("10月1日 周四，法定节假日");
  expect(day("2026-10-09")).toContain("10月9日 周五，休息日，公司改过");
  expect(day("2026-09-17")).toContain("9月17日 周四，工作日，今天");
});

test("days unlike their weekday bear a letter and a shape of their own, and a mark where we changed them", () => {
  const looks = ["2026-10-01", "2026-10-09", "2026-10-10", "2026-10-11", "2026-10-12"].map(
    (date) => /data-look="(.*?)"/.exec(day(date))?.[1],
  );
  expect(looks).toEqual(["statutory", "rest", "swapped", "weekend", "workday"]);
  expect(
    [day("2026-10-01"), day("2026-10-09"), day("2026-10-10")].map((one) => /[节休班]<\/span>/.exec(one)?.[0][0]),
  ).toEqual(["节", "休", "班"]);
  expect(day("2026-10-09")).toContain("data-ours");
  expect(day("2026-10-01")).not.toContain("data-ours");
});

test("a month says that it is closed when all of it is", () => {
  expect(html.split("已结账").length - 1).toBe(1);
});

test("the tab key stops once a month", () => {
  expect(html.split('tabindex="0"').length - 1).toBe(12);
});
