import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ProjectBrief, ProjectHours } from "../../api.ts";
import { duration } from "../../format.ts";
import type { Period } from "../../period.ts";
import { Answered } from "../../ui/answered.tsx";
import { Button } from "../../ui/button.tsx";
import { Length } from "../../ui/length.tsx";
import { slotStyle } from "../../ui/project-mark.tsx";
import { Segments } from "../../ui/segments.tsx";
import { PlaceBar } from "./project-place.tsx";
import { projectHoursQuery } from "./project-queries.ts";
import { rowName } from "./project-row-name.ts";
import { ProjectTable } from "./project-table.tsx";
import { inOrder, places } from "./project-tally.ts";
import { useWords, type Words } from "./project-words.ts";

interface ProjectRowsProps {
  readonly project: ProjectBrief;
  readonly period: Period;
}

type By = "person" | "day";
type As = "bars" | "table";

/** Who did it, or on which days: as bars by place, or as a table. */
export function ProjectRows({ project, period }: ProjectRowsProps) {
  const m = useWords();
  const [by, setBy] = useState<By>("person");
  const [as, setAs] = useState<As>("bars");
  const query = useQuery(projectHoursQuery(project.id, period, by));
  return (
    <section className="td-card project-rows" aria-labelledby="project-who">
      <h2 id="project-who" className="project-title">
        {m["project.who"]}
      </h2>
      <div className="project-views">
        <Segments
          label={m["project.by"]}
          options={{ person: m["project.by.person"], day: m["project.by.day"] }}
          value={by}
          onChange={setBy}
        />
        <Segments
          label={m["project.as"]}
          options={{ bars: m["project.as.bars"], table: m["project.as.table"] }}
          value={as}
          onChange={setAs}
        />
      </div>
      <Answered query={query} skeleton={[2, 2, 2, 2, 2]}>
        {(hours) => <Rows key={by} hours={hours} as={as} />}
      </Answered>
    </section>
  );
}

const fewRows = 20;

function Rows({ hours, as }: { hours: ProjectHours; as: As }) {
  const m = useWords();
  const [isAll, setAll] = useState(hours.by === "day");
  const rows = inOrder(hours);
  const shown = isAll ? rows : rows.slice(0, fewRows);
  const hidden = rows.length - shown.length;
  return (
    <>
      {as === "table" ? <ProjectTable hours={hours} rows={shown} /> : <Bars hours={hours} rows={shown} />}
      {hidden > 0 && (
        <Button block kind="tint" onClick={() => setAll(true)}>
          {m["project.more"](hidden)}
        </Button>
      )}
    </>
  );
}

type Row = ProjectHours["rows"][number];

function Bars({ hours, rows }: { hours: ProjectHours; rows: readonly Row[] }) {
  const m = useWords();
  const most = Math.max(1, ...hours.rows.map(({ minutes }) => minutes));
  return (
    <ul className="project-bars" style={slotStyle(hours.project.color)}>
      {rows.map((row) => (
        <li key={row.key}>
          <span className="project-row-name">
            <span>{rowName(m, hours.by, row)}</span>
            <span className="td-small td-weak">
              {hours.by === "day" ? m["project.people"](row.people) : m["project.dayCount"](row.days)}
            </span>
          </span>
          <b>
            <Length minutes={row.minutes} />
          </b>
          <PlaceBar place={row.place} of={most} />
          <span className="td-hidden">{placeWords(m, row)}</span>
        </li>
      ))}
    </ul>
  );
}

function placeWords(m: Words, { place }: Row): string {
  const parts = places.filter((name) => place[name] > 0);
  return parts.map((name) => `${m[`project.place.${name}`]} ${duration(place[name])}`).join(m["project.between"]);
}
