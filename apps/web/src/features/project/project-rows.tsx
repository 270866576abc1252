import { useQuery } from "@tanstack/react-query";
import type { WorkDate } from "@today/core/time/date";
import { useState } from "react";
import type { ProjectBrief, ProjectHours } from "../../api.ts";
import { duration } from "../../format.ts";
import type { Period } from "../../period.ts";
import { Answered } from "../../ui/answered.tsx";
import { Button } from "../../ui/button.tsx";
import { Length } from "../../ui/length.tsx";
import { PlaceBar, places } from "../../ui/place-bar.tsx";
import { slotStyle } from "../../ui/project-mark.tsx";
import { Segments } from "../../ui/segments.tsx";
import { projectHoursQuery } from "./project-queries.ts";
import { rowName } from "./project-row-name.ts";
import { ProjectTable } from "./project-table.tsx";
import { inOrder } from "./project-tally.ts";
import { useWords, type Words } from "./project-words.ts";

interface ProjectRowsProps {
  readonly project: ProjectBrief;
  readonly period: Period;
  readonly by: "day" | "task";
  /** Opens a day to its people. */
  readonly onDay: (date: WorkDate) => void;
}

type As = "bars" | "table";

/** The days or tasks of a period: as bars by place, or as a table. */
export function ProjectRows({ project, period, by, onDay }: ProjectRowsProps) {
  const m = useWords();
  const [as, setAs] = useState<As>("bars");
  const query = useQuery(projectHoursQuery(project.id, period, by));
  return (
    <>
      <div className="project-views">
        <Segments
          label={m["project.as"]}
          options={{ bars: m["project.as.bars"], table: m["project.as.table"] }}
          value={as}
          onChange={setAs}
        />
      </div>
      <Answered query={query} skeleton={[2, 2, 2, 2, 2]}>
        {(hours) => <Rows hours={hours} as={as} onDay={onDay} />}
      </Answered>
    </>
  );
}

const fewRows = 20;

function Rows({ hours, as, onDay }: { hours: ProjectHours; as: As; onDay: ProjectRowsProps["onDay"] }) {
  const m = useWords();
  const [isAll, setAll] = useState(hours.by === "day");
  const rows = inOrder(hours);
  const shown = isAll ? rows : rows.slice(0, fewRows);
  const hidden = rows.length - shown.length;
  if (rows.length === 0) return <p className="project-none">{m["report.noDays"]}</p>;
  return (
    <>
      {as === "table" ? <ProjectTable hours={hours} rows={shown} /> : <Bars hours={hours} rows={shown} onDay={onDay} />}
      {hidden > 0 && (
        <Button block kind="tint" onClick={() => setAll(true)}>
          {m["project.more"](hidden)}
        </Button>
      )}
    </>
  );
}

type Row = ProjectHours["rows"][number];

interface BarsProps {
  readonly hours: ProjectHours;
  readonly rows: readonly Row[];
  readonly onDay: ProjectRowsProps["onDay"];
}

function Bars({ hours, rows, onDay }: BarsProps) {
  const m = useWords();
  const most = Math.max(1, ...hours.rows.map(({ minutes }) => minutes));
  return (
    <ul className="project-bars" style={slotStyle(hours.project.color)}>
      {rows.map((row) => (
        <li key={row.key}>
          <span className="project-row-name">
            {hours.by === "day" ? (
              <button type="button" className="report-open-day" onClick={() => onDay(row.key)}>
                {rowName(m, hours.by, row)}
              </button>
            ) : (
              <span>{rowName(m, hours.by, row)}</span>
            )}
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
  return parts.map((name) => `${m[`report.place.${name}`]} ${duration(place[name])}`).join(m["project.between"]);
}
