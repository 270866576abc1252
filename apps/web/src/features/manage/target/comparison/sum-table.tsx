import { thousands } from "../../../../money.ts";
import { Length } from "../../../../ui/length.tsx";
import { type Line, totalOf } from "./comparing.ts";
import { useComparisonWords } from "./words.ts";

interface SumTableProps {
  readonly lines: readonly Line[];
  /** Those of the sum at the foot, shown or not. */
  readonly all: readonly Line[];
  readonly by: "projects" | "people";
}

/** The same numbers in rows; moved sideways in its frame where it is too wide. */
export function SumTable({ lines, all, by }: SumTableProps) {
  const m = useComparisonWords();
  const total = totalOf(all);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
    <section className="comparison-table" aria-label={m["comparison.as.table"]} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{m[by === "projects" ? "comparison.project" : "comparison.person"]}</th>
            <th scope="col">{m["comparison.ours"]}</th>
            <th scope="col">{m["comparison.theirs"]}</th>
            <th scope="col">{m["comparison.notRead"]}</th>
            <th scope="col">{m["comparison.differing"]}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">{line.name}</th>
              <Cells of={line} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{m["comparison.sum"]}</th>
            <Cells of={total} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Cells({ of: { ours, theirs, unread, differing } }: { of: Omit<Line, "id" | "name" | "title"> }) {
  return (
    <>
      {[ours, theirs, unread].map((minutes, index) => (
        <td key={index}>
          <Length minutes={minutes} />
        </td>
      ))}
      <td>{thousands(differing)}</td>
    </>
  );
}
