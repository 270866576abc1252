import { type ReactNode, useState } from "react";
import type { ProjectReport } from "../../api.ts";
import { hoursOf } from "../../hour-sums.ts";
import { Icon } from "../../ui/icon.tsx";
import { slotStyle } from "../../ui/project-mark.tsx";
import { Segments } from "../../ui/segments.tsx";
import { BurnChart } from "./burn-chart.tsx";
import { burnDown } from "./burn-down.ts";
import { BurnTable } from "./burn-table.tsx";
import { forecastTold, hoursStand, type Told } from "./forecast-words.ts";
import { useWords } from "./project-words.ts";

interface BurnCardProps {
  readonly report: ProjectReport;
  /** The way to set the budget, for those who may. */
  readonly action: ReactNode;
}

/** Whether the budget holds, in a sentence, and what was left when, as a chart or a table. */
export function BurnCard({ report, action }: BurnCardProps) {
  const m = useWords();
  const [as, setAs] = useState<"chart" | "table">("chart");
  const stand = hoursStand(report);
  const burn = burnDown(report);
  if (stand === null || burn === null) return <NoBudget>{action}</NoBudget>;
  const { forecast } = report;
  return (
    <section className="td-card report-burn" aria-labelledby="report-burn" style={slotStyle(report.project.color)}>
      <div className="report-card-head">
        <h2 id="report-burn" className="project-title">
          {m["report.burn"]}
        </h2>
        <Segments
          label={m["report.as"]}
          options={{ chart: m["report.chart"], table: m["report.table"] }}
          value={as}
          onChange={setAs}
        />
      </div>
      <Sentence told={forecastTold(m, stand)} />
      {burn.ends !== null && forecast !== null && (
        <p className="td-small td-weak report-basis">{m["report.basis"](hoursOf(forecast.weekly))}</p>
      )}
      {as === "chart" ? <BurnChart burn={burn} today={stand.today} /> : <BurnTable burn={burn} today={stand.today} />}
      <div className="report-act">{action}</div>
    </section>
  );
}

function NoBudget({ children }: { children: ReactNode }) {
  const m = useWords();
  return (
    <section className="td-card report-burn report-none">
      <p className="td-second">{m["report.noHoursBudget"]}</p>
      {children}
    </section>
  );
}

const signs = { todo: "flag", good: "check-circle", fact: "clock" } as const;

/** A forecast's sentence with its sign; amber where something can be done. */
export function Sentence({ told }: { told: Told }) {
  return (
    <p className="report-sentence" data-tone={told.tone}>
      <Icon name={signs[told.tone]} />
      <b>{told.text}</b>
    </p>
  );
}
