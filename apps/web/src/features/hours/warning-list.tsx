import type { DayDetail } from "../../api.ts";
import { goTo, hashOf } from "../../route.ts";
import { Icon } from "../../ui/icon.tsx";
import type { ProjectsById } from "../../ui/project-mark.tsx";
import { hasAction, type WarningDetail, warningSentence } from "../../ui/warning-tag.tsx";
import { isAsked, type ShownRequest } from "./day-requests.ts";
import type { DaySheet } from "./day-sheet.ts";
import { useWords } from "./words.ts";

interface WarningListProps {
  readonly detail: DayDetail;
  readonly projects: ProjectsById;
  readonly shown: readonly ShownRequest[];
  /** Only the person mends their day. */
  readonly canMend: boolean;
  readonly onOpen: (sheet: DaySheet) => void;
}

/** What can be mended in the day, each in one sentence with one thing to do; mere facts stand at their punch. */
export function WarningList({ detail, projects, shown, canMend, onOpen }: WarningListProps) {
  const m = useWords();
  const details = detail.workday.details
    .filter(({ name }) => hasAction(name) && !isMended(name, shown))
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

/** Whether what is missing was asked for already and only waits. */
function isMended(name: WarningDetail["name"], shown: readonly ShownRequest[]): boolean {
  if (name === "missing-out") return isAsked(shown, "clock-out");
  if (name === "missing-in") return isAsked(shown, "clock-in");
  return name === "absent" && (isAsked(shown, "note") || isAsked(shown, "clock-in"));
}

interface MendProps {
  readonly name: WarningDetail["name"];
  readonly detail: DayDetail;
  readonly onOpen: (sheet: DaySheet) => void;
}

function Mend({ name, detail, onOpen }: MendProps) {
  const m = useWords();
  const { editable, workday } = detail;
  const button = (text: string, onClick: () => void) => (
    <button type="button" className="td-plain hours-mend" onClick={onClick}>
      {text}
    </button>
  );
  switch (name) {
    case "absent":
      return button(m["hours.explain"], () => onOpen("note"));
    case "missing-in":
    case "missing-out":
      return button(m["hours.fillIn"], () => onOpen("punch"));
    case "unassigned":
      return editable && button(m["hours.choose"], () => onOpen(workday.locked === null ? "rest" : "day"));
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
