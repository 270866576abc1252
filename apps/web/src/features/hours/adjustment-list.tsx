import type { DayDetail } from "../../api.ts";
import { duration } from "../../format.ts";
import { Icon } from "../../ui/icon.tsx";
import type { ProjectsById } from "../../ui/project-mark.tsx";
import { useWords, type Words } from "./words.ts";

/** What was booked later because the day is closed: `原 8h00 → 调整 +0h30，记在 10 月`. */
export function AdjustmentList({ detail, projects }: { detail: DayDetail; projects: ProjectsById }) {
  const m = useWords();
  const { workday, adjustments } = detail;
  if (adjustments.length === 0) return null;
  return (
    <section className="td-card hours-asked" aria-label={m["correct.adjustments"]}>
      {adjustments.map(({ at, bookedOn, counted, parts }) => (
        <p key={`${at}${bookedOn}${counted}`} className="hours-ask">
          <Icon name="calendar" />
          <span>
            {counted === 0
              ? m["correct.moved"](monthText(m, bookedOn))
              : m["correct.adjustment"](duration(workday.counted), signed(counted), monthText(m, bookedOn))}
            <span className="td-small td-second">{partsText(m, parts, projects)}</span>
          </span>
        </p>
      ))}
    </section>
  );
}

type Parts = DayDetail["adjustments"][number]["parts"];

/** `管廊二期B标 −4h00，投标与培训 +4h00`. */
function partsText(m: Words, parts: Parts, projects: ProjectsById): string {
  const sums = new Map<string | null, number>();
  for (const { project, minutes } of parts) sums.set(project, (sums.get(project) ?? 0) + minutes);
  return [...sums]
    .filter(([, minutes]) => minutes !== 0)
    .map(([project, minutes]) => `${nameOf(m, project, projects)} ${signed(minutes)}`)
    .join(m["ask.reasonComma"]);
}

function nameOf(m: Words, project: string | null, projects: ProjectsById): string {
  return project === null ? m["line.unassigned"] : (projects.get(project)?.shortName ?? m["line.other"]);
}

/** `+0h30`, `−1h00`. */
export function signed(minutes: number): string {
  return minutes < 0 ? duration(minutes) : `+${duration(minutes)}`;
}

/** `10 月` of `2026-10-05` or `2026-10`. */
function monthText(m: Words, date: string): string {
  return m["correct.month"](Number(date.slice(5, 7)));
}
