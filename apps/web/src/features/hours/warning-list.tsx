import type { DayDetail } from "../../api.ts";
import { openLink } from "../../dingtalk.ts";
import { goTo, hashOf } from "../../route.ts";
import { useSettings } from "../../session.ts";
import { Icon } from "../../ui/icon.tsx";
import type { ProjectsById } from "../../ui/project-mark.tsx";
import { hasAction, type WarningDetail, warningSentence } from "../../ui/warning-tag.tsx";
import type { DaySheet } from "./day-sheet.ts";
import { useWords } from "./words.ts";

interface WarningListProps {
  readonly detail: DayDetail;
  readonly projects: ProjectsById;
  /** Only the person mends their day. */
  readonly canMend: boolean;
  readonly onOpen: (sheet: DaySheet) => void;
}

/** What can be mended in the day, each in one sentence with one thing to do; mere facts stand at their punch. */
export function WarningList({ detail, projects, canMend, onOpen }: WarningListProps) {
  const m = useWords();
  const details = detail.workday.details
    .filter(({ name }) => hasAction(name))
    .filter(({ name }) => name !== "unassigned" || detail.workday.unassigned > 0);
  if (details.length === 0) return null;
  return (
    <ul className="td-card hours-warnings">
      {details.map((one) => (
        <li key={one.name} className="hours-warning">
          <Icon name="alert" size="1.5rem" />
          <span>{warningSentence(m, one, projectOf(one, detail, projects))}</span>
          {canMend && <Mend name={one.name} detail={detail} onOpen={onOpen} />}
        </li>
      ))}
    </ul>
  );
}

interface MendProps {
  readonly name: WarningDetail["name"];
  readonly detail: DayDetail;
  readonly onOpen: (sheet: DaySheet) => void;
}

function Mend({ name, detail, onOpen }: MendProps) {
  const m = useWords();
  const settings = useSettings();
  const { editable, workday } = detail;
  const button = (text: string, onClick: () => void) => (
    <button type="button" className="td-plain hours-mend" onClick={onClick}>
      {text}
    </button>
  );
  switch (name) {
    case "absent":
    case "missing-in":
    case "missing-out":
      return settings && button(m["hours.correct.punch"], () => void openLink(settings.punchUrl));
    case "unassigned":
      return editable && button(m["hours.choose"], () => onOpen("rest"));
    case "pick-off-site":
      return editable && button(m["hours.change"], () => onOpen("day"));
    case "split-overflow":
      return editable && button(m["hours.resplit"], () => goTo(hashOf("hours", workday.date, "split")));
    case "long-day":
    case "worked-on-leave":
      return button(m["hours.look"], () => onOpen("records"));
    default:
      return null;
  }
}

function projectOf({ name }: WarningDetail, { workday }: DayDetail, projects: ProjectsById): string {
  if (name !== "pick-off-site") return "";
  const part = workday.line.find(({ basis, place }) => basis === "pick" && place === "mobile");
  return projects.get(part?.project ?? "")?.shortName ?? "";
}
