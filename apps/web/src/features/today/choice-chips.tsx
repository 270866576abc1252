import type { Suggestion } from "../../api.ts";
import { useMessage } from "../../message.ts";
import { Icon } from "../../ui/icon.tsx";
import { ProjectMark, type ProjectsById, stripedIds } from "../../ui/project-mark.tsx";
import { chipReason } from "./reason.ts";

interface ChoiceChipsProps {
  readonly title: string;
  readonly suggestions: readonly Suggestion[];
  readonly projects: ProjectsById;
  readonly onChoose: (project: string) => void;
  readonly onAll?: () => void;
}

/** Up to four other projects, each one tap away, and the way to all of them. Nothing where there is no other. */
export function ChoiceChips({ title, suggestions, projects, onChoose, onAll }: ChoiceChipsProps) {
  const m = useMessage();
  const striped = stripedIds(projects.values());
  const chips = suggestions.flatMap((suggestion) => {
    const project = projects.get(suggestion.project);
    return project === undefined ? [] : [{ suggestion, project }];
  });
  if (chips.length === 0) return null;
  return (
    <section className="td-today-others">
      <div className="td-row">
        <h2 className="td-small td-second">{title}</h2>
        {onAll && (
          <button type="button" className="td-plain td-today-all" onClick={onAll}>
            <Icon name="search" />
            {m["today.allProjects"]}
          </button>
        )}
      </div>
      <ul className="td-today-chips">
        {chips.map(({ suggestion, project }) => (
          <li key={project.id}>
            <button type="button" className="td-today-chip" onClick={() => onChoose(project.id)}>
              <ProjectMark project={project} striped={striped.has(project.id)} />
              <span>
                <b>{project.shortName}</b>
                <span className="td-weak">{chipReason(m, suggestion)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
