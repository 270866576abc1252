import type { DayDetail, HistoryMark, LinePart, PunchView } from "../../api.ts";
import { duration } from "../../format.ts";
import { basisText, othersBasisText } from "../../ui/basis.ts";
import { Length } from "../../ui/length.tsx";
import type { ProjectsById } from "../../ui/project-mark.tsx";
import { tellingVerdict } from "../../ui/punch-verdict.ts";
import { Tag } from "../../ui/tag.tsx";
import { Verdict } from "../../ui/verdict.tsx";
import { hasAction, WarningTag, warningSentence } from "../../ui/warning-tag.tsx";
import { Mark } from "./history-list.tsx";
import { approvalOf } from "./part-approval.ts";
import type { PartEntry, PunchEntry } from "./timeline.ts";
import { useWords, type Words } from "./words.ts";

/** The day that an entry is part of. */
export interface DayContext {
  readonly detail: DayDetail;
  readonly projects: ProjectsById;
  readonly isOwn: boolean;
  /** The missing clock-out was asked for and waits. */
  readonly isOutAsked: boolean;
  /** Explains a part that came back: another project, or the same once more. */
  readonly onAgain: (() => void) | null;
}

/** Punches that somebody entered afterwards: nobody knows where they were made. */
const mended: ReadonlySet<string> = new Set(["CORRECTION", "APPROVE", "BOSS"]);

/** `上班`, where it was, and the facts about it; what can be mended stands above the list. */
export function PunchEntryRow({ entry, day }: { entry: PunchEntry; day: DayContext }) {
  const m = useWords();
  const { punch } = entry;
  const facts = entry.details.filter(({ name }) => !hasAction(name));
  const isMended = mended.has(punch.sourceType ?? "");
  const verdict = isMended ? null : tellingVerdict(punch, day.detail.workday.line);
  const project = verdict === null ? undefined : day.projects.get(verdict.project)?.shortName;
  return (
    <div className="hours-entry-body hours-punch">
      <b>{punchName(m, punch)}</b>
      {verdict && <Verdict of={verdict} {...(project === undefined ? {} : { project })} />}
      {isMended && <Tag>{m["hours.mended"]}</Tag>}
      {facts.map((detail) => (
        <WarningTag key={detail.name} of={detail} />
      ))}
      {facts.map((detail) => (
        <span key={detail.name} className="td-small td-weak hours-fact">
          {warningSentence(m, detail)}
        </span>
      ))}
    </div>
  );
}

/** A project, why, how long, and who changed it if it was not the person. */
export function PartEntryRow({ entry, day }: { entry: PartEntry; day: DayContext }) {
  const m = useWords();
  const { part, minutes, overtime, running } = entry;
  const { workday, picks } = day.detail;
  const approval = day.isOwn ? approvalOf(workday, part) : null;
  const mark = markOf(day.detail, part);
  const why = day.isOwn ? basisText(m, part, picks) : othersBasisText(m, part, picks, workday.person);
  return (
    <div className="hours-entry-body">
      <b>{nameOf(m, part, day.projects)}</b>
      <b className="hours-entry-sum">
        <Length minutes={minutes} />
      </b>
      {!part.other && <span className="td-small td-second hours-entry-why">{why}</span>}
      {overtime > 0 && (
        <span className="td-small td-weak hours-entry-sum">{m["hours.withOvertime"](duration(overtime))}</span>
      )}
      {running && <span className="td-small hours-running hours-entry-sum">{m["line.running"]}</span>}
      {approval?.state === "waiting" && (
        <span className="hours-entry-note">
          <Tag>{m["correct.waits"]}</Tag>
        </span>
      )}
      {approval?.state === "rejected" && (
        <span className="hours-entry-note hours-back">
          {approval.why === null ? m["ask.returnedBare"] : m["ask.returned"](approval.why)}
          {day.onAgain && (
            <button type="button" className="td-plain hours-mend" onClick={day.onAgain}>
              {m["ask.again"]}
            </button>
          )}
        </span>
      )}
      {mark && <Mark mark={mark} projects={day.projects} />}
    </div>
  );
}

/** Who put a part where it is, when it was not the person. */
function markOf({ workday, picks, history }: DayDetail, part: LinePart): HistoryMark | undefined {
  const pick = picks.find(({ id, madeBy }) => id === part.fact && madeBy.id !== workday.person);
  if (pick === undefined && part.basis !== "split") return undefined;
  return history.find(
    ({ subject, project, by, at }) =>
      by.id !== workday.person &&
      (pick === undefined ? subject === "split" : project === part.project && at === pick.madeAt),
  );
}

/** `上班`, `下班`; DingTalk does not always say which (attendance.md 3.2). */
export function punchName(m: Words, { type }: Pick<PunchView, "type">): string {
  if (type === null) return m["hours.punch"];
  return m[`hours.${type}`];
}

function nameOf(m: Words, { project, other }: LinePart, projects: ProjectsById): string {
  if (project === null) return other ? m["line.other"] : m["line.unassigned"];
  return projects.get(project)?.shortName ?? m["line.other"];
}
