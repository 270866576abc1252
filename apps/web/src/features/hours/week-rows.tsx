import type { WorkDate } from "@today/core/time/date";
import type { Interval } from "@today/core/time/interval";
import type { Workday } from "../../api.ts";
import { duration, longDate, shortDate, weekday } from "../../format.ts";
import type { ServerTime } from "../../server-time.ts";
import { Axis } from "../../ui/axis.tsx";
import { DayLine } from "../../ui/day-line.tsx";
import { drawDay, isRunning, offeredMinutes } from "../../ui/drawn-day.ts";
import { Length } from "../../ui/length.tsx";
import type { ProjectsById } from "../../ui/project-mark.tsx";
import { DayTags } from "./day-tags.tsx";
import { hashOfDay } from "./place.ts";
import { useWords } from "./words.ts";

interface WeekRowsProps {
  readonly days: readonly Workday[];
  readonly axis: Interval;
  readonly projects: ProjectsById;
  readonly striped: ReadonlySet<string>;
  readonly today: WorkDate;
  readonly time: ServerTime;
  /** The day that the pane beside shows. */
  readonly selected: WorkDate | null;
}

/** A row for each day: its line on one axis for all, its tags, and what it counted. */
export function WeekRows(props: WeekRowsProps) {
  const m = useWords();
  return (
    <section className="td-card hours-rows" aria-label={m["hours.days"]}>
      <div className="hours-row hours-row-head">
        <span />
        <Axis axis={props.axis} />
        <span className="hours-row-sum td-small td-weak" aria-hidden="true">
          {m["number.counted"]}
        </span>
      </div>
      <ul>
        {props.days.map((workday) => (
          <DayRow key={workday.date} workday={workday} page={props} />
        ))}
      </ul>
    </section>
  );
}

function DayRow({ workday, page }: { workday: Workday; page: WeekRowsProps }) {
  const m = useWords();
  const { date } = workday;
  const drawn = drawDay(workday, page.time.minuteOn(date));
  return (
    <li className="hours-row" data-selected={date === page.selected || undefined}>
      <a href={hashOfDay(date)} className="hours-row-day" aria-current={date === page.selected || undefined}>
        <b>{weekday(date, m.lang)}</b>
        <span className="td-small td-weak">{date === page.today ? m["hours.today"] : shortDate(date)}</span>
      </a>
      <div className="hours-row-line">
        <DayLine
          parts={drawn.parts}
          axis={page.axis}
          projects={page.projects}
          striped={page.striped}
          label={longDate(date, m.lang)}
          height={26}
          now={drawn.now}
        />
        <DayTags workday={workday} />
      </div>
      <Sum workday={workday} isAhead={date > page.today} />
    </li>
  );
}

function Sum({ workday, isAhead }: { workday: Workday; isAhead: boolean }) {
  const m = useWords();
  const offered = offeredMinutes(workday);
  const noteOf = () => {
    if (isRunning(workday)) return m["line.running"];
    if (workday.pending > 0) return null;
    if (offered > 0) return m["hours.offered"](`+${duration(offered)}`);
    return workday.leave > 0 ? m["hours.leaveOf"](duration(workday.leave)) : null;
  };
  const note = noteOf();
  const isOpen = workday.counted === 0 && (offered > 0 || workday.pending > 0 || workday.leave > 0);
  return (
    <div className="hours-row-sum">
      {!isAhead && <b className="hours-row-figure">{isOpen ? "—" : <Length minutes={workday.counted} />}</b>}
      {note !== null && <span className="td-small td-weak">{note}</span>}
    </div>
  );
}
