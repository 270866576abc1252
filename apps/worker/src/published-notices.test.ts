import { dayKindOf } from "@today/core/calendar";
import { type DayKind, dayRange, type WorkDate, weekdayOf } from "@today/core/time/date";
import { describe, expect, test } from "vitest";
import { publishedYear } from "./published-year.ts";

interface Notice {
  readonly year: number;
  readonly source: string;
  /** Holidays as `first/last`, both included. */
  readonly off: readonly string[];
  readonly worked: readonly string[];
  /** 全国年节及纪念日放假办法: what of the holidays is paid threefold. */
  readonly statutory: readonly string[];
}

const notices: readonly Notice[] = [
  {
    year: 2024,
    source: "国办发明电〔2023〕7号",
    off: [...["01-01/01-01", "02-10/02-17", "04-04/04-06", "05-01/05-05", "06-10/06-10", "09-15/09-17", "10-01/10-07"]],
    worked: ["02-04", "02-18", "04-07", "04-28", "05-11", "09-14", "09-29", "10-12"],
    statutory: [
      ...["01-01/01-01", "02-10/02-12", "04-04/04-04", "05-01/05-01", "06-10/06-10", "09-17/09-17", "10-01/10-03"],
    ],
  },
  {
    year: 2025,
    source: "国办发明电〔2024〕12号",
    off: ["01-01/01-01", "01-28/02-04", "04-04/04-06", "05-01/05-05", "05-31/06-02", "10-01/10-08"],
    worked: ["01-26", "02-08", "04-27", "09-28", "10-11"],
    statutory: [
      ...["01-01/01-01", "01-28/01-31", "04-04/04-04", "05-01/05-02", "05-31/05-31", "10-01/10-03", "10-06/10-06"],
    ],
  },
  {
    year: 2026,
    source: "国办发明电〔2025〕7号",
    off: [...["01-01/01-03", "02-15/02-23", "04-04/04-06", "05-01/05-05", "06-19/06-21", "09-25/09-27", "10-01/10-07"]],
    worked: ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"],
    statutory: [
      ...["01-01/01-01", "02-16/02-19", "04-05/04-05", "05-01/05-02", "06-19/06-19", "09-25/09-25", "10-01/10-03"],
    ],
  },
];

/** Every day of the year as its notice says, other days by their weekday. */
function announced({ year, off, worked, statutory }: Notice): Map<WorkDate, DayKind> {
  const days = dayRange(`${year}-01-01`, `${year}-12-31`);
  const kinds = new Map(days.map((date) => [date, weekdayOf(date) >= 6 ? "rest" : "workday"] as [WorkDate, DayKind]));
  const spans = (list: readonly string[]) =>
    list.flatMap((span) => {
      const [first = "", last = ""] = span.split("/");
      return dayRange(`${year}-${first}`, `${year}-${last}`);
    });
  for (const date of spans(off)) kinds.set(date, "in-lieu-rest");
  for (const date of spans(statutory)) kinds.set(date, "statutory");
  for (const date of worked) kinds.set(`${year}-${date}`, "swapped-workday");
  return kinds;
}

describe.each(notices)("$year by $source", (notice) => {
  const { year } = notice;
  const days = publishedYear(year)?.days ?? {};
  const expected = announced(notice);

  test("every day is of the announced kind", () => {
    const found = [...expected.keys()].map((date) => {
      const kind = dayKindOf(date, { years: { [year]: days } });
      return [date, kind.ok ? kind.value : kind.problem];
    });
    expect(found).toHaveLength(year % 4 === 0 ? 366 : 365);
    expect(found).toEqual([...expected]);
  });

  test("has the statutory days of the law", () => {
    const statutory = Object.values(days).filter((kind) => kind === "statutory");
    expect(statutory).toHaveLength(year >= 2025 ? 13 : 11);
  });

  test("works on as many weekend days as it gives weekdays off beyond the law", () => {
    const isWeekday = (date: WorkDate) => weekdayOf(date) < 6;
    const swappedIn = [...expected].filter(([date, kind]) => kind === "in-lieu-rest" && isWeekday(date));
    const weekendHolidays = [...expected].filter(([date, kind]) => kind === "statutory" && !isWeekday(date));
    expect(notice.worked).toHaveLength(swappedIn.length - weekendHolidays.length);
    expect(notice.worked.every((date) => !isWeekday(`${year}-${date}`))).toBe(true);
  });
});
