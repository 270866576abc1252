import { ProjectMark } from "../../ui/project-mark.tsx";
import { effectText, percentText } from "./item-text.ts";
import type { ListContext } from "./list-context.ts";
import { effectOf, type Item } from "./selection.ts";
import { useWords } from "./words.ts";

/** `+8h00`, or that approving changes no counted minutes. */
export function EffectText({ item }: { item: Item }) {
  const m = useWords();
  const effect = effectOf([item]);
  if (effect.minutes === 0) return <span className="td-small td-second">{m["approvals.unchanged"]}</span>;
  return <b>{effectText(effect)}</b>;
}

/** The project with its mark, for overtime behind its percentage. */
export function ProjectText({ item, of }: { item: Item; of: Pick<ListContext, "projects" | "striped"> }) {
  const project = item.project === null ? undefined : of.projects.get(item.project);
  const percent = percentText(item.overtime);
  return (
    <span className="approvals-project">
      {percent && <span>{percent}</span>}
      {project && <ProjectMark project={project} striped={of.striped.has(project.id)} />}
      {project && <span>{project.shortName}</span>}
    </span>
  );
}
