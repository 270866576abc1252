import { longDate } from "../../format.ts";
import { useTitle } from "../../title.ts";
import { useIsWide } from "../../ui/media.ts";
import { DayPage } from "./day-page.tsx";
import { DaysPane } from "./days-pane.tsx";
import { placeOf } from "./place.ts";
import "./day.css";
import "./hours.css";
import { useWords } from "./words.ts";

/** 工时: my week or month, and one day of it; on a computer both beside each other. */
export function HoursPage({ rest }: { rest: readonly string[] }) {
  const m = useWords();
  const isWide = useIsWide();
  const place = placeOf(rest);
  useTitle(place.page === "day" ? longDate(place.date, m.lang) : m["hours.title"]);
  if (place.page === "days") return <DaysPane view={place.view} period={place.period} selected={null} />;
  const { date, person } = place;
  const day = <DayPage key={`${date} ${person}`} date={date} person={person} />;
  if (!isWide || person !== null) return <div className="hours-alone">{day}</div>;
  return (
    <div className="hours-panes">
      <DaysPane view="week" period={null} selected={date} />
      <aside className="hours-pane">{day}</aside>
    </div>
  );
}
