import type { ProjectHours } from "../../api.ts";
import { duration } from "../../format.ts";
import { places } from "../../ui/place-bar.tsx";
import { rowName } from "./project-row-name.ts";
import { overtimeKinds } from "./project-tally.ts";
import { useWords, type Words } from "./project-words.ts";

interface ProjectTableProps {
  readonly hours: ProjectHours;
  readonly rows: readonly ProjectHours["rows"][number][];
}

/** The figures behind the bars; on a narrow screen the table is moved sideways inside its frame. */
export function ProjectTable({ hours, rows }: ProjectTableProps) {
  const m = useWords();
  const { heads, cells } = columnsOf(m, hours);
  const sum = cells({ ...hours, days: 0 }).slice(1);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
    <section className="project-table" aria-label={m["project.as.table"]} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{m[firstHead[hours.by]]}</th>
            <Cells of={heads} isHead />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{rowName(m, hours.by, row)}</th>
              <Cells of={cells(row)} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{m["project.sum"]}</th>
            <Cells of={[hours.by === "day" ? hours.people : "", ...sum]} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

const firstHead = { person: "project.name", day: "project.day", task: "project.task" } as const;

/** The columns that hold anything: their heads, and their cells for a row or the sum. */
function columnsOf(m: Words, { by, place, overtime }: ProjectHours) {
  const shown = places.filter((name) => place[name] > 0);
  const kinds = overtimeKinds.filter((kind) => overtime[kind] > 0);
  const heads = [
    m[by === "day" ? "project.peopleHead" : "project.daysHead"],
    m["project.total"],
    ...shown.map((name) => m[`report.place.${name}`]),
    ...kinds.map((kind) => m[`report.kind.${kind}`]),
  ];
  const cells = (row: Figures) => [
    by === "day" ? row.people : row.days,
    duration(row.minutes),
    ...shown.map((name) => duration(row.place[name])),
    ...kinds.map((kind) => duration(row.overtime[kind])),
  ];
  return { heads, cells };
}

type Figures = Pick<ProjectHours["rows"][number], "minutes" | "people" | "days" | "place" | "overtime">;

function Cells({ of, isHead = false }: { of: readonly (string | number)[]; isHead?: boolean }) {
  return of.map((cell, index) =>
    isHead ? (
      <th key={index} scope="col">
        {cell}
      </th>
    ) : (
      <td key={index}>{cell}</td>
    ),
  );
}
