import { useQuery } from "@tanstack/react-query";
import type { WorkDate } from "@today/core/time/date";
import { useRef, useState } from "react";
import type { Project, Session } from "../../api.ts";
import { shortDate } from "../../format.ts";
import { monthOf } from "../../period.ts";
import { hashOf } from "../../route.ts";
import { useSession } from "../../session.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Length } from "../../ui/length.tsx";
import { ProjectMark, stripedIds } from "../../ui/project-mark.tsx";
import { SearchField, usePinyin } from "../../ui/search-field.tsx";
import { projectHoursQuery, projectTodayQuery } from "./project-queries.ts";
import { searchProjects, seesHours } from "./project-tally.ts";
import { useWords } from "./project-words.ts";
import { useWasSeen } from "./was-seen.ts";

interface ProjectCardsProps {
  readonly projects: readonly Project[];
  /** The one that the pane beside shows. */
  readonly selected: string | null;
}

/** Projects to choose from, with a search. */
export function ProjectCards({ projects, selected }: ProjectCardsProps) {
  const m = useWords();
  const session = useSession();
  const today = useQuery(projectTodayQuery).data ?? null;
  const [query, setQuery] = useState("");
  const found = searchProjects(projects, query, usePinyin(query));
  const striped = stripedIds(projects);
  if (projects.length === 0) return <EmptyState>{m["project.empty"]}</EmptyState>;
  return (
    <>
      <div className="project-search">
        <SearchField label={m["project.search"]} value={query} onChange={setQuery} />
      </div>
      <p className="td-hidden" role="status">
        {query === "" ? "" : m["project.count"](found.length)}
      </p>
      {found.length === 0 && <EmptyState>{m["project.notFound"]}</EmptyState>}
      <ul className="project-cards">
        {found.map((project) => (
          <li key={project.id} className="project-card" aria-current={project.id === selected || undefined}>
            <ProjectMark project={project} striped={striped.has(project.id)} />
            <a
              className="project-card-name"
              href={hashOf("team", "projects", project.id)}
              aria-current={project.id === selected || undefined}
            >
              {project.name}
            </a>
            <span className="project-card-foot">
              <Facts project={project} />
              <MonthHours project={project} session={session} today={today} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Facts({ project: { code, managers, memberCount, closedOn } }: { project: Project }) {
  const m = useWords();
  const names = managers.map(({ name }) => name).join(m["project.between"]);
  const facts = [code, ...(names === "" ? [] : [names]), m["project.people"](memberCount)];
  if (closedOn !== null) facts.push(m["project.closed"](shortDate(closedOn)));
  return <span className="td-small td-second">{facts.join(" · ")}</span>;
}

interface MonthHoursProps {
  readonly project: Project;
  readonly session: Session | null;
  readonly today: WorkDate | null;
}

/** This month's hours, asked for once the row has come into view, and only where the reader may see them. */
function MonthHours({ project, session, today }: MonthHoursProps) {
  const m = useWords();
  const place = useRef<HTMLSpanElement>(null);
  const wasSeen = useWasSeen(place);
  const isAllowed = session !== null && seesHours(session, project);
  const month = projectHoursQuery(project.id, monthOf(today ?? "2000-01-01"), "person");
  const { data } = useQuery({ ...month, enabled: isAllowed && wasSeen && today !== null });
  if (!isAllowed) return null;
  return (
    <span ref={place} className="project-card-hours">
      {data && (
        <>
          <span className="td-small td-weak">{m["project.thisMonth"]}</span>{" "}
          <b>
            <Length minutes={data.minutes} />
          </b>
        </>
      )}
    </span>
  );
}
