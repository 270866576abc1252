import { useState } from "react";
import { useAlerts } from "../alerts.ts";
import type { ProjectBrief } from "../api.ts";
import { type BudgetAlert, budgetAlerts } from "../budget-alerts.ts";
import { cutMiddle } from "../format.ts";
import { useReportWords } from "../report-words.ts";
import { hashOf } from "../route.ts";
import { Icon } from "./icon.tsx";
import "./budget-alerts.css";

const longestName = 14;

interface BudgetAlertsProps {
  /** Those whose short names are known. */
  readonly projects: readonly ProjectBrief[];
  /** How many have room in a line. */
  readonly few?: number;
}

/** Budgets that have passed a level, in one line; each name leads to its project. Nothing where there are none. */
export function BudgetAlerts({ projects, few = 1 }: BudgetAlertsProps) {
  const m = useReportWords();
  const [isAll, setAll] = useState(false);
  const alerts = budgetAlerts(useAlerts());
  if (alerts.length === 0) return null;
  const shortNames = new Map(projects.map(({ id, shortName }) => [id, shortName]));
  const shown = isAll ? alerts : alerts.slice(0, few);
  return (
    <section className="td-budget-alerts" aria-label={m["report.alerts"]}>
      <Icon name="flag" />
      <ul>
        {shown.map((alert) => (
          <li key={alert.project}>
            <a href={hashOf("team", "projects", alert.project)}>
              {shortNames.get(alert.project) ?? cutMiddle(alert.name, longestName)} <b>{levelText(m, alert)}</b>
            </a>
          </li>
        ))}
        {alerts.length > shown.length && (
          <li>
            <button type="button" className="td-plain" onClick={() => setAll(true)}>
              {m["report.moreAlerts"](alerts.length - shown.length)}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}

function levelText(m: ReturnType<typeof useReportWords>, { unit, level }: BudgetAlert): string {
  return m[unit === "hours" ? "report.alertHours" : "report.alertMoney"](level);
}
