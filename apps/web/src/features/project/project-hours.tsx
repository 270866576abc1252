import { useQuery } from "@tanstack/react-query";
import type { WorkDate } from "@today/core/time/date";
import type { Project, ProjectHours } from "../../api.ts";
import { monthOf, type Period } from "../../period.ts";
import { Answered } from "../../ui/answered.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Length } from "../../ui/length.tsx";
import { ProjectPeriod } from "./project-period.tsx";
import { OvertimeCard, PlaceCard } from "./project-place.tsx";
import { projectHoursQuery, projectTodayQuery } from "./project-queries.ts";
import { ProjectRows } from "./project-rows.tsx";
import { useWords } from "./project-words.ts";

interface ProjectHoursPartProps {
  readonly project: Project;
  /** Null: this month. */
  readonly period: Period | null;
  readonly onPeriod: (period: Period) => void;
}

/** What a project got in a period: the sum, where, overtime, and who did it or on which days. */
export function ProjectHoursPart(props: ProjectHoursPartProps) {
  const today = useQuery(projectTodayQuery);
  if (today.data !== undefined) return <Hours {...props} today={today.data} />;
  return (
    <Answered query={today} skeleton={[2.75, 4, 8, 10]}>
      {() => null}
    </Answered>
  );
}

function Hours({ project, period, onPeriod, today }: ProjectHoursPartProps & { today: WorkDate }) {
  const shown = period ?? monthOf(today);
  const query = useQuery(projectHoursQuery(project.id, shown, "person"));
  return (
    <>
      <div className="td-head project-when">
        <ProjectPeriod period={shown} today={today} onChange={onPeriod} />
      </div>
      <Answered query={query} skeleton={[4, 8, 10]}>
        {(hours) => <Figures hours={hours} period={shown} />}
      </Answered>
    </>
  );
}

function Figures({ hours, period }: { hours: ProjectHours; period: Period }) {
  const m = useWords();
  if (hours.minutes === 0) return <EmptyState>{m["project.noHours"]}</EmptyState>;
  return (
    <>
      <dl className="td-head project-figures">
        <div>
          <dd className="td-figure">
            <Length minutes={hours.minutes} />
          </dd>
          <dt className="td-small td-second">{m["project.total"]}</dt>
        </div>
        <div>
          <dd className="td-figure">{hours.people}</dd>
          <dt className="td-small td-second">{m["project.workers"]}</dt>
        </div>
      </dl>
      <div className="td-body project-body">
        <PlaceCard hours={hours} />
        <OvertimeCard hours={hours} />
        <ProjectRows project={hours.project} period={period} />
      </div>
    </>
  );
}
