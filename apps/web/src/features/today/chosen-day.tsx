import { clockTime, duration, timeSpan } from "../../format.ts";
import { useMessage } from "../../message.ts";
import { goTo, hashOf } from "../../route.ts";
import { useSession } from "../../session.ts";
import { basisText } from "../../ui/basis.ts";
import { Button } from "../../ui/button.tsx";
import { Length } from "../../ui/length.tsx";
import { ProjectMark } from "../../ui/project-mark.tsx";
import { SaveState } from "../../ui/save-state.tsx";
import { WarningTag } from "../../ui/warning-tag.tsx";
import type { Day, Open } from "./day.ts";
import { Matters } from "./matters.tsx";
import { type PartRow, partRows } from "./part-rows.ts";
import { openQuestions } from "./questions.ts";
import { savingOf } from "./saving.ts";

const told = new Set(["running", "unassigned", "missing-out"]);

/** A day whose project is known: its parts with times and reasons, the way to change it, what is still open. */
export function ChosenDay({ day, onOpen }: { day: Day; onOpen: (sheet: Open) => void }) {
  const { view, today } = day;
  const rows = partRows(view.workday);
  const odd = view.workday.details.filter(({ name }) => !told.has(name));
  return (
    <>
      <section className="td-card td-today-parts">
        {odd.length > 0 && (
          <p className="td-today-tags">
            {odd.map((one) => (
              <WarningTag key={one.name} of={one} />
            ))}
          </p>
        )}
        <ul>
          {rows.length === 0 && <NotYet day={day} />}
          {rows.map((row) => (
            <Row key={`${row.part.project}${row.part.fact}${row.part.basis}`} row={row} day={day} />
          ))}
        </ul>
      </section>
      <Acts day={day} hasRows={rows.length > 0} onOpen={onOpen} />
      <Matters today={today.date} questions={openQuestions(day)} isRunning={view.isRunning} />
    </>
  );
}

/** Another project from now on, or for the whole day; or several of them. */
function Acts({ day, hasRows, onOpen }: { day: Day; hasRows: boolean; onOpen: (sheet: Open) => void }) {
  const m = useMessage();
  const isFinished = day.view.mode === "finished";
  // Minutes that a split has taken do not follow a pick.
  const isSplit = (day.today.split?.parts.length ?? 0) > 0;
  const label = isFinished ? "today.correct" : hasRows ? "today.switch" : "today.changeProject";
  return (
    <div className="td-today-acts">
      {!isSplit && (
        <Button
          kind="tint"
          icon={isFinished ? "edit" : "swap"}
          tall
          onClick={() => onOpen(isFinished || !hasRows ? "correct" : "switch")}
        >
          {m[label]}
        </Button>
      )}
      <Button kind={isSplit ? "tint" : "outline"} icon="split" tall onClick={() => goTo(hashOf("today", "split"))}>
        {m["today.split"]}
      </Button>
    </div>
  );
}

function Row({ row: { part, times, minutes, isRunning }, day }: { row: PartRow; day: Day }) {
  const m = useMessage();
  const { projects, today } = day;
  const me = useSession()?.person.id;
  const project = part.project === null ? undefined : projects.get(part.project);
  const name = project?.name ?? (part.other ? m["line.other"] : m["line.unassigned"]);
  const last = times.length - 1;
  const when = times.map(({ start, end }, index) =>
    isRunning && index === last ? m["today.since"](clockTime(start, m.lang)) : timeSpan(start, end, m.lang),
  );
  return (
    <li className="td-today-part">
      {project ? (
        <ProjectMark project={project} striped={day.striped.has(project.id)} />
      ) : (
        <span className="td-mark td-today-nobody">?</span>
      )}
      <div>
        <h2>
          <b>{name}</b>
        </h2>
        <p className="td-small td-second">{when.join(m["today.until"])}</p>
        <p className="td-small td-weak">{basisText(m, part, today.picks, me)}</p>
      </div>
      <p className="td-today-minutes">
        <b>
          <Length minutes={minutes} />
        </b>
        {isRunning && <span className="td-today-running">{m["line.running"]}</span>}
      </p>
    </li>
  );
}

/** Chosen, but nothing counts yet. */
function NotYet({ day }: { day: Day }) {
  const m = useMessage();
  const { view, projects } = day;
  const saving = view.firstOn === null ? savingOf(m, day) : null;
  const project = view.project === null ? undefined : projects.get(view.project);
  if (project === undefined) return null;
  return (
    <li className="td-today-part">
      <ProjectMark project={project} />
      <div>
        <h2>
          <b>{project.name}</b>
        </h2>
        <p className="td-small td-weak">{m["basis.pickDay"]}</p>
        {saving && <SaveState of={saving} />}
      </div>
      <p className="td-today-minutes">
        <b>{duration(0)}</b>
      </p>
    </li>
  );
}
