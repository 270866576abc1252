import type { CSSProperties } from "react";
import type { ProjectBrief } from "../api.ts";
import "./project-mark.css";

/** Projects by id, as every answer brings them. */
export type ProjectsById = ReadonlyMap<string, ProjectBrief>;

/** Looks projects up by their id. */
export function projectsById(projects: readonly ProjectBrief[]): ProjectsById {
  return new Map(projects.map((project) => [project.id, project]));
}

/** Those that share a colour with a project of lower id on the same screen: they get stripes. */
export function stripedIds(projects: Iterable<ProjectBrief>): ReadonlySet<string> {
  const lowest = new Map<number, string>();
  const ids = [...projects].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const { id, color } of ids) if (!lowest.has(color)) lowest.set(color, id);
  return new Set(ids.filter(({ id, color }) => lowest.get(color) !== id).map(({ id }) => id));
}

/** The project's colour and the colour of text on it, for a `style`. */
export function slotStyle(color: number): CSSProperties {
  return { "--slot": `var(--td-slot-${color})`, "--on-slot": `var(--td-on-slot-${color})` } as CSSProperties;
}

/** The square with a project's mark in its colour; the project's name always stands beside it. */
export function ProjectMark({ project, striped = false }: { project: ProjectBrief; striped?: boolean }) {
  return (
    <span className="td-mark" style={slotStyle(project.color)} data-striped={striped || undefined} aria-hidden="true">
      {project.mark}
    </span>
  );
}
