import type { WorkDate } from "@today/core/time/date";
import { daysBetween, isWorkDate } from "@today/core/time/date";
import { useState } from "react";
import { shortDate } from "../../format.ts";
import { holds, monthOf, neighbour, type Period, weekOf } from "../../period.ts";
import { Icon } from "../../ui/icon.tsx";
import { Segments } from "../../ui/segments.tsx";
import { longestRange, withinReach } from "./project-tally.ts";
import { useWords, type Words } from "./project-words.ts";

interface ProjectPeriodProps {
  readonly period: Period;
  readonly today: WorkDate;
  readonly onChange: (period: Period) => void;
}

/** Which days are shown: a week, a month, or from one day to another, and the ways to those before and after. */
export function ProjectPeriod({ period, today, onChange }: ProjectPeriodProps) {
  const m = useWords();
  const anchor = holds(period, today) ? today : period.first;
  const kinds = { week: m["project.week"], month: m["project.month"], range: m["project.range"] };
  const choose = (kind: Period["kind"]) => {
    if (kind === "week") onChange(weekOf(anchor));
    else onChange(kind === "month" ? monthOf(anchor) : withinReach(period.first, period.last));
  };
  return (
    <div className="project-period">
      <div className="project-steps">
        <button type="button" className="td-plain" onClick={() => onChange(neighbour(period, -1))}>
          <Icon name="left" />
          <span className="td-hidden">{m["project.before"]}</span>
        </button>
        <h2 aria-live="polite">{periodName(m, period)}</h2>
        <button type="button" className="td-plain" onClick={() => onChange(neighbour(period, 1))}>
          <Icon name="right" />
          <span className="td-hidden">{m["project.after"]}</span>
        </button>
      </div>
      <Segments label={m["project.period"]} options={kinds} value={period.kind} onChange={choose} />
      {period.kind === "range" && <Range period={period} onChange={onChange} />}
    </div>
  );
}

function Range({ period, onChange }: Pick<ProjectPeriodProps, "period" | "onChange">) {
  const m = useWords();
  const [isCut, setCut] = useState(false);
  const change = (first: WorkDate, last: WorkDate) => {
    if (!isWorkDate(first) || !isWorkDate(last)) return;
    setCut(Math.abs(daysBetween(first, last)) >= longestRange);
    onChange(withinReach(first, last));
  };
  return (
    <div className="project-range">
      <label>
        {m["project.from"]}
        <input type="date" value={period.first} onChange={(e) => change(e.target.value, period.last)} />
      </label>
      <label>
        {m["project.to"]}
        <input type="date" value={period.last} onChange={(e) => change(period.first, e.target.value)} />
      </label>
      {isCut && <p role="status">{m["project.tooLong"](longestRange)}</p>}
    </div>
  );
}

function periodName(m: Words, { kind, first, last }: Period): string {
  if (kind === "month") return m["project.monthOf"](Number(first.slice(0, 4)), Number(first.slice(5, 7)));
  return m["project.days"](shortDate(first), shortDate(last));
}
