import { useQuery } from "@tanstack/react-query";
import type { WorkDate } from "@today/core/time/date";
import { monthOf, neighbour, type Period, weekOf } from "../../period.ts";
import { Answered } from "../../ui/answered.tsx";
import { DaysView } from "./days-view.tsx";
import { PeriodBar, show } from "./period-bar.tsx";
import { daysQuery, todayQuery } from "./queries.ts";
import { useSwipe } from "./swipe.ts";

interface DaysPaneProps {
  readonly view: "week" | "month";
  /** Null: the one that holds today. */
  readonly period: Period | null;
  /** The day that the pane beside shows. */
  readonly selected: WorkDate | null;
}

const skeleton = [4.5, 3.5, 4, 4, 4, 4, 4];

/** A week or a month of mine. */
export function DaysPane({ view, period, selected }: DaysPaneProps) {
  const today = useQuery(todayQuery);
  if (today.data === undefined)
    return (
      <Answered query={today} skeleton={[2.75, ...skeleton]}>
        {() => null}
      </Answered>
    );
  const { date } = today.data;
  const shown = period ?? (view === "month" ? monthOf(date) : weekOf(selected ?? date));
  return <Days period={shown} today={date} selected={selected} />;
}

function Days({ period, today, selected }: { period: Period; today: WorkDate; selected: WorkDate | null }) {
  const days = useQuery(daysQuery(period));
  const swipe = useSwipe((step) => show(neighbour(period, step)));
  return (
    <div className="td-page" {...swipe}>
      <div className="td-head hours-head">
        <PeriodBar period={period} today={today} />
      </div>
      <Answered query={days} skeleton={skeleton} asOf={({ now }) => now}>
        {(answer) => <DaysView period={period} today={today} selected={selected} answer={answer} />}
      </Answered>
    </div>
  );
}
