import type { WorkDate } from "@today/core/time/date";
import { holds, monthOf, neighbour, type Period, weekOf } from "../../period.ts";
import { goTo } from "../../route.ts";
import { Icon } from "../../ui/icon.tsx";
import { Segments } from "../../ui/segments.tsx";
import { hashOfPeriod } from "./place.ts";
import { useWords, type Words } from "./words.ts";

/** Which days are shown, the ways to those before and after, and whether it is a week or a month. */
export function PeriodBar({ period, today }: { period: Period; today: WorkDate }) {
  const m = useWords();
  const isWeek = period.kind === "week";
  const anchor = holds(period, today) ? today : period.first;
  const views = { week: m["hours.week"], month: m["hours.month"] };
  return (
    <div className="hours-bar">
      <div className="hours-bar-period">
        <Step to={neighbour(period, -1)} icon="left" label={m[isWeek ? "hours.previousWeek" : "hours.previousMonth"]} />
        <h1 aria-live="polite">{periodTitle(m, period, today)}</h1>
        <Step to={neighbour(period, 1)} icon="right" label={m[isWeek ? "hours.nextWeek" : "hours.nextMonth"]} />
      </div>
      <Segments
        label={m["hours.range"]}
        options={views}
        value={isWeek ? "week" : "month"}
        onChange={(view) => show(view === "week" ? weekOf(anchor) : monthOf(anchor))}
      />
    </div>
  );
}

/** Shows a period in place of the one before; "back" leaves the page. */
export function show(period: Period): void {
  goTo(hashOfPeriod(period), { replace: true });
}

function Step({ to, icon, label }: { to: Period; icon: "left" | "right"; label: string }) {
  return (
    <button type="button" className="td-plain hours-step" onClick={() => show(to)}>
      <Icon name={icon} />
      <span className="td-hidden">{label}</span>
    </button>
  );
}

/** `9月14–20日`, `9月28日–10月4日`, `2025年12月`; the year only where it is another one. */
function periodTitle(m: Words, { kind, first, last }: Period, today: WorkDate): string {
  const year = first.slice(0, 4) === today.slice(0, 4) ? "" : first.slice(0, 4);
  if (kind === "month") return m["hours.monthOf"](year, dayOf(first).month);
  return m["hours.weekOf"](year, dayOf(first), dayOf(last));
}

function dayOf(date: WorkDate): { month: number; day: number } {
  return { month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}
