import { Hours } from "../../ui/hours.tsx";
import { HeatCell, type HeatRows, Overtime, weekName } from "./heat-cell.tsx";
import { useWords } from "./project-words.ts";

/** People by weeks as a table, for a wide screen. */
export function HeatTable({ report, people, most, onWeek }: HeatRows) {
  const m = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
    <section className="project-table report-heat" aria-label={m["report.by.person"]} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{m["report.person"]}</th>
            {report.weeks.map((week) => (
              <th key={week} scope="col">
                {weekName(m, report, week)}
              </th>
            ))}
            <th scope="col">{m["report.total"]}</th>
            <th scope="col">{m["report.monthOvertime"]}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((one) => (
            <Row key={one.person.id} of={one} {...{ report, most, onWeek }} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps extends Omit<HeatRows, "people"> {
  readonly of: HeatRows["people"][number];
}

function Row({ of, report, most, onWeek }: RowProps) {
  return (
    <tr>
      <th scope="row">
        <b>{of.person.name}</b> <span className="td-small td-second">{of.person.title}</span>
      </th>
      {report.weeks.map((week, n) => (
        <td key={week}>
          <HeatCell {...{ report, most, onWeek, week }} person={of.person} minutes={of.weeks[n] ?? 0} />
        </td>
      ))}
      <td>
        <Hours minutes={of.total} />
      </td>
      <td>
        <Overtime of={of} isBare />
      </td>
    </tr>
  );
}
