import { useQuery } from "@tanstack/react-query";
import type { WorkDate } from "@today/core/time/date";
import type { ReactNode } from "react";
import { longDate } from "../../format.ts";
import { holds } from "../../period.ts";
import { useTitle } from "../../title.ts";
import { useIsWide } from "../../ui/media.ts";
import { DayPage } from "./day-page.tsx";
import { DaysPane } from "./days-pane.tsx";
import { type HoursPlace, placeOf } from "./place.ts";
import { todayQuery } from "./queries.ts";
import { useWords } from "./words.ts";
import "./asked.css";
import "./day.css";
import "./hours.css";

/** 工时: my week or month, and one day of it; on a computer both beside each other. */
export function HoursPage({ rest }: { rest: readonly string[] }) {
  const m = useWords();
  const isWide = useIsWide();
  const place = placeOf(rest);
  useTitle(place.page === "day" ? longDate(place.date, m.lang) : m["hours.title"]);
  if (isWide) return <WideHours place={place} />;
  if (place.page === "days") return <DaysPane view={place.view} period={place.period} selected={null} />;
  return <DayPage key={place.date} date={place.date} person={place.person} />;
}

/** The days at the left and one of them at the right: the chosen one, else today. Somebody else's day stands alone. */
function WideHours({ place }: { place: HoursPlace }) {
  const today = useQuery(todayQuery).data?.date;
  if (place.page === "day") {
    const { date, person } = place;
    const day = <DayPage key={date} date={date} person={person} />;
    if (person !== null) return <div className="hours-alone">{day}</div>;
    return <Panes day={day}>{<DaysPane view="week" period={null} selected={date} />}</Panes>;
  }
  const { view, period } = place;
  const beside: WorkDate | null = today !== undefined && (period === null || holds(period, today)) ? today : null;
  const days = <DaysPane view={view} period={period} selected={beside} />;
  return <Panes day={beside && <DayPage key={beside} date={beside} person={null} />}>{days}</Panes>;
}

function Panes({ day, children }: { day: ReactNode; children: ReactNode }) {
  return (
    <div className="hours-panes" data-single={day === null || undefined}>
      {children}
      {day !== null && <aside className="hours-pane">{day}</aside>}
    </div>
  );
}
