import type { Interval } from "@today/core/time/interval";
import { longDate } from "../../format.ts";
import { useMessage } from "../../message.ts";
import { DayLine } from "../../ui/day-line.tsx";
import { axisOf, drawnParts, ticksOf } from "../../ui/day-parts.ts";
import type { Day } from "./day.ts";
import type { Question } from "./questions.ts";

/** What would count of the day if its clock-out were confirmed, striped. */
export function OfferedLine({ day, question }: { day: Day; question: Question }) {
  const m = useMessage();
  const { start, end, project, date } = question;
  const breaks = breaksOf(question, day.today.shift?.breaks ?? []);
  const around = { sections: [{ start, end }], breaks: [...breaks], name: null };
  const parts = drawnParts({ line: [], shift: around }, { offered: cutOut(question, breaks, project) });
  const axis = axisOf(parts, null);
  const ticks = ticksOf(axis, around);
  return <DayLine {...{ parts, axis, ticks, projects: day.projects, label: longDate(date, m.lang) }} />;
}

/** Today's breaks, if they were that day's too. */
function breaksOf({ start, end, minutes }: Question, breaks: readonly Interval[]): readonly Interval[] {
  const inside = breaks.filter((one) => one.start >= start && one.end <= end);
  const length = inside.reduce((sum, one) => sum + one.end - one.start, 0);
  return end - start - minutes >= length ? inside : [];
}

function cutOut({ start, end }: Interval, breaks: readonly Interval[], project: string | null) {
  const edges = [start, ...breaks.flatMap((one) => [one.start, one.end]), end];
  return Array.from({ length: edges.length / 2 }, (_, index) => ({
    start: edges[index * 2] ?? start,
    end: edges[index * 2 + 1] ?? end,
    project,
  }));
}
