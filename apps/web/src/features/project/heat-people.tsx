import { useState } from "react";
import type { ProjectReport } from "../../api.ts";
import { Button } from "../../ui/button.tsx";
import { useIsWide } from "../../ui/media.ts";
import { slotStyle } from "../../ui/project-mark.tsx";
import { mostIn } from "./heat.ts";
import { HeatCell, type HeatRows, Overtime } from "./heat-cell.tsx";
import { HeatTable } from "./heat-table.tsx";
import { useWords } from "./project-words.ts";

interface HeatPeopleProps {
  readonly report: ProjectReport;
  readonly onWeek: HeatRows["onWeek"];
}

const fewPeople = 20;

/** People by weeks, darker where more was done, with the month's overtime; a table on a computer. */
export function HeatPeople({ report, onWeek }: HeatPeopleProps) {
  const m = useWords();
  const isWide = useIsWide();
  const [isAll, setAll] = useState(false);
  const shown = isAll ? report.people : report.people.slice(0, fewPeople);
  const hidden = report.people.length - shown.length;
  const List = isWide ? HeatTable : HeatCards;
  return (
    <div style={slotStyle(report.project.color)}>
      <List report={report} people={shown} most={mostIn(report.people)} onWeek={onWeek} />
      <p className="td-small td-weak">{m["report.overtimeRest"]}</p>
      {hidden > 0 && (
        <Button block kind="tint" onClick={() => setAll(true)}>
          {m["report.more"](hidden)}
        </Button>
      )}
    </div>
  );
}

function HeatCards({ report, people, most, onWeek }: HeatRows) {
  return (
    <ul className="report-people">
      {people.map((one) => (
        <li key={one.person.id}>
          <span className="report-person">
            <span>
              <b>{one.person.name}</b> <span className="td-small td-second">{one.person.title}</span>
            </span>
            <Overtime of={one} />
          </span>
          <ul className="report-weeks">
            {report.weeks.map((week, n) => (
              <li key={week}>
                <HeatCell {...{ report, most, onWeek, week }} person={one.person} minutes={one.weeks[n] ?? 0} isNamed />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
