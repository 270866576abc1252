import { useState } from "react";
import type { ProjectBrief } from "../api.ts";
import { useMessage } from "../message.ts";
import { findProjects } from "../project-search.ts";
import { Icon } from "./icon.tsx";
import { ProjectMark, stripedIds } from "./project-mark.tsx";
import { SearchField, usePinyin } from "./search-field.tsx";
import "./project-picker.css";

interface ProjectPickerProps {
  readonly projects: readonly ProjectBrief[];
  /** The one that holds now. */
  readonly chosen?: string | null;
  readonly onChoose: (project: ProjectBrief) => void;
}

const fewProjects = 6;

/** All projects to choose from, by full name; with more than six of them a search by name, code or pinyin. */
export function ProjectPicker({ projects, chosen = null, onChoose }: ProjectPickerProps) {
  const m = useMessage();
  const [query, setQuery] = useState("");
  const striped = stripedIds(projects);
  const found = findProjects(projects, query, usePinyin(query));
  return (
    <div className={projects.length > fewProjects ? "td-picker td-picker-long" : "td-picker"}>
      {projects.length > fewProjects && <SearchField label={m["picker.search"]} value={query} onChange={setQuery} />}
      <ul>
        {found.map((project) => (
          <li key={project.id}>
            <button
              type="button"
              className="td-picker-row"
              aria-pressed={project.id === chosen}
              onClick={() => onChoose(project)}
            >
              <ProjectMark project={project} striped={striped.has(project.id)} />
              <span>
                {project.name}
                <span className="td-small td-weak">{project.code}</span>
              </span>
              {project.id === chosen && <Icon name="check" strong />}
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="td-picker-none">{m["picker.none"]}</p>}
    </div>
  );
}
