import type { ProjectReport } from "../../api.ts";
import { hoursOf } from "../../hour-sums.ts";
import { percentOf, yuan } from "../../money.ts";
import { hashOf } from "../../route.ts";
import { BudgetBar } from "../../ui/budget-bar.tsx";
import { places } from "../../ui/place-bar.tsx";
import { slotStyle } from "../../ui/project-mark.tsx";
import { Sentence } from "./burn-card.tsx";
import { forecastTold, moneyStand } from "./forecast-words.ts";
import { overtimeKinds } from "./project-tally.ts";
import { useWords } from "./project-words.ts";

const kinds = ["regular", ...overtimeKinds] as const;

/** What it has cost, for finance; nothing for everybody else, whose answer holds no money. */
export function MoneyCard({ report }: { report: ProjectReport }) {
  const m = useWords();
  const { money, project } = report;
  if (money === undefined) return null;
  const stand = moneyStand(report);
  return (
    <section className="td-card report-money" aria-labelledby="report-money" style={slotStyle(project.color)}>
      <h2 id="report-money" className="project-title">
        {m["report.money"]}
      </h2>
      <p className="td-figure">{yuan(money.fen)}</p>
      <p className="td-small td-second">
        {stand === null
          ? m["report.moneyNoBudget"]
          : `${m["report.moneyOf"](yuan(stand.budget))} · ${percentOf(stand.used, stand.budget)}%`}
      </p>
      {stand && <BudgetBar used={stand.used} budget={stand.budget} />}
      {stand && <Sentence told={forecastTold(m, stand)} />}
      <div className="report-fen">
        <dl>
          {kinds.map((kind) => (
            <Fen key={kind} name={m[`report.kind.${kind}`]} fen={money.kinds[kind]} />
          ))}
        </dl>
        <dl>
          {places.map((place) => (
            <Fen key={place} name={m[`report.place.${place}`]} fen={money.places[place]} />
          ))}
        </dl>
      </div>
      {money.withoutRate > 0 && (
        <p className="report-todo">
          {m["report.withoutRate"](hoursOf(money.withoutRate))}{" "}
          <a href={hashOf("manage", "people")}>{m["report.toRates"]}</a>
        </p>
      )}
    </section>
  );
}

function Fen({ name, fen }: { name: string; fen: number }) {
  return (
    <div>
      <dt className="td-second">{name}</dt>
      <dd>{yuan(fen)}</dd>
    </div>
  );
}
