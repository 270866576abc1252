import type { WorkDate } from "@today/core/time/date";
import { useState } from "react";
import type { Project, ProjectReport } from "../../api.ts";
import { monthOf, type Period } from "../../period.ts";
import { Segments } from "../../ui/segments.tsx";
import type { HeatRows } from "./heat-cell.tsx";
import { HeatPeople } from "./heat-people.tsx";
import { ProjectPeriod } from "./project-period.tsx";
import { ProjectRows } from "./project-rows.tsx";
import { useWords } from "./project-words.ts";

interface WhoCardProps {
  readonly project: Project;
  readonly report: ProjectReport;
  readonly onWeek: HeatRows["onWeek"];
  readonly onDay: (date: WorkDate) => void;
}

/** Who did it: people by weeks; or the days or tasks of a period. */
export function WhoCard({ project, report, onWeek, onDay }: WhoCardProps) {
  const m = useWords();
  const today = report.now.slice(0, 10);
  const [by, setBy] = useState<"person" | "day" | "task">("person");
  const [period, setPeriod] = useState<Period>(() => monthOf(today));
  return (
    <section className="td-card report-who" aria-labelledby="report-who">
      <div className="report-card-head">
        <h2 id="report-who" className="project-title">
          {m["report.who"]}
        </h2>
        <Segments
          label={m["report.by"]}
          options={{ person: m["report.by.person"], day: m["report.by.day"], task: m["report.by.task"] }}
          value={by}
          onChange={setBy}
        />
      </div>
      {by === "person" ? (
        <HeatPeople report={report} onWeek={onWeek} />
      ) : (
        <>
          <ProjectPeriod period={period} today={today} onChange={setPeriod} />
          <ProjectRows key={by} project={project} period={period} by={by} onDay={onDay} />
        </>
      )}
    </section>
  );
}
