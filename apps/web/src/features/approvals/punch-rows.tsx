import type { LinePart, PunchView } from "../../api.ts";
import { clockTime } from "../../format.ts";
import type { ProjectsById } from "../../ui/project-mark.tsx";
import { tellingVerdict } from "../../ui/punch-verdict.ts";
import { Verdict } from "../../ui/verdict.tsx";
import { useWords } from "./words.ts";

interface PunchRowsProps {
  readonly punches: readonly PunchView[];
  readonly line: readonly LinePart[];
  readonly projects: ProjectsById;
}

/** When and where the person punched; never coordinates. */
export function PunchRows({ punches, line, projects }: PunchRowsProps) {
  const m = useWords();
  if (punches.length === 0) return <p className="td-second">{m["approvals.noPunches"]}</p>;
  const ordered = [...punches].sort((a, b) => a.minute - b.minute);
  return (
    <ul className="approvals-punches" aria-label={m["approvals.punches"]}>
      {ordered.map((punch) => {
        const isCorrection = punch.sourceType === "CORRECTION";
        const verdict = isCorrection ? null : tellingVerdict(punch, line);
        const project = verdict === null ? undefined : projects.get(verdict.project)?.shortName;
        const time = clockTime(punch.minute, m.lang);
        return (
          <li key={punch.id}>
            <b>{punch.valid ? time : <del>{time}</del>}</b>
            <span>{m[`approvals.${punch.type ?? "punch"}`]}</span>
            {!punch.valid && <span className="td-small td-second">{m["approvals.invalid"]}</span>}
            {isCorrection && <span className="td-small td-second">{m["approvals.corrected"]}</span>}
            {verdict && <Verdict of={verdict} {...(project === undefined ? {} : { project })} />}
          </li>
        );
      })}
    </ul>
  );
}
