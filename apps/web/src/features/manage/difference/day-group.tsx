import { longDate } from "../../../format.ts";
import { Icon } from "../../../ui/icon.tsx";
import { type Difference, type DifferentDay, isAt, type Place } from "./difference.ts";
import { figureText } from "./figure-text.ts";
import { useWords } from "./words.ts";

interface DayGroupProps {
  readonly of: DifferentDay;
  readonly chosen: Place | null;
  readonly onChoose: (one: Difference) => void;
}

/** What differs on one day, a person's figure a row. */
export function DayGroup({ of: { date, differences }, chosen, onChoose }: DayGroupProps) {
  const m = useWords();
  return (
    <section className="difference-day">
      <h2 className="td-small td-second">{m["difference.day"](longDate(date, m.lang), differences.length)}</h2>
      <ul className="td-card difference-rows">
        {differences.map((one) => (
          <li key={`${one.person.id} ${one.figure}`}>
            <button
              type="button"
              className="difference-row"
              aria-current={(chosen !== null && isAt(one, chosen)) || undefined}
              onClick={() => onChoose(one)}
            >
              <RowText one={one} />
              <Icon name="right" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function RowText({ one: { person, figure, ours, theirs, reason } }: { one: Difference }) {
  const m = useWords();
  return (
    <span className="difference-row-text">
      <span className="difference-who">
        <b>{person.name}</b> <span className="td-second">{m[`difference.figure.${figure}`]}</span>
      </span>
      <Sides ours={figureText(m, figure, ours)} theirs={figureText(m, figure, theirs)} />
      {reason !== null && <span className="td-small td-second difference-reason">{reason}</span>}
    </span>
  );
}

function Sides({ ours, theirs }: { ours: string; theirs: string }) {
  const m = useWords();
  return (
    <span className="difference-sides">
      <span>
        <span className="td-small td-second">{m["difference.ours"]}</span> <b>{ours}</b>
      </span>
      <span>
        <span className="td-small td-second">{m["difference.theirs"]}</span> <b>{theirs}</b>
      </span>
    </span>
  );
}
