import { duration } from "../../../../format.ts";
import { thousands } from "../../../../money.ts";
import { Icon } from "../../../../ui/icon.tsx";
import { Length } from "../../../../ui/length.tsx";
import { barsOf, isEqual, type Line } from "./comparing.ts";
import { useComparisonWords } from "./words.ts";

interface SumBarsProps {
  readonly lines: readonly Line[];
  /** Minutes of the whole width. */
  readonly longest: number;
}

/** Two bars a line, ours filled and theirs outlined, with their hours beside them; what was not read is dashed. */
export function SumBars({ lines, longest }: SumBarsProps) {
  return (
    <ul className="comparison-lines">
      {lines.map((line) => (
        <BarLine key={line.id} line={line} longest={longest} />
      ))}
    </ul>
  );
}

function BarLine({ line, longest }: { line: Line; longest: number }) {
  const m = useComparisonWords();
  const bars = barsOf(line, longest);
  return (
    <li className="comparison-line">
      <div className="td-row">
        <span>
          <b>{line.name}</b> {line.title !== null && <span className="td-small td-second">{line.title}</span>}
        </span>
        <Agreement line={line} />
      </div>
      <dl className="comparison-bars">
        <div>
          <dt className="td-small td-second">{m["comparison.ours"]}</dt>
          <dd aria-hidden="true" className="comparison-bar">
            <span data-side="ours" style={{ width: `${bars.ours}%` }} />
          </dd>
          <dd className="comparison-hours">
            <Length minutes={line.ours} />
          </dd>
        </div>
        <div>
          <dt className="td-small td-second">{m["comparison.theirs"]}</dt>
          <dd aria-hidden="true" className="comparison-bar">
            <span data-side="theirs" style={{ width: `${bars.theirs}%` }} />
            <span data-side="unread" style={{ width: `${bars.unread}%` }} />
          </dd>
          <dd className="comparison-hours">
            <Length minutes={line.theirs} />
          </dd>
        </div>
      </dl>
      {line.unread > 0 && <p className="td-small td-second">{m["comparison.unreadShort"](duration(line.unread))}</p>}
    </li>
  );
}

/** Whether both sides of a line agree: a tick, or how many worklogs do not; nothing while it is not known. */
function Agreement({ line }: { line: Line }) {
  const m = useComparisonWords();
  if (line.differing > 0)
    return (
      <span className="comparison-differs">
        <Icon name="alert" /> {m["comparison.count"](thousands(line.differing))}
      </span>
    );
  if (!isEqual(line)) return null;
  return (
    <span className="comparison-equal">
      <Icon name="check" strong /> {m["comparison.equal"]}
    </span>
  );
}
