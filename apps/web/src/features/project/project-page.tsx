import { useQuery } from "@tanstack/react-query";
import { useTitle } from "../../title.ts";
import { useIsWide } from "../../ui/media.ts";
import { ProjectPanes } from "./project-list.tsx";
import { projectQuery } from "./project-queries.ts";
import { ProjectView } from "./project-view.tsx";
import { useWords } from "./project-words.ts";

/** One project, `#/team/projects/{id}`; on a computer beside the list. */
export function ProjectPage({ id }: { id: string }) {
  const m = useWords();
  const isWide = useIsWide();
  const project = useQuery(projectQuery(id)).data;
  useTitle(project?.shortName ?? m["project.list"]);
  return isWide ? <ProjectPanes selected={id} /> : <ProjectView key={id} id={id} />;
}
