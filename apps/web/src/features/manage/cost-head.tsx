import type { WorkDate } from "@today/core/time/date";
import type { ReactNode } from "react";
import { hoursOf } from "../../hour-sums.ts";
import { yuan } from "../../money.ts";
import { hashOf } from "../../route.ts";
import { ExportButton } from "../../ui/export-button.tsx";
import { Hours } from "../../ui/hours.tsx";
import { Segments } from "../../ui/segments.tsx";
import type { Parts } from "./cost-parts.ts";
import type { CostLine } from "./cost-table.tsx";
import { useWords } from "./cost-words.ts";
import type { MonthRange } from "./month-range.ts";
import { MonthRangeBar } from "./month-range-bar.tsx";

/** Which months of which day's year are shown. */
export interface CostShown {
  readonly today: WorkDate;
  readonly range: MonthRange;
  readonly onRange: (range: MonthRange) => void;
}

interface CostHeadProps extends CostShown {
  /** Null for all projects. */
  readonly project: string | null;
  readonly children: ReactNode;
}

/** The title, the file to take away, and the months. */
export function CostHead({ today, range, onRange, project, children }: CostHeadProps) {
  return (
    <header className="td-head cost-head">
      <div className="cost-name">
        <div>{children}</div>
        <ExportButton kinds={["cost", "hours", "approvals"]} today={today} project={project} />
      </div>
      <MonthRangeBar range={range} now={today.slice(0, 7)} onChange={onRange} />
    </header>
  );
}

/** The whole amount and the hours. */
export function CostFigures({ total }: { total: CostLine }) {
  const m = useWords();
  return (
    <dl className="td-head cost-figures">
      <div>
        <dd className="td-figure">{yuan(total.money.fen)}</dd>
        <dt className="td-small td-second">{m["cost.total"]}</dt>
      </div>
      <div>
        <dd className="td-figure">
          <Hours minutes={total.minutes} />
        </dd>
        <dt className="td-small td-second">{m["cost.hours"]}</dt>
      </div>
    </dl>
  );
}

/** Hours that cost nothing because nobody has said what their people cost: something to do. */
export function WithoutRate({ minutes, people }: { minutes: number; people: number | null }) {
  const m = useWords();
  if (minutes === 0) return null;
  return (
    <p className="cost-todo">
      <span>
        {people !== null && <b>{m["cost.peopleWithoutRate"](people)}</b>}
        <span>{m["report.withoutRate"](hoursOf(minutes))}</span>
      </span>
      <a href={hashOf("manage", "people")}>{m["cost.toPeople"]}</a>
    </p>
  );
}

/** Whether amounts are taken apart by kind or by place. */
export function PartsChoice({ by, onChange }: { by: Parts; onChange: (by: Parts) => void }) {
  const m = useWords();
  const options = { kind: m["cost.byKind"], place: m["cost.byPlace"] };
  return (
    <div className="cost-by">
      <Segments label={m["cost.parts"]} options={options} value={by} onChange={onChange} />
    </div>
  );
}
