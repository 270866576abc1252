import { isWorkDate } from "@today/core/time/date";
import { lazy, Suspense } from "react";
import { useTitle } from "../../title.ts";
import { useIsWide } from "../../ui/media.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { TeamSegments } from "../../ui/team-segments.tsx";
import { TodayPane } from "./today-pane.tsx";
import { useWords } from "./words.ts";
import "./team.css";

const ProjectsPane = lazy(() => import("./project-list.tsx").then(({ ProjectsPane }) => ({ default: ProjectsPane })));
const ProjectPage = lazy(() => import("./project-page.tsx").then(({ ProjectPage }) => ({ default: ProjectPage })));

/** 团队: who is on what today, and the projects. */
export function TeamPage({ rest: [segment = "today", what] }: { rest: readonly string[] }) {
  const m = useWords();
  const isWide = useIsWide();
  useTitle(m["team.title"]);
  if (segment !== "projects") {
    return (
      <TodayPane date={what !== undefined && isWorkDate(what) ? what : null}>
        <TeamSegments shown="today" />
      </TodayPane>
    );
  }
  return (
    <div className="td-page">
      <div className="td-head team-head">
        <TeamSegments shown="projects" />
        {what === undefined && !isWide && <h1 className="td-hidden">{m["team.projects"]}</h1>}
      </div>
      <Suspense fallback={<Skeleton heights={[3, 5, 5, 5]} />}>
        {what === undefined ? <ProjectsPane /> : <ProjectPage key={what} id={what} />}
      </Suspense>
    </div>
  );
}
