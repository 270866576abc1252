import { useState } from "react";
import type { ProjectHours } from "../../api.ts";
import { duration } from "../../format.ts";
import { Button } from "../../ui/button.tsx";
import { Length } from "../../ui/length.tsx";
import { slotStyle } from "../../ui/project-mark.tsx";
import { Segments } from "../../ui/segments.tsx";
import { PlaceBar } from "./project-place.tsx";
import { rowName } from "./project-row-name.ts";
import { ProjectTable } from "./project-table.tsx";
import { inOrder, places } from "./project-tally.ts";
import { useWords, type Words } from "./project-words.ts";

interface ProjectRowsProps {
  readonly hours: ProjectHours;
  readonly by: "person" | "day";
  readonly onBy: (by: "person" | "day") => void;
}

const fewRows = 20;

/** Who did it, or on which days: as bars by place, or as a table. */
export function ProjectRows({ hours, by, onBy }: ProjectRowsProps) {
  const m = useWords();
  const [as, setAs] = useState<"bars" | "table">("bars");
  const [isAll, setAll] = useState(false);
  const rows = inOrder(hours);
  const shown = isAll || hours.by === "day" ? rows : rows.slice(0, fewRows);
  const hidden = rows.length - shown.length;
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
          onChange={onBy}
        />
        <Segments
          label={m["project.as"]}
          options={{ bars: m["project.as.bars"], table: m["project.as.table"] }}
          value={as}
          onChange={setAs}
        />
      </div>
      {as === "table" ? <ProjectTable hours={hours} rows={shown} /> : <Bars hours={hours} rows={shown} />}
      {hidden > 0 && (
        <Button block kind="tint" onClick={() => setAll(true)}>
          {m["project.more"](hidden)}
        </Button>
      )}
    </section>
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
