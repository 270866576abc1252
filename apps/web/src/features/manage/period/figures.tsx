import type { PeriodDetail, PeriodFigures } from "../../../api.ts";
import { longDuration } from "../../../format.ts";
import { bigDuration, countText, whenText } from "./text.ts";
import { useWords } from "./words.ts";

/** What the period comes to: the three numbers, how they stand with their managers, overtime by its kinds. */
export function Figures({ answer: { period, figures, closings } }: { answer: PeriodDetail }) {
  const m = useWords();
  const last = closings.at(-1);
  const isKept = period.state === "closed" && last !== undefined;
  return (
    <section className="td-card period-figures" aria-label={m["period.sheet"]}>
      <p className="td-small td-second">
        {isKept ? m["period.kept"](whenText(last.at), last.by.name) : m["period.asNow"]}
      </p>
      <dl className="period-numbers">
        <Figure label={m["number.attended"]} minutes={figures.attended} />
        <Figure label={m["number.overtime"]} minutes={figures.overtimeApproved} />
        <Figure label={m["number.counted"]} minutes={figures.counted} isMain />
      </dl>
      <Standing figures={figures} />
      <h2 className="td-small td-second">{m["period.overtime"]}</h2>
      <dl className="period-numbers">
        {(["workday", "rest", "statutory"] as const).map((kind) => (
          <Figure key={kind} label={m[`period.overtime.${kind}`]} minutes={figures.overtime[kind]} />
        ))}
      </dl>
      <p className="td-small td-second">
        {[
          m["period.people"](countText(figures.people)),
          `${m["period.planned"]} ${bigDuration(figures.planned)}`,
          `${m["period.leave.sum"]} ${bigDuration(figures.leave)}`,
        ].join(" · ")}
      </p>
      <p className="td-small td-weak">{m["period.standard"]}</p>
    </section>
  );
}

/** How the counted hours stand: approved, returned and waiting are all of them. */
function Standing({ figures }: { figures: PeriodFigures }) {
  const m = useWords();
  const { counted, unassigned } = figures;
  return (
    <div className="period-standing">
      <div className="period-bar" aria-hidden="true">
        {counted > 0 &&
          (["approved", "rejected", "waiting"] as const).map((name) => (
            <span key={name} data-part={name} style={{ flexGrow: figures[name] }} />
          ))}
      </div>
      <dl className="period-legend">
        {(["approved", "rejected", "waiting"] as const).map((name) => (
          <div key={name} data-part={name}>
            <dt>{m[`period.${name}.sum`]}</dt>
            <dd>
              <Length minutes={figures[name]} />
              {name === "waiting" && unassigned > 0 && (
                <span className="td-small td-second"> {m["period.within"](bigDuration(unassigned))}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

interface FigureProps {
  readonly label: string;
  readonly minutes: number;
  readonly isMain?: boolean;
}

function Figure({ label, minutes, isMain = false }: FigureProps) {
  return (
    <div data-number={isMain ? "counted" : undefined}>
      <dt className="td-small td-second">{label}</dt>
      <dd>
        <Length minutes={minutes} />
      </dd>
    </div>
  );
}

function Length({ minutes }: { minutes: number }) {
  const m = useWords();
  return (
    <>
      <span aria-hidden="true">{bigDuration(minutes)}</span>
      <span className="td-hidden">{longDuration(minutes, m.lang)}</span>
    </>
  );
}
