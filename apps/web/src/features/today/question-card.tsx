import { useState } from "react";
import { openLink } from "../../dingtalk.ts";
import { clockTime, duration, longDate } from "../../format.ts";
import { problemSentence, useMessage } from "../../message.ts";
import { ApiProblem } from "../../problem.ts";
import { useSettings } from "../../session.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { ProjectMark } from "../../ui/project-mark.tsx";
import { SaveState } from "../../ui/save-state.tsx";
import type { OutWish } from "./asking-out.ts";
import type { Day } from "./day.ts";
import { dayName } from "./day-name.ts";
import { OfferedLine } from "./offered-line.tsx";
import { OutSheet, returnedText, usualReasons } from "./out-sheet.tsx";
import { type Question, standOf } from "./questions.ts";

interface QuestionCardProps {
  readonly day: Day;
  readonly question: Question;
  /** How many more days are open. */
  readonly more: number;
  readonly onAsk: (wish: OutWish) => void;
  readonly onLater: () => void;
}

/** An earlier day without a clock-out: what would count, and one tap to mend it. It never blocks today. */
export function QuestionCard({ day, question, more, onAsk, onLater }: QuestionCardProps) {
  const m = useMessage();
  const [isOpen, setOpen] = useState(false);
  const [usual = ""] = usualReasons(m);
  const { date, end } = question;
  const stand = standOf(question, day.asks);
  const time = clockTime(end, m.lang);
  const ask = (wish: OutWish) => {
    setOpen(false);
    onAsk(wish);
  };
  return (
    <section className="td-card td-today-question">
      <When day={day} question={question} more={more} />
      <h2 className="td-today-name">{m["today.wasItOut"](time)}</h2>
      {stand.state === "returned" ? (
        <p className="td-today-returned">{returnedText(m, stand)}</p>
      ) : (
        <p className="td-small td-second">{m["warning.missing-out.why"](clockTime(question.on, m.lang))}</p>
      )}
      <OfferedLine day={day} question={question} />
      <Outcome day={day} question={question} />
      {stand.state === "returned" ? (
        <Button kind="primary" tall block onClick={() => setOpen(true)}>
          {m["ask.again"]}
        </Button>
      ) : (
        <Button kind="primary" tall block onClick={() => ask({ date, at: end, reason: usual })}>
          {m["today.yesOut"](time)}
        </Button>
      )}
      {stand.state === "open" && stand.refused !== null && (
        <SaveState of={{ state: "failed", why: problemSentence(m, new ApiProblem(stand.refused, 422)) }} />
      )}
      <OtherWays onTime={stand.state === "returned" ? null : () => setOpen(true)} />
      <Button kind="quiet" block onClick={onLater}>
        {m["today.remindLater"]}
      </Button>
      <OutSheet isOpen={isOpen} question={question} stand={stand} onAsk={ask} onClose={() => setOpen(false)} />
    </section>
  );
}

function When({ day, question, more }: Pick<QuestionCardProps, "day" | "question" | "more">) {
  const m = useMessage();
  const when = [dayName(m, question.date, day.today.date), longDate(question.date, m.lang)].filter(Boolean);
  return (
    <p className="td-small td-second td-today-when">
      <Icon name="history" />
      {when.join(m.lang === "zh" ? "，" : ", ")}
      {more > 0 && <span className="td-weak">{m["today.moreDays"](more)}</span>}
    </p>
  );
}

function OtherWays({ onTime }: { onTime: (() => void) | null }) {
  const m = useMessage();
  const settings = useSettings();
  return (
    <div className="td-today-acts">
      {onTime && (
        <Button icon="clock" onClick={onTime}>
          {m["today.otherTime"]}
        </Button>
      )}
      {settings && (
        <Button onClick={() => void openLink(settings.punchUrl)}>
          {m["today.goCorrect"]} <Icon name="right" size="1.125rem" />
        </Button>
      )}
    </div>
  );
}

function Outcome({ day, question }: { day: Day; question: Question }) {
  const m = useMessage();
  const project = question.project === null ? undefined : day.projects.get(question.project);
  const length = duration(question.minutes);
  const text = project ? m["today.wouldCount"](length, project.shortName) : m["today.wouldCountBare"](length);
  return (
    <p className="td-today-outcome">
      {project && <ProjectMark project={project} />}
      <span>
        <span>{text.split("*").map((part, index) => (index % 2 === 0 ? part : <b key={part}>{part}</b>))}</span>
        <span className="td-small td-second">{m["ask.looks"](question.answerer?.name ?? m["ask.hr"])}</span>
      </span>
    </p>
  );
}
