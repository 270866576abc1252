import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { Project, ProjectReport, Session } from "../../api.ts";
import { shortDate } from "../../format.ts";
import { hoursOf } from "../../hour-sums.ts";
import { hashOf } from "../../route.ts";
import { useSession } from "../../session.ts";
import { BudgetAlerts } from "../../ui/budget-alerts.tsx";
import { BudgetBar } from "../../ui/budget-bar.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Hours } from "../../ui/hours.tsx";
import { ProjectMark, slotStyle, stripedIds } from "../../ui/project-mark.tsx";
import { SearchField, usePinyin } from "../../ui/search-field.tsx";
import { hoursStand, standTold } from "./forecast-words.ts";
import { reportQuery } from "./project-queries.ts";
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
      <BudgetAlerts projects={projects} />
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
            <Facts project={project} />
            <BudgetStand project={project} session={session} />
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
  return <span className="td-small td-second project-card-facts">{facts.join(" · ")}</span>;
}

interface BudgetStandProps {
  readonly project: Project;
  readonly session: Session | null;
}

/** How the budget stands, asked for once the row has come into view, and only where the reader may see it. */
function BudgetStand({ project, session }: BudgetStandProps) {
  const place = useRef<HTMLSpanElement>(null);
  const wasSeen = useWasSeen(place);
  const isAllowed = session !== null && seesHours(session, project);
  const { data } = useQuery({ ...reportQuery(project.id), enabled: isAllowed && wasSeen });
  if (!isAllowed) return null;
  return (
    <span ref={place} className="project-card-stand" style={slotStyle(project.color)}>
      {data && <Stand report={data} />}
    </span>
  );
}

function Stand({ report }: { report: ProjectReport }) {
  const m = useWords();
  const stand = hoursStand(report);
  if (stand === null) {
    return (
      <span className="project-card-foot">
        <b>
          <Hours minutes={report.used} />
        </b>
        <span className="td-small td-weak">{m["report.noBudget"]}</span>
      </span>
    );
  }
  const told = standTold(m, stand);
  return (
    <>
      <BudgetBar used={stand.used} budget={stand.budget} />
      <span className="project-card-foot">
        <span>
          <b>
            <Hours minutes={stand.used} />
          </b>
          <span className="td-small td-second"> / {hoursOf(stand.budget)}</span>
        </span>
        <span className="report-told" data-tone={told.tone}>
          {told.text}
        </span>
      </span>
    </>
  );
}
