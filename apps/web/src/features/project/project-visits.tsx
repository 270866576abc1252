import { type InfiniteData, type UseQueryResult, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { WorkDate } from "@today/core/time/date";
import { useState } from "react";
import type { Project, Visits } from "../../api.ts";
import { longDate } from "../../format.ts";
import { useSession } from "../../session.ts";
import { Answered } from "../../ui/answered.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { VisitList } from "../../ui/visit-list.tsx";
import { useVisitWords, type Visit, visitsQuery } from "../../visits.ts";
import { projectTodayQuery } from "./project-queries.ts";
import { seesDays } from "./project-tally.ts";
import { byDay, type Span, spanOf } from "./visit-days.ts";
import { VisitFilter } from "./visit-filter.tsx";
import { VisitingCard } from "./visiting-card.tsx";
import "./project-visits.css";

/** 现场: whether check-ins are taken, and for managers and HR those of a day or a week. */
export function ProjectVisits({ project }: { project: Project }) {
  const m = useVisitWords();
  const session = useSession();
  const today = useQuery(projectTodayQuery).data;
  const isShown = session !== null && seesDays(session, project);
  return (
    <div className="td-body project-body">
      <VisitingCard project={project} />
      {!isShown && <EmptyState>{m["visit.notYours"]}</EmptyState>}
      {isShown && today === undefined && <Skeleton heights={[2.75, 3, 3, 3]} />}
      {isShown && today !== undefined && <Visited project={project} today={today} />}
    </div>
  );
}

function Visited({ project, today }: { project: Project; today: WorkDate }) {
  const m = useVisitWords();
  const [span, setSpan] = useState<Span>(() => spanOf("day", today));
  const [person, setPerson] = useState("");
  const query = useInfiniteQuery(
    visitsQuery({ from: span.first, to: span.last, project: project.id, person: person || undefined }),
  );
  const pages = query as UseQueryResult<InfiniteData<Visits>>;
  const seeWeek = () => setSpan(spanOf("week", span.first));
  return (
    <>
      <VisitFilter {...{ project, span, today, person }} onSpan={setSpan} onPerson={setPerson} />
      <Answered query={pages} skeleton={[4, 4, 4, 4]}>
        {(data) => <Days visits={data.pages.flatMap(({ visits }) => visits)} span={span} onWeek={seeWeek} />}
      </Answered>
      {query.hasNextPage && (
        <Button block disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {m["visit.more"]}
        </Button>
      )}
    </>
  );
}

interface DaysProps {
  readonly visits: readonly Visit[];
  readonly span: Span;
  readonly onWeek: () => void;
}

function Days({ visits, span: { kind }, onWeek }: DaysProps) {
  const m = useVisitWords();
  if (visits.length === 0) {
    const week = kind === "day" && <Button onClick={onWeek}>{m["visit.seeWeek"]}</Button>;
    return <EmptyState action={week}>{m[`visit.none.${kind}`]}</EmptyState>;
  }
  return byDay(visits).map(({ date, visits }) => (
    <section key={date} className="td-card visited-card" aria-label={longDate(date, m.lang)}>
      {kind === "week" && <h3 className="visited-day">{longDate(date, m.lang)}</h3>}
      <VisitList visits={visits} named />
    </section>
  ));
}
