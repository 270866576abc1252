import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Project } from "../../api.ts";
import { useTitle } from "../../title.ts";
import { Answered } from "../../ui/answered.tsx";
import { useIsWide } from "../../ui/media.ts";
import { ProjectCards } from "./project-cards.tsx";
import { projectsQuery } from "./project-queries.ts";
import { ProjectView } from "./project-view.tsx";
import { useWords } from "./project-words.ts";

/** The segment 项目: the projects that the reader may see; on a computer the first of them beside the list. */
export function ProjectsPane() {
  const m = useWords();
  const isWide = useIsWide();
  useTitle(m["project.list"]);
  if (isWide) return <ProjectPanes selected={null} />;
  return (
    <>
      <h1 className="td-hidden">{m["project.list"]}</h1>
      <ProjectList>{(projects) => <ProjectCards projects={projects} selected={null} />}</ProjectList>
    </>
  );
}

/** The list at the left and one project at the right, the first where none is chosen. */
export function ProjectPanes({ selected }: { selected: string | null }) {
  const first = useQuery(projectsQuery("active")).data?.[0]?.id;
  const shown = selected ?? first ?? null;
  return (
    <div className="project-panes">
      <ProjectList>{(projects) => <ProjectCards projects={projects} selected={shown} />}</ProjectList>
      {shown !== null && (
        <div className="project-pane">
          <ProjectView id={shown} />
        </div>
      )}
    </div>
  );
}

function ProjectList({ children }: { children: (projects: readonly Project[]) => ReactNode }) {
  const m = useWords();
  const [status, setStatus] = useState<"active" | "all">("active");
  const projects = useQuery(projectsQuery(status));
  return (
    <section className="td-body project-list" aria-label={m["project.list"]}>
      <Answered query={projects} skeleton={[2.75, 5, 5, 5, 5]}>
        {children}
      </Answered>
      <label className="project-closed">
        <input
          type="checkbox"
          checked={status === "all"}
          onChange={(e) => setStatus(e.target.checked ? "all" : "active")}
        />
        {m["project.showClosed"]}
      </label>
    </section>
  );
}
