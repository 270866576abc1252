import type { Minutes } from "@today/core/time/minutes";
import { useEffect, useState } from "react";
import { duration, longDuration } from "../../format.ts";
import { Icon } from "../../ui/icon.tsx";
import { ProjectMark, type ProjectsById } from "../../ui/project-mark.tsx";
import type { Part } from "./split.ts";
import { nameOf, useWords } from "./words.ts";
import "./equation.css";

interface EquationProps {
  readonly parts: readonly Part[];
  /** What of each part is counted so far. */
  readonly counted: readonly Minutes[];
  readonly projects: ProjectsById;
  readonly striped: ReadonlySet<string>;
  readonly onOpen: ((part: number) => void) | null;
}

/** `廊 2h20 + 水 2h50 + 幕 1h30 = 6h40 ✓`: it always closes. A touch on a part opens its menu, however small its block is. */
export function Equation({ parts, counted, projects, striped, onOpen }: EquationProps) {
  const m = useWords();
  const shown = parts.flatMap((part, index) => {
    const minutes = counted[index] ?? 0;
    return minutes > 0 ? [{ index, minutes, project: projects.get(part.project ?? "") }] : [];
  });
  const sum = shown.reduce((all, { minutes }) => all + minutes, 0);
  const each = shown.map(({ minutes, project }) => `${nameOf(m, project)} ${longDuration(minutes, m.lang)}`);
  const spoken = m["split.sum"](each.join(m["split.comma"]), longDuration(sum, m.lang));
  return (
    <section className="td-equation" aria-label={m["split.lengths"]}>
      <ul>
        {shown.map(({ index, minutes, project }, at) => (
          <li key={index}>
            {at > 0 && <span className="td-equation-sign">+</span>}
            <button type="button" disabled={onOpen === null} onClick={() => onOpen?.(index)}>
              {project ? (
                <ProjectMark project={project} striped={striped.has(project.id)} />
              ) : (
                <span className="td-mark td-equation-open" aria-hidden="true">
                  ?
                </span>
              )}
              <span aria-hidden="true">{duration(minutes)}</span>
              <span className="td-hidden">
                {m["split.partMenu"](nameOf(m, project), longDuration(minutes, m.lang))}
              </span>
            </button>
          </li>
        ))}
        <li className="td-equation-sum">
          <span className="td-equation-sign">=</span>
          <span aria-hidden="true">{duration(sum)}</span>
          <Icon name="check-circle" size="1.5rem" />
        </li>
      </ul>
      <Spoken text={spoken} />
    </section>
  );
}

const quiet = 500;

/** Says the sum once nothing has moved for half a second. */
function Spoken({ text }: { text: string }) {
  const [said, setSaid] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), quiet);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p className="td-hidden" role="status" aria-live="polite">
      {said}
    </p>
  );
}
