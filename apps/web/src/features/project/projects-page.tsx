import { TeamSegments } from "../../ui/team-segments.tsx";
import { ProjectsPane } from "./project-list.tsx";
import { ProjectPage } from "./project-page.tsx";
import "./project-chart.css";
import "./project-people.css";
import "./project.css";

/** 团队 › 项目: `#/team/projects`, and `#/team/projects/{id}` for one of them. */
export function ProjectsPage({ rest: [, id] }: { rest: readonly string[] }) {
  return (
    <div className="td-page">
      <div className="td-head project-top">
        <TeamSegments shown="projects" />
      </div>
      {id === undefined ? <ProjectsPane /> : <ProjectPage key={id} id={id} />}
    </div>
  );
}
