import type { ReactNode } from "react";
import type { ProjectBrief } from "../../api.ts";
import { openLink } from "../../dingtalk.ts";
import { duration, longDate } from "../../format.ts";
import { goTo, hashOf } from "../../route.ts";
import { useSettings } from "../../session.ts";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { ProjectPicker } from "../../ui/project-picker.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import type { Correcting } from "./correcting.ts";
import { accessTo, type Way } from "./day-access.ts";
import type { DaySheet } from "./day-sheet.ts";
import { lockText } from "./lock-line.tsx";
import { useWords } from "./words.ts";

interface CorrectionSheetProps {
  readonly sheet: DaySheet | null;
  readonly correcting: Correcting;
  readonly onSheet: (sheet: DaySheet | null) => void;
  readonly onChoose: (project: ProjectBrief) => void;
}

/** The ways to correct a day, and the projects to put it on. */
export function CorrectionSheet({ sheet, correcting, onSheet, onChoose }: CorrectionSheetProps) {
  const m = useWords();
  const { workday, projects, bookable } = correcting.detail;
  const close = () => onSheet(null);
  const open = projects.filter(({ id }) => bookable.includes(id));
  const { name } = correcting;
  const title = name === null ? m["hours.correctOf"](longDate(workday.date, m.lang)) : m["correct.for"](name);
  return (
    <>
      <Sheet isOpen={sheet === "correction"} title={title} onClose={close}>
        <Ways correcting={correcting} onSheet={onSheet} />
      </Sheet>
      <Sheet isOpen={sheet === "day"} title={m["hours.correct.project"]} onClose={close}>
        <ProjectPicker projects={open} chosen={soleProject(correcting)} onChoose={onChoose} />
      </Sheet>
      <Sheet isOpen={sheet === "rest"} title={m["hours.fill"](duration(workday.unassigned))} onClose={close}>
        <ProjectPicker projects={open} onChoose={onChoose} />
      </Sheet>
    </>
  );
}

function Ways({ correcting, onSheet }: Pick<CorrectionSheetProps, "correcting" | "onSheet">) {
  const m = useWords();
  const settings = useSettings();
  const { isOwn } = correcting;
  const ways: readonly [Way, IconName, string, string, () => void][] = [
    ["project", "swap", m["hours.correct.project"], m["hours.correct.projectWhy"], () => onSheet("day")],
    ["split", "split", m["hours.correct.split"], m["hours.correct.splitWhy"], () => goTo(splitHash(correcting))],
    ["punch", "clock", m["correct.punch"], m["correct.punchWhy"], () => onSheet("punch")],
    ["overtime", "plus", m["correct.overtime"], m["correct.overtimeWhy"], () => onSheet("overtime")],
    ["note", "message", m["correct.note"], m["correct.noteWhy"], () => onSheet("note")],
  ];
  return (
    <ul className="hours-ways">
      {ways.map(([way, icon, title, why, go]) => {
        const access = accessTo(way, correcting.detail, correcting);
        return (
          <WayRow key={way} icon={icon} title={title} isLocked={access.how === "locked"} onClick={go}>
            {access.how === "locked" ? lockText(m, access.why) : why}
          </WayRow>
        );
      })}
      {isOwn && settings && (
        <WayRow icon="history" title={m["correct.dingtalk"]} onClick={() => void openLink(settings.punchUrl)}>
          {m["hours.correct.dingtalkWhy"]}
        </WayRow>
      )}
    </ul>
  );
}

interface WayRowProps {
  readonly icon: IconName;
  readonly title: string;
  readonly isLocked?: boolean;
  readonly onClick: () => void;
  /** What it does, or why it cannot be done. */
  readonly children: ReactNode;
}

function WayRow({ icon, title, isLocked = false, onClick, children }: WayRowProps) {
  return (
    <li>
      <button type="button" className="hours-way" disabled={isLocked} onClick={onClick}>
        <Icon name={icon} size="1.5rem" />
        <span>
          <b>{title}</b>
          <span className="td-small td-second">{children}</span>
        </span>
        <Icon name="right" />
      </button>
    </li>
  );
}

function splitHash({ detail: { workday }, isOwn }: Correcting): string {
  return isOwn ? hashOf("hours", workday.date, "split") : hashOf("hours", workday.date, "split", workday.person);
}

/** The project that the whole day is on already. */
function soleProject({ detail: { workday } }: Correcting): string | null {
  const [first, ...others] = new Set(workday.allocations.map(({ project }) => project));
  return first !== undefined && others.length === 0 && workday.unassigned === 0 ? first : null;
}
