import type { ProjectReport } from "../../api.ts";
import { hoursOf } from "../../hour-sums.ts";
import { Hours } from "../../ui/hours.tsx";
import type { Figure } from "./figure.ts";
import { dayText } from "./forecast-words.ts";
import { FigureButton } from "./project-place.tsx";
import { useWords, type Words } from "./project-words.ts";
import { weeklyOf } from "./weekly.ts";

interface ReportFiguresProps {
  readonly report: ProjectReport;
  readonly onFigure: (figure: Figure) => void;
}

/** The three numbers of a project: used, of the budget, and a week's. */
export function ReportFigures({ report, onFigure }: ReportFiguresProps) {
  const m = useWords();
  const { used, budget, percent } = report;
  const weekly = weeklyOf(report);
  return (
    <ul className="td-head report-figures">
      <li>
        <FigureButton figure={{ of: "all" }} onFigure={onFigure}>
          <span className="td-figure">
            <Hours minutes={used} />
          </span>
          <span className="td-small td-second">
            {budget?.minutes ? m["report.ofBudget"](hoursOf(budget.minutes)) : m["report.used"]}
          </span>
        </FigureButton>
      </li>
      {percent !== null && (
        <li>
          <FigureButton figure={{ of: "all" }} onFigure={onFigure}>
            <span className="td-figure">{`${percent}%`}</span>
            <span className="td-small td-second">{passedText(m, report)}</span>
          </FigureButton>
        </li>
      )}
      <li>
        <FigureButton figure={{ of: "all" }} onFigure={onFigure}>
          <span className="td-figure">
            <Hours minutes={weekly.minutes} />
          </span>
          <span className="td-small td-second">{m[weekly.isShort ? "report.weeklyShort" : "report.weekly"]}</span>
        </FigureButton>
      </li>
    </ul>
  );
}

function passedText(m: Words, { passed, now }: ProjectReport): string {
  if (passed === null) return m["report.usedPercent"];
  return m["report.passed"](dayText(passed.at.slice(0, 10), now.slice(0, 10)), passed.level);
}
