import type { DayKind, WorkDate } from "@today/core/time/date";
import type { Minutes } from "@today/core/time/minutes";
import type { Workday } from "../../api.ts";
import { duration } from "../../format.ts";
import { calendarWeeks, type Period } from "../../period.ts";
import type { ServerTime } from "../../server-time.ts";
import { drawDay, ownAxis } from "../../ui/drawn-day.ts";
import { layOut } from "../../ui/line-layout.ts";
import { type ProjectsById, slotStyle } from "../../ui/project-mark.tsx";
import { badgeOf, signOf } from "./day-sign.ts";
import { hashOfDay } from "./place.ts";
import { Badge, dayName, Sign } from "./week-strip.tsx";
import { useWords } from "./words.ts";

interface MonthGridProps {
  readonly period: Period;
  readonly days: ReadonlyMap<WorkDate, Workday>;
  readonly kinds: Readonly<Record<WorkDate, DayKind>>;
  /** From first to last minute of the longest day. */
  readonly longest: Minutes;
  readonly projects: ProjectsById;
  readonly striped: ReadonlySet<string>;
  readonly today: WorkDate;
  readonly time: ServerTime;
}

/** A calendar page: each day with its sign, a small line and what it counted. */
export function MonthGrid(props: MonthGridProps) {
  const m = useWords();
  return (
    <table className="hours-month">
      <caption className="td-hidden">{m["hours.days"]}</caption>
      <thead>
        <tr>
          {m["hours.weekdays"].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {calendarWeeks(props.period).map((week) => (
          <tr key={week.find((date) => date !== null)}>
            {week.map((date, column) => (
              <td key={date ?? `corner${column}`}>{date && <MonthDay date={date} page={props} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MonthDay({ date, page }: { date: WorkDate; page: MonthGridProps }) {
  const m = useWords();
  const workday = page.days.get(date);
  const sign = signOf(workday, date, page.today);
  const badge = badgeOf(workday?.dayKind ?? page.kinds[date]);
  const counted = workday !== undefined && workday.counted > 0 ? duration(workday.counted) : "";
  return (
    <a
      href={hashOfDay(date)}
      className="hours-month-day"
      data-today={date === page.today || undefined}
      data-ahead={date > page.today || undefined}
    >
      <span className="td-hidden">{dayName(m, date, sign, badge)}</span>
      <span className="hours-month-top" aria-hidden="true">
        <b className="hours-date">{Number(date.slice(8))}</b>
        {badge ? <Badge badge={badge} /> : <Sign sign={sign === "today" ? null : sign} />}
      </span>
      {workday && <MiniLine workday={workday} page={page} />}
      <span className="hours-month-sum">{counted}</span>
    </a>
  );
}

const drawnWidth = 100;

function MiniLine({ workday, page }: { workday: Workday; page: MonthGridProps }) {
  const { parts } = drawDay(workday, page.time.minuteOn(workday.date));
  return (
    <span className="td-line-track hours-mini" aria-hidden="true">
      {layOut(parts, ownAxis(workday, page.longest), drawnWidth).map(({ part, left, width }) => {
        const project = part.project === null ? undefined : page.projects.get(part.project);
        return (
          <span
            key={`${part.look}${part.start}`}
            className="td-line-part"
            data-look={part.isOther ? "other" : part.look}
            data-striped={(project && page.striped.has(project.id)) || undefined}
            style={{ left: `${left}%`, width: `${width}%`, ...(project ? slotStyle(project.color) : {}) }}
          />
        );
      })}
    </span>
  );
}
