import { Length } from "../../ui/length.tsx";
import { ProjectMark, type ProjectsById } from "../../ui/project-mark.tsx";
import type { ProjectTotal } from "./totals.ts";
import { useWords } from "./words.ts";

interface ProjectTotalsProps {
  readonly totals: readonly ProjectTotal[];
  readonly projects: ProjectsById;
  readonly striped: ReadonlySet<string>;
}

/** What counted, by project, and the sum that they make. */
export function ProjectTotals({ totals, projects, striped }: ProjectTotalsProps) {
  const m = useWords();
  return (
    <section className="td-card hours-totals" aria-labelledby="hours-totals">
      <h2 id="hours-totals">{m["hours.byProject"]}</h2>
      <ul>
        {totals.map((total) => (
          <TotalRow key={total.project ?? String(total.other)} total={total} page={{ projects, striped }} />
        ))}
        <li className="hours-total" data-sum>
          <span>{m["hours.total"]}</span>
          <b className="hours-total-sum">
            <Length minutes={totals.reduce((sum, { minutes }) => sum + minutes, 0)} />
          </b>
        </li>
      </ul>
    </section>
  );
}

function TotalRow({ total, page }: { total: ProjectTotal; page: Omit<ProjectTotalsProps, "totals"> }) {
  const m = useWords();
  const project = total.project === null ? undefined : page.projects.get(total.project);
  const unnamed = total.other || total.project !== null ? m["line.other"] : m["line.unassigned"];
  return (
    <li className="hours-total">
      {project ? (
        <ProjectMark project={project} striped={page.striped.has(project.id)} />
      ) : (
        <span className="td-mark hours-no-mark" data-other={total.other || undefined} aria-hidden="true">
          {total.other ? "" : "?"}
        </span>
      )}
      <span className="hours-total-name">{project?.name ?? unnamed}</span>
      <b className="hours-total-sum">
        <Length minutes={total.minutes} />
      </b>
    </li>
  );
}
