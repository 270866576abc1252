import type { WorkDate } from "@today/core/time/date";
import { useState } from "react";
import type { Workdays } from "../../api.ts";
import { growDay } from "../../live-day.ts";
import { datesOf, holds, type Period } from "../../period.ts";
import { type Stamped, useServerTime } from "../../server-time.ts";
import { axisOfDays, hasContent, longestOf } from "../../ui/drawn-day.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { projectsById, stripedIds } from "../../ui/project-mark.tsx";
import { MonthGrid } from "./month-grid.tsx";
import { useMonthOvertime } from "./month-overtime.ts";
import { OvertimeKinds, OvertimeLine } from "./overtime-line.tsx";
import { ProjectTotals } from "./project-totals.tsx";
import { ThreeNumbers } from "./three-numbers.tsx";
import { byProject, totalOf } from "./totals.ts";
import { TotalsSheet } from "./totals-sheet.tsx";
import { WeekRows } from "./week-rows.tsx";
import { WeekStrip } from "./week-strip.tsx";
import { useWords } from "./words.ts";

interface DaysViewProps {
  readonly period: Period;
  readonly today: WorkDate;
  readonly selected: WorkDate | null;
  readonly answer: Workdays & Stamped;
}

/** The days of an answer: strip or calendar page, three numbers, rows, and what each project got. */
export function DaysView({ period, today, selected, answer }: DaysViewProps) {
  const m = useWords();
  const [isOpen, setOpen] = useState(false);
  const time = useServerTime(answer);
  const days = answer.workdays.map((workday) => growDay(workday, time.minuteOn(workday.date)));
  const shown = days.filter(hasContent);
  const projects = projectsById(answer.projects);
  const striped = stripedIds(answer.projects);
  const drawing = { projects, striped, today, time };
  const byDate = new Map(days.map((workday) => [workday.date, workday]));
  const isWeek = period.kind === "week";
  const month = (holds(period, today) ? today : period.last).slice(0, 7);
  const overtime = useMonthOvertime(month);
  return (
    <>
      <div className="td-head hours-figures">
        {isWeek && <WeekStrip dates={datesOf(period)} days={byDate} kinds={answer.dayKinds ?? {}} today={today} />}
        <ThreeNumbers of={totalOf(days)} onOpen={() => setOpen(true)} />
      </div>
      <div className="td-body">
        {!isWeek && (
          <MonthGrid
            period={period}
            days={byDate}
            kinds={answer.dayKinds ?? {}}
            longest={longestOf(shown)}
            {...drawing}
          />
        )}
        {isWeek && shown.length > 0 && (
          <WeekRows days={shown} axis={axisOfDays(shown)} selected={selected} {...drawing} />
        )}
        {shown.length === 0 && <EmptyState>{m[isWeek ? "hours.empty.week" : "hours.empty.month"]}</EmptyState>}
        {overtime && <OvertimeLine of={overtime} isThisMonth={month === today.slice(0, 7)} />}
        {overtime && !isWeek && <OvertimeKinds of={overtime} />}
        {days.some(({ counted }) => counted > 0) && (
          <ProjectTotals totals={byProject(days)} projects={projects} striped={striped} />
        )}
      </div>
      <TotalsSheet isOpen={isOpen} days={shown} onClose={() => setOpen(false)} />
    </>
  );
}
