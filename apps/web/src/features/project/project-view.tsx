import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import type { Destinations, Project, Session } from "../../api.ts";
import { shortDate } from "../../format.ts";
import { goTo, hashOf, useRoute } from "../../route.ts";
import { useSession } from "../../session.ts";
import { Answered } from "../../ui/answered.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ExportButton } from "../../ui/export-button.tsx";
import { useIsWide } from "../../ui/media.ts";
import { ProjectMark } from "../../ui/project-mark.tsx";
import { Segments } from "../../ui/segments.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { ProjectMembers } from "./project-members.tsx";
import { destinationsQuery, projectQuery, projectTodayQuery } from "./project-queries.ts";
import { ProjectSites } from "./project-sites.tsx";
import { seesHours, seesPeople } from "./project-tally.ts";
import { useWords, type Words } from "./project-words.ts";
import { ReportPart } from "./report-part.tsx";

const ProjectVisits = lazy(() =>
  import("./project-visits.tsx").then(({ ProjectVisits }) => ({ default: ProjectVisits })),
);
const ProjectTasks = lazy(() => import("./project-tasks.tsx").then(({ ProjectTasks }) => ({ default: ProjectTasks })));

/** One project, `#/team/projects/GL2B/visits`: its hours, its members, its sites and what happens there, as far as the reader may see them. */
export function ProjectView({ id }: { id: string }) {
  const m = useWords();
  const query = useQuery(projectQuery(id));
  const session = useSession();
  const isWide = useIsWide();
  const [, , part] = useRoute().rest;
  const places = useQuery({ ...destinationsQuery(id), enabled: query.data?.editable === true }).data ?? [];
  const show = (next: Part) => goTo(hashOf("team", "projects", id, next), { replace: true });
  return (
    <div className="td-page project">
      {query.data === undefined && <h1 className="td-hidden">{m["project.list"]}</h1>}
      <Answered query={query} skeleton={[3.5, 2.75, 6, 8, 10]}>
        {(project) => {
          const shown = session === null ? [] : partsOf(session, project, places);
          const open = shown.find((one) => one === part) ?? shown[0];
          return (
            <>
              <Head project={project} places={places} parts={shown} open={open} onOpen={show} />
              {open === undefined && <Hidden />}
              {open === "hours" && (
                <ReportPart key={id} project={project}>
                  {!isWide && <Export project={project} />}
                </ReportPart>
              )}
              {open === "members" && <ProjectMembers key={id} project={project} />}
              {open === "sites" && <ProjectSites key={id} project={project} />}
              {open === "visits" && (
                <Suspense fallback={<Skeleton heights={[7, 3, 4, 4]} />}>
                  <ProjectVisits key={id} project={project} />
                </Suspense>
              )}
              {open === "tasks" && (
                <Suspense fallback={<Skeleton heights={[3, 4, 4]} />}>
                  <ProjectTasks key={id} project={project} places={places} />
                </Suspense>
              )}
            </>
          );
        }}
      </Answered>
    </div>
  );
}

type Part = "hours" | "members" | "sites" | "visits" | "tasks";
type Places = Destinations["destinations"];

function partsOf(session: Session, project: Project, places: Places): Part[] {
  return [
    ...(seesHours(session, project) ? (["hours"] as const) : []),
    ...(seesPeople(session, project) ? (["members", "sites", "visits"] as const) : []),
    ...(places.length > 0 ? (["tasks"] as const) : []),
  ];
}

function Hidden() {
  const m = useWords();
  return <EmptyState>{m["project.hidden"]}</EmptyState>;
}

interface HeadProps {
  readonly project: Project;
  readonly places: Places;
  readonly parts: readonly Part[];
  readonly open: Part | undefined;
  readonly onOpen: (part: Part) => void;
}

function Head({ project, places, parts, open, onOpen }: HeadProps) {
  const m = useWords();
  const isWide = useIsWide();
  const options = Object.fromEntries(parts.map((part) => [part, partName(m, part)])) as Record<Part, string>;
  return (
    <header className="td-head project-head">
      <div className="project-name">
        <ProjectMark project={project} />
        <div>
          <h1>{project.name}</h1>
          <p className="td-small td-second">{factsOf(m, project)}</p>
          {places.length > 0 && <p className="td-small td-second">{goesTo(m, places)}</p>}
        </div>
        {open === "hours" && isWide && <Export project={project} />}
      </div>
      {open && parts.length > 1 && (
        <Segments label={m["project.parts"]} options={options} value={open} onChange={onOpen} />
      )}
    </header>
  );
}

function Export({ project }: { project: Project }) {
  const roles = useSession()?.person.roles ?? [];
  const today = useQuery(projectTodayQuery).data;
  if (today === undefined) return null;
  const kinds = ["hours", "approvals", ...(roles.includes("finance") ? ["cost" as const] : [])] as const;
  return <ExportButton kinds={kinds} today={today} project={project.id} />;
}

function partName(m: Words, part: Part): string {
  return part === "hours" ? m["shell.hours"] : m[`project.${part}`];
}

function factsOf(m: Words, { code, managers, memberCount, closedOn }: Project): string {
  const names = managers.map(({ name }) => name).join(m["project.between"]);
  const facts = [code, ...(names === "" ? [] : [m["project.managers"](names)]), m["project.people"](memberCount)];
  if (closedOn !== null) facts.push(m["project.closed"](shortDate(closedOn)));
  return facts.join(" · ");
}

/** Where the hours go: `工时会去 公司 Redmine · 官网改版`. */
function goesTo(m: Words, places: Places): string {
  const told = places.map(({ targetName, projectName, remoteProject, state }) => {
    const place = `${targetName} · ${projectName ?? remoteProject}`;
    return state === "on" ? place : m["project.goesLater"](place);
  });
  return m["project.goes"](told.join(m["project.between"]));
}
