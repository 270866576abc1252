import type { LinePart, Workday } from "../../api.ts";
import { othersBasisText } from "../../ui/basis.ts";
import { Length } from "../../ui/length.tsx";
import { ProjectMark, type ProjectsById } from "../../ui/project-mark.tsx";
import { useWords } from "./words.ts";

/** What the day is on, each project with the reason of its first stretch; the sum is what counted. */
export function PartRows({ workday, projects }: { workday: Workday; projects: ProjectsById }) {
  const m = useWords();
  const parts = sums(workday.line);
  if (parts.length === 0) return null;
  return (
    <ul className="approvals-parts" aria-label={m["approvals.parts"]}>
      {parts.map(({ first, minutes }) => {
        const project = first.project === null ? undefined : projects.get(first.project);
        const isOther = first.other === true || (first.project !== null && project === undefined);
        return (
          <li key={`${first.project} ${first.other ?? false}`}>
            {project ? (
              <ProjectMark project={project} />
            ) : (
              <span className="td-mark approvals-no-mark" aria-hidden="true" />
            )}
            <span>
              <b>{project?.shortName ?? m[isOther ? "line.other" : "line.unassigned"]}</b>
              {!isOther && <span className="td-small td-second">{othersBasisText(m, first)}</span>}
            </span>
            <b>
              <Length minutes={minutes} />
            </b>
          </li>
        );
      })}
    </ul>
  );
}

function sums(line: readonly LinePart[]): { first: LinePart; minutes: number }[] {
  const found = new Map<string, { first: LinePart; minutes: number }>();
  for (const part of line) {
    if (part.kind !== "counted") continue;
    const key = part.other === true ? "other" : (part.project ?? "");
    const before = found.get(key);
    found.set(key, { first: before?.first ?? part, minutes: (before?.minutes ?? 0) + part.end - part.start });
  }
  return [...found.values()];
}
