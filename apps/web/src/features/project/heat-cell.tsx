import type { CSSProperties } from "react";
import type { PersonBrief, ProjectReport } from "../../api.ts";
import { duration, longDuration } from "../../format.ts";
import { Length } from "../../ui/length.tsx";
import { heatOf, isNearLimit } from "./heat.ts";
import { weekNumber } from "./iso-week.ts";
import { useWords, type Words } from "./project-words.ts";

/** A week of somebody's that is to be shown day by day. */
export interface PersonAndWeek {
  readonly person: PersonBrief;
  readonly week: string;
}

/** What the list and the table show. */
export interface HeatRows {
  readonly report: ProjectReport;
  /** Null for those who may not open the days of people. */
  readonly onWeek: ((chosen: PersonAndWeek) => void) | null;
  readonly people: ProjectReport["people"];
  /** The most in one cell, for the darkest. */
  readonly most: number;
}

interface HeatCellProps extends Pick<HeatRows, "report" | "most" | "onWeek"> {
  readonly person: PersonBrief;
  readonly week: string;
  readonly minutes: number;
  /** Whether the week stands in the cell, for want of a head. */
  readonly isNamed?: boolean;
}

/** A person's week: its hours on a ground as dark as they are many; it opens to its days. */
export function HeatCell({ report, most, onWeek, person, week, minutes, isNamed = false }: HeatCellProps) {
  const m = useWords();
  const name = weekName(m, report, week);
  const look = { className: "report-cell", style: { "--heat": heatOf(minutes, most) } as CSSProperties };
  const inside = (
    <>
      {isNamed && (
        <span className="report-cell-week" aria-hidden="true">
          {name}
        </span>
      )}
      <span aria-hidden="true">{minutes === 0 ? "–" : duration(minutes)}</span>
      <span className="td-hidden">{`${person.name} ${name} ${longDuration(minutes, m.lang)}`}</span>
    </>
  );
  if (onWeek === null || minutes === 0) return <span {...look}>{inside}</span>;
  return (
    <button type="button" {...look} onClick={() => onWeek({ person, week })}>
      {inside}
    </button>
  );
}

/** The month's overtime on all projects together; amber with its forecast where it comes near 36 hours. */
export function Overtime({ of, isBare = false }: { of: ProjectReport["people"][number]; isBare?: boolean }) {
  const m = useWords();
  const { monthOvertime, forecastOvertime } = of;
  if (isNearLimit(of)) {
    const text = m["report.overtimeAhead"](duration(monthOvertime), duration(forecastOvertime));
    return <b className="report-near">{isBare ? text : m["report.overtimeIs"](text)}</b>;
  }
  if (isBare) return <Length minutes={monthOvertime} />;
  if (monthOvertime === 0) return null;
  return <span className="td-small td-second">{m["report.overtimeIs"](duration(monthOvertime))}</span>;
}

/** `第 37 周`; the running one is `本周`. */
export function weekName(m: Words, { weeks }: ProjectReport, week: string): string {
  return week === weeks[weeks.length - 1] ? m["report.thisWeek"] : m["report.weekNumber"](weekNumber(week));
}
