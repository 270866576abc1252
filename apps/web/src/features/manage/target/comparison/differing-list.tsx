import { duration, longDate } from "../../../../format.ts";
import { Button } from "../../../../ui/button.tsx";
import { Length } from "../../../../ui/length.tsx";
import { Tag } from "../../../../ui/tag.tsx";
import { type Compared, isElsewhere } from "./comparing.ts";
import { useComparisonWords } from "./words.ts";

interface DifferingListProps {
  readonly rows: readonly Compared[];
  /** Whether one may mend, and may do so now. */
  readonly mending: { readonly isOffered: boolean; readonly isFree: boolean };
  readonly onMend: (key: string) => void;
  readonly onMore: (() => void) | null;
}

/** The worklogs on which both sides do not agree: whose, how much on each side, what happened, and making it ours. */
export function DifferingList({ rows, mending, onMend, onMore }: DifferingListProps) {
  const m = useComparisonWords();
  return (
    <>
      <ul className="td-card comparison-rows">
        {rows.map((row) => (
          <Row key={row.key} of={row} mending={mending} onMend={onMend} />
        ))}
      </ul>
      {onMore !== null && (
        <Button block onClick={onMore}>
          {m["comparison.more"]}
        </Button>
      )}
    </>
  );
}

interface RowProps extends Pick<DifferingListProps, "mending" | "onMend"> {
  readonly of: Compared;
}

function Row({ of, mending, onMend }: RowProps) {
  const m = useComparisonWords();
  const { person, project, match, records } = of;
  const day = longDate(of.date, m.lang);
  return (
    <li className="comparison-row">
      <div className="comparison-who">
        <p>
          <b>{person.name}</b> <span className="td-small td-second">{day}</span>
        </p>
        <p className="td-small td-second">{project.name}</p>
      </div>
      <p className="comparison-cause">
        {match !== "same" && match !== "unread" && <Tag tone="todo">{m[`comparison.match.${match}`]}</Tag>}
        {isElsewhere(of) && <span className="td-small td-second">{m["comparison.elsewhere"]}</span>}
        {(records ?? 0) > 1 && <span className="td-small td-second">{m["comparison.records"](records ?? 0)}</span>}
      </p>
      <dl className="comparison-both">
        <Side name={m["comparison.ours"]} minutes={of.ours} />
        <Side name={m["comparison.theirs"]} minutes={of.theirs} />
      </dl>
      {mending.isOffered &&
        (of.mendable ? (
          <Button
            kind="tint"
            aria-label={m["comparison.mendOf"](person.name, day)}
            disabled={!mending.isFree}
            onClick={() => onMend(of.key)}
          >
            {m["comparison.mend"]}
          </Button>
        ) : (
          <p className="td-small td-second">{m["comparison.still"]}</p>
        ))}
    </li>
  );
}

function Side({ name, minutes }: { name: string; minutes: number | null }) {
  return (
    <div>
      <dt className="td-small td-second">{name}</dt>
      <dd>
        <b>{minutes === null ? duration(0) : <Length minutes={minutes} />}</b>
      </dd>
    </div>
  );
}
