import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Costs } from "../../api.ts";
import { percentOf, yuan } from "../../money.ts";
import { hashOf } from "../../route.ts";
import { Answered } from "../../ui/answered.tsx";
import { BudgetAlerts } from "../../ui/budget-alerts.tsx";
import { BudgetBar } from "../../ui/budget-bar.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useIsWide } from "../../ui/media.ts";
import { ProjectMark, slotStyle, stripedIds } from "../../ui/project-mark.tsx";
import { CostFigures, CostHead, type CostShown, PartsChoice, WithoutRate } from "./cost-head.tsx";
import type { Parts } from "./cost-parts.ts";
import { costsQuery } from "./cost-queries.ts";
import { CostParts, CostTable } from "./cost-table.tsx";
import { useWords } from "./cost-words.ts";

/** What every project has cost in some months: a table on a computer, cards on a phone. */
export function CostList(shown: CostShown) {
  const m = useWords();
  const query = useQuery(costsQuery(shown.range));
  return (
    <>
      <CostHead {...shown} project={null}>
        <h1 className="manage-title">{m["manage.cost"]}</h1>
      </CostHead>
      <Answered query={query} skeleton={[4, 3, 8, 8, 8]}>
        {(costs) => <Answer costs={costs} />}
      </Answered>
    </>
  );
}

function Answer({ costs }: { costs: Costs }) {
  const m = useWords();
  const isWide = useIsWide();
  const [by, setBy] = useState<Parts>("kind");
  return (
    <>
      {costs.rows.length > 0 && <CostFigures total={costs.total} />}
      <div className="td-body cost-body">
        <BudgetAlerts projects={costs.rows.map(({ project }) => project)} few={isWide ? 4 : 1} />
        <WithoutRate minutes={costs.total.money.withoutRate} people={null} />
        {costs.rows.length === 0 && <EmptyState>{m["report.noHours"]}</EmptyState>}
        {costs.rows.length > 0 && isWide && <PartsChoice by={by} onChange={setBy} />}
        {costs.rows.length > 0 && (isWide ? <Table costs={costs} by={by} /> : <Cards costs={costs} />)}
        <p className="td-small td-weak">
          {[m["cost.payDays"](costs.payDays), m["report.mobileNote"], m["cost.budgetNote"], m["cost.adjusted"]].join(
            m.lang === "zh" ? "；" : "; ",
          )}
        </p>
      </div>
    </>
  );
}

function Table({ costs, by }: { costs: Costs; by: Parts }) {
  const m = useWords();
  const striped = stripedIds(costs.rows.map(({ project }) => project));
  return (
    <CostTable
      rows={costs.rows}
      total={costs.total}
      by={by}
      head={m["cost.project"]}
      keyOf={({ project }) => project.id}
      nameOf={({ project }) => (
        <a className="cost-open" href={hashOf("manage", "cost", project.id)} title={project.name}>
          <ProjectMark project={project} striped={striped.has(project.id)} />
          {project.shortName}
        </a>
      )}
      end={{ head: m["cost.budget"], of: (row) => <BudgetShare row={row} /> }}
    />
  );
}

function Cards({ costs }: { costs: Costs }) {
  const striped = stripedIds(costs.rows.map(({ project }) => project));
  return (
    <ul className="cost-cards">
      {costs.rows.map((row) => (
        <li key={row.project.id} className="td-card">
          <a className="cost-open" href={hashOf("manage", "cost", row.project.id)}>
            <ProjectMark project={row.project} striped={striped.has(row.project.id)} />
            {row.project.name}
          </a>
          <p className="td-figure">{yuan(row.money.fen)}</p>
          <BudgetShare row={row} />
          <CostParts of={row} />
        </li>
      ))}
    </ul>
  );
}

/** How much of the budget these months have taken. */
function BudgetShare({ row: { project, money, budgetFen } }: { row: Costs["rows"][number] }) {
  const m = useWords();
  if (budgetFen === null) return <span className="td-small td-weak">{m["cost.noBudget"]}</span>;
  const isOver = money.fen > budgetFen;
  return (
    <span className="cost-share" style={slotStyle(project.color)}>
      <BudgetBar used={money.fen} budget={budgetFen} />
      <span className="td-small td-second">
        <span data-over={isOver || undefined}>{m["cost.ofBudget"](percentOf(money.fen, budgetFen))}</span>
        <span>{m["cost.budgetIs"](yuan(budgetFen))}</span>
      </span>
    </span>
  );
}
