import { openLink } from "../../dingtalk.ts";
import { clockTime, duration, longDate } from "../../format.ts";
import { useMessage } from "../../message.ts";
import { useSettings } from "../../session.ts";
import { Button } from "../../ui/button.tsx";
import { DayLine } from "../../ui/day-line.tsx";
import { axisOf, drawnParts, ticksOf } from "../../ui/day-parts.ts";
import { Icon } from "../../ui/icon.tsx";
import { ProjectMark } from "../../ui/project-mark.tsx";
import type { Day } from "./day.ts";
import { dayName } from "./day-name.ts";
import type { Question } from "./questions.ts";

interface QuestionCardProps {
  readonly day: Day;
  readonly question: Question;
  /** How many more days are open. */
  readonly more: number;
  readonly onLater: () => void;
}

/** An earlier day without a clock-out: what would count, and the way to mend it. It never blocks today. */
export function QuestionCard({ day, question, more, onLater }: QuestionCardProps) {
  const m = useMessage();
  const settings = useSettings();
  const when = [dayName(m, question.date, day.today.date), longDate(question.date, m.lang)].filter(Boolean);
  return (
    <section className="td-card td-today-question">
      <p className="td-small td-second td-today-when">
        <Icon name="history" />
        {when.join(m.lang === "zh" ? "，" : ", ")}
        {more > 0 && <span className="td-weak">{m["today.moreDays"](more)}</span>}
      </p>
      <h2 className="td-today-name">{m["warning.missing-out"]}</h2>
      <p className="td-small td-second">{m["warning.missing-out.why"](clockTime(question.on, m.lang))}</p>
      <OfferedLine day={day} question={question} />
      <Outcome day={day} question={question} />
      {settings && (
        <Button kind="primary" tall block onClick={() => void openLink(settings.punchUrl)}>
          {m["today.goCorrect"]}
        </Button>
      )}
      <Button kind="quiet" block onClick={onLater}>
        {m["today.remindLater"]}
      </Button>
    </section>
  );
}

function OfferedLine({ day, question }: { day: Day; question: Question }) {
  const m = useMessage();
  const { start, end, project, date } = question;
  const shift = day.today.shift;
  const breaks = (shift?.breaks ?? []).filter((one) => one.start >= start && one.end <= end);
  const around = { sections: [{ start, end }], breaks, name: null };
  const parts = drawnParts({ line: [], shift: around }, { offered: cutOut({ start, end }, breaks, project) });
  const axis = axisOf(parts, null);
  return (
    <DayLine
      parts={parts}
      axis={axis}
      projects={day.projects}
      label={longDate(date, m.lang)}
      ticks={ticksOf(axis, around)}
    />
  );
}

function cutOut(
  { start, end }: { start: number; end: number },
  breaks: readonly { start: number; end: number }[],
  project: string | null,
) {
  const edges = [start, ...breaks.flatMap((one) => [one.start, one.end]), end];
  return Array.from({ length: edges.length / 2 }, (_, index) => ({
    start: edges[index * 2] ?? start,
    end: edges[index * 2 + 1] ?? end,
    project,
  }));
}

function Outcome({ day, question }: { day: Day; question: Question }) {
  const m = useMessage();
  const project = question.project === null ? undefined : day.projects.get(question.project);
  return (
    <p className="td-today-outcome">
      {project && <ProjectMark project={project} />}
      <span>
        <b>{m["today.wouldCount"](clockTime(question.end, m.lang), duration(question.minutes))}</b>
        {project && <span className="td-small td-second">{m["today.bookedTo"](project.shortName)}</span>}
      </span>
    </p>
  );
}
