import { useQuery } from "@tanstack/react-query";
import type { WorkDate } from "@today/core/time/date";
import { type ReactNode, useState } from "react";
import type { Project, ProjectReport } from "../../api.ts";
import { longDate } from "../../format.ts";
import { useSession } from "../../session.ts";
import { Answered } from "../../ui/answered.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { BudgetForm } from "./budget-form.tsx";
import { BurnCard } from "./burn-card.tsx";
import { FigureDays, PeopleOfDay } from "./days-sheet.tsx";
import { type Figure, figureName } from "./figure.ts";
import type { PersonAndWeek } from "./heat-cell.tsx";
import { weekName } from "./heat-cell.tsx";
import { MoneyCard } from "./money-card.tsx";
import { PersonWeek } from "./person-week.tsx";
import { KindsCard, PlaceCard, StatesCard } from "./project-place.tsx";
import { reportQuery } from "./project-queries.ts";
import { seesDays, setsBudget } from "./project-tally.ts";
import { useWords, type Words } from "./project-words.ts";
import { ReportFigures } from "./report-figures.tsx";
import { WhoCard } from "./who-card.tsx";
import "./report-chart.css";
import "./report.css";

/** What a project has used, whether its budget holds, and where, when and by whom it was done; `children` come last. */
export function ReportPart({ project, children }: { project: Project; children?: ReactNode }) {
  const query = useQuery(reportQuery(project.id));
  return (
    <Answered query={query} skeleton={[4, 20, 8, 6, 16]} asOf={({ now }) => now}>
      {(report) => (
        <Report project={project} report={report}>
          {children}
        </Report>
      )}
    </Answered>
  );
}

type Open = { readonly figure: Figure } | { readonly day: WorkDate } | { readonly cell: PersonAndWeek } | "budget";

interface ReportProps {
  readonly project: Project;
  readonly report: ProjectReport;
}

function Report({ project, report, children }: ReportProps & { children: ReactNode }) {
  const session = useSession();
  const [open, setOpen] = useState<Open | null>(null);
  const onFigure = (figure: Figure) => setOpen({ figure });
  const opensDays = session !== null && seesDays(session, project);
  const states = <StatesCard report={report} answers={opensDays} />;
  const setting = session !== null && setsBudget(session, project) && (
    <BudgetButton report={report} onClick={() => setOpen("budget")} />
  );
  return (
    <>
      {report.used === 0 ? (
        <Nothing>{setting}</Nothing>
      ) : (
        <>
          <ReportFigures report={report} onFigure={onFigure} />
          <div className="td-body report-body">
            <BurnCard report={report} action={setting} />
            <div className="report-side">
              <PlaceCard report={report} onFigure={onFigure} />
              <KindsCard report={report} onFigure={onFigure} />
              {report.money && states}
            </div>
            <div className="report-more">{report.money ? <MoneyCard report={report} /> : states}</div>
            <WhoCard
              project={project}
              report={report}
              onWeek={opensDays ? (cell) => setOpen({ cell }) : null}
              onDay={(day) => setOpen({ day })}
            />
            {children}
          </div>
        </>
      )}
      <ReportSheet project={project} report={report} open={open} onClose={() => setOpen(null)} />
    </>
  );
}

function Nothing({ children }: { children: ReactNode }) {
  const m = useWords();
  return <EmptyState action={children}>{m["report.noHours"]}</EmptyState>;
}

function BudgetButton({ report: { budget }, onClick }: { report: ProjectReport; onClick: () => void }) {
  const m = useWords();
  return (
    <Button kind="tint" icon={budget === null ? "plus" : "edit"} onClick={onClick}>
      {m[budget === null ? "report.setBudget" : "report.editBudget"]}
    </Button>
  );
}

interface ReportSheetProps extends ReportProps {
  readonly open: Open | null;
  readonly onClose: () => void;
}

function ReportSheet({ project, report, open, onClose }: ReportSheetProps) {
  const m = useWords();
  const isOpen = open !== null;
  return (
    <Sheet isOpen={isOpen} title={isOpen ? titleOf(m, report, open) : ""} onClose={onClose}>
      {open === "budget" && (
        <BudgetForm
          project={project.id}
          budget={report.budget}
          seesMoney={report.money !== undefined}
          onSaved={onClose}
        />
      )}
      {isOpen && open !== "budget" && "figure" in open && (
        <FigureDays project={project} figure={open.figure} today={report.now.slice(0, 10)} />
      )}
      {isOpen && open !== "budget" && "day" in open && (
        <PeopleOfDay project={project} figure={{ of: "all" }} date={open.day} />
      )}
      {isOpen && open !== "budget" && "cell" in open && <PersonWeek project={project} {...open.cell} />}
    </Sheet>
  );
}

function titleOf(m: Words, report: ProjectReport, open: Open): string {
  if (open === "budget") return m[report.budget === null ? "report.setBudget" : "report.editBudget"];
  if ("figure" in open) return m["report.days"](figureName(m, open.figure));
  if ("day" in open) return longDate(open.day, m.lang);
  return m["report.personWeek"](open.cell.person.name, weekName(m, report, open.cell.week));
}
