import { useQuery } from "@tanstack/react-query";
import { useTitle } from "../../title.ts";
import { Answered } from "../../ui/answered.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { YearBody } from "./calendar/year-body.tsx";
import { isYear, YearSwitch } from "./calendar/year-head.tsx";
import { useWords } from "./words.ts";
import { useWorkDate, yearQuery } from "./work-date.ts";
import "./calendar/calendar.css";

/** 日历, `#/manage/calendar/2026`: the kinds of the days of a year. */
export function CalendarRoom({ rest: [asked] }: { rest: readonly string[] }) {
  const m = useWords();
  const today = useWorkDate();
  useTitle(m["manage.calendar"]);
  if (isYear(asked)) return <Year key={asked} year={Number(asked)} today={today} />;
  if (today === null) return <Skeleton heights={[2.75, 6, 18, 18]} />;
  return <Year year={Number(today.slice(0, 4))} today={today} />;
}

function Year({ year, today }: { year: number; today: string | null }) {
  const query = useQuery(yearQuery(year));
  return (
    <>
      <div className="td-head calendar-head">
        <YearSwitch year={year} />
      </div>
      <Answered query={query} skeleton={[2.75, 6, 18, 18]}>
        {(view) => <YearBody view={view} today={today} />}
      </Answered>
    </>
  );
}
