import { addDays, type WorkDate } from "@today/core/time/date";
import type { ReactNode } from "react";
import type { DayDetail, ProjectBrief } from "../../api.ts";
import { openLink } from "../../dingtalk.ts";
import { duration, longDate } from "../../format.ts";
import { goTo, hashOf } from "../../route.ts";
import { useSettings } from "../../session.ts";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { ProjectPicker } from "../../ui/project-picker.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import type { DaySheet } from "./day-sheet.ts";
import { useWords, type Words } from "./words.ts";

interface CorrectionSheetProps {
  readonly sheet: DaySheet | null;
  readonly detail: DayDetail;
  readonly today: WorkDate;
  readonly onSheet: (sheet: DaySheet | null) => void;
  readonly onChoose: (project: ProjectBrief) => void;
}

/** The ways to correct a day, and the projects to put it on. */
export function CorrectionSheet({ sheet, detail, today, onSheet, onChoose }: CorrectionSheetProps) {
  const m = useWords();
  const { workday, projects, bookable } = detail;
  const close = () => onSheet(null);
  const open = projects.filter(({ id }) => bookable.includes(id));
  return (
    <>
      <Sheet
        isOpen={sheet === "correction"}
        title={m["hours.correctOf"](longDate(workday.date, m.lang))}
        onClose={close}
      >
        <Ways detail={detail} today={today} onProjects={() => onSheet("day")} />
      </Sheet>
      <Sheet isOpen={sheet === "day"} title={m["hours.correct.project"]} onClose={close}>
        <ProjectPicker projects={open} chosen={soleProject(detail)} onChoose={onChoose} />
      </Sheet>
      <Sheet isOpen={sheet === "rest"} title={m["hours.fill"](duration(workday.unassigned))} onClose={close}>
        <ProjectPicker projects={open} onChoose={onChoose} />
      </Sheet>
    </>
  );
}

function Ways({ detail, today, onProjects }: { detail: DayDetail; today: WorkDate; onProjects: () => void }) {
  const m = useWords();
  const settings = useSettings();
  const { workday } = detail;
  const locked = lockOf(m, detail, today);
  const unsplittable =
    workday.counted === 0 && (workday.over || workday.date !== today) ? m["hours.locked.nothing"] : null;
  return (
    <ul className="hours-ways">
      <Way icon="swap" locked={locked} title={m["hours.correct.project"]} onClick={onProjects}>
        {m["hours.correct.projectWhy"]}
      </Way>
      <Way
        icon="split"
        locked={locked ?? unsplittable}
        title={m["hours.correct.split"]}
        onClick={() => goTo(hashOf("hours", workday.date, "split"))}
      >
        {m["hours.correct.splitWhy"]}
      </Way>
      {settings && (
        <Way icon="clock" title={m["hours.correct.punch"]} onClick={() => void openLink(settings.punchUrl)}>
          {m["hours.correct.punchWhy"]}
        </Way>
      )}
    </ul>
  );
}

interface WayProps {
  readonly icon: IconName;
  readonly title: string;
  /** Why it cannot be done, in words. */
  readonly locked?: string | null;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Way({ icon, title, locked = null, onClick, children }: WayProps) {
  return (
    <li>
      <button type="button" className="hours-way" disabled={locked !== null} onClick={onClick}>
        <Icon name={icon} size="1.5rem" />
        <span>
          <b>{title}</b>
          <span className="td-small td-second">{locked ?? children}</span>
        </span>
        <Icon name="right" />
      </button>
    </li>
  );
}

const daysBack = 31;

/** Why nothing can be chosen for the day; null when it can. */
function lockOf(m: Words, { editable, bookable, workday }: DayDetail, today: WorkDate): string | null {
  if (editable) return bookable.length === 0 ? m["hours.locked.noProject"] : null;
  if (workday.date > today) return m["hours.locked.ahead"];
  return workday.date < addDays(today, -daysBack) ? m["hours.locked.old"] : m["hours.locked.other"];
}

/** The project that the whole day is on already. */
function soleProject({ workday }: DayDetail): string | null {
  const [first, ...others] = new Set(workday.allocations.map(({ project }) => project));
  return first !== undefined && others.length === 0 && workday.unassigned === 0 ? first : null;
}
