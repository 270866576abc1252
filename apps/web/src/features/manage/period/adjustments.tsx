import type { AdjustmentView, PeriodSheet } from "../../../api.ts";
import { longDate } from "../../../format.ts";
import { ProjectMark, type ProjectsById, projectsById } from "../../../ui/project-mark.tsx";
import { lateOf, lateSum } from "./late.ts";
import { shortName, signed } from "./text.ts";
import { useWords } from "./words.ts";

/** 调整: what came late, from both sides: booked in this period, and about its days. */
export function Adjustments({ sheet }: { sheet: PeriodSheet }) {
  const m = useWords();
  const { here, about } = lateOf(sheet);
  const projects = projectsById(sheet.projects);
  return (
    <section className="td-card period-adjustments" aria-label={m["period.adjustments"]}>
      <h2 className="period-card-title">{m["period.adjustments"]}</h2>
      {here.length + about.length === 0 && <p className="td-second">{m["period.adjustmentsNone"]}</p>}
      <Side title={m["period.bookedHere"]} adjustments={here} projects={projects} />
      <Side title={m["period.aboutHere"]} adjustments={about} projects={projects} isAbout />
      {here.length > 0 && <p className="td-small td-second">{m["period.adjustedSum"](signed(lateSum(here)))}</p>}
    </section>
  );
}

interface SideProps {
  readonly title: string;
  readonly adjustments: readonly AdjustmentView[];
  readonly projects: ProjectsById;
  /** Seen from the days it is about: says where it is booked. */
  readonly isAbout?: boolean;
}

function Side({ title, adjustments, projects, isAbout = false }: SideProps) {
  const m = useWords();
  if (adjustments.length === 0) return null;
  return (
    <>
      <h3 className="td-small td-second">{title}</h3>
      <ul>
        {adjustments.map((one, index) => (
          <li key={`${one.person.id} ${one.date} ${one.at} ${index}`} className="period-late">
            <p className="period-line">
              <span>
                <b>{one.person.name}</b> <span className="td-second">{longDate(one.date, m.lang)}</span>
              </span>
              <b>{signed(one.counted)}</b>
            </p>
            <Parts of={one} projects={projects} isAbout={isAbout} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** On which projects it is, and attendance where that changed otherwise. */
function Parts({ of, projects, isAbout }: Pick<SideProps, "projects" | "isAbout"> & { readonly of: AdjustmentView }) {
  const m = useWords();
  const parts = of.parts.filter(({ minutes }) => minutes !== 0);
  return (
    <p className="period-late-parts td-small td-second">
      {parts.map(({ project: id, overtime, minutes }, index) => {
        const project = projects.get(id ?? "");
        return (
          <span key={`${id} ${overtime} ${index}`} className="period-project">
            {project && <ProjectMark project={project} />}
            {`${project?.shortName ?? m["line.unassigned"]} ${signed(minutes)}`}
          </span>
        );
      })}
      {isAbout && <span>{m["period.bookedIn"](shortName(m, of.bookedIn))}</span>}
      {of.attended !== of.counted && <span>{m["period.attendedBy"](signed(of.attended))}</span>}
    </p>
  );
}
