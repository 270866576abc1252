import type { ReactNode } from "react";
import { clockTime, minuteOf } from "../../../format.ts";
import { Length } from "../../../ui/length.tsx";
import type { Difference } from "./difference.ts";
import { columnName, columnText, figureText, notedText } from "./figure-text.ts";
import { useWords } from "./words.ts";

/** One figure as both sides have it, and what each rests on. */
export function Facts({ of }: { of: Difference }) {
  const m = useWords();
  const { person, figure, ours, theirs } = of;
  return (
    <>
      <p>
        <b>{person.name}</b> <span className="td-second">{m[`difference.figure.${figure}`]}</span>
      </p>
      <dl className="difference-both">
        {[["ours", ours] as const, ["theirs", theirs] as const].map(([side, value]) => (
          <div key={side}>
            <dt className="td-small td-second">{m[`difference.${side}`]}</dt>
            <dd className="td-figure">{figureText(m, figure, value)}</dd>
          </div>
        ))}
      </dl>
      <OurFacts of={of} />
      <TheirFacts of={of} />
    </>
  );
}

function OurFacts({ of: { date, facts } }: { of: Difference }) {
  const m = useWords();
  const { shift, planned, attended, leave, warnings, punches } = facts.ours;
  const noted = notedText(m, warnings);
  return (
    <Part title={m["difference.oursOn"]}>
      <dl className="difference-facts">
        <Fact name={m["difference.shift"]}>{shift ?? m["difference.noShift"]}</Fact>
        <Fact name={m["difference.planned"]}>
          <Length minutes={planned} />
        </Fact>
        <Fact name={m["difference.attended"]}>
          <Length minutes={attended} />
        </Fact>
        {leave > 0 && (
          <Fact name={m["difference.leave"]}>
            <Length minutes={leave} />
          </Fact>
        )}
        {noted !== "" && <Fact name={m["difference.noted"]}>{noted}</Fact>}
        <Fact name={m["difference.punches"]}>
          {punches.length === 0
            ? m["difference.noPunches"]
            : punches.map(({ at, type, valid }) => (
                <span key={at} className="difference-punch" data-invalid={!valid || undefined}>
                  {clockTime(minuteOf(at, date), m.lang)} {m[`difference.punch.${type ?? "none"}`]}
                  {!valid && ` · ${m["difference.punch.invalid"]}`}
                </span>
              ))}
        </Fact>
      </dl>
    </Part>
  );
}

function TheirFacts({ of: { facts } }: { of: Difference }) {
  const m = useWords();
  const columns = Object.entries(facts.theirs);
  return (
    <Part title={m["difference.theirsOn"]}>
      {columns.length === 0 ? (
        <p className="td-second">{m["difference.noColumns"]}</p>
      ) : (
        <dl className="difference-facts">
          {columns.map(([name, value]) => (
            <Fact key={name} name={columnName(m, name)}>
              {columnText(m, name, value)}
            </Fact>
          ))}
        </dl>
      )}
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="difference-part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="td-second">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
