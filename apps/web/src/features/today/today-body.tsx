import { useState } from "react";
import { useMessage } from "../../message.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useIsWide } from "../../ui/media.ts";
import { ProjectPicker } from "../../ui/project-picker.tsx";
import { AlertLine } from "./alert-line.tsx";
import { AskedList } from "./asked-list.tsx";
import type { OutWish } from "./asking-out.ts";
import { ChoiceChips } from "./choice-chips.tsx";
import { ChosenDay } from "./chosen-day.tsx";
import { bookable, type Day, firstPickWaits, type Open } from "./day.ts";
import { type DayView, preselected } from "./day-view.ts";
import { LeaveLines } from "./leave-lines.tsx";
import { Matters } from "./matters.tsx";
import { QuestionCard } from "./question-card.tsx";
import { openQuestions, putOff } from "./questions.ts";
import { Refused } from "./refused.tsx";
import { ShortSuggestion, SuggestionCard } from "./suggestion-card.tsx";
import { VisitsLine } from "./visits-line.tsx";
import { WaitingCard } from "./waiting-card.tsx";

interface TodayBodyProps {
  readonly day: Day;
  readonly onAsk: (wish: OutWish) => void;
  readonly onChoose: (project: string) => void;
  readonly onOpen: (sheet: Open) => void;
  /** The first touch: from then on a late answer changes nothing that is offered. */
  readonly onTouch: () => void;
}

/** Where a question from an earlier day may stand first; elsewhere the job is done and it is one line. */
const leading: readonly DayView["mode"][] = ["ask", "rest", "leave", "no-project"];

/** The cards below the head, the most urgent first. */
export function TodayBody(props: TodayBodyProps) {
  const { day, onAsk, onOpen } = props;
  const { mode, asks } = day.view;
  const [, setPutOff] = useState(0);
  const questions = openQuestions(day);
  const [question] = questions;
  const leads = leading.includes(mode);
  const asksFirst = question !== undefined && leads;
  const later = () => {
    if (question === undefined) return;
    putOff(day.today.date, question.date);
    setPutOff((count) => count + 1);
  };
  return (
    <div className="td-body">
      <Refused day={day} />
      {asksFirst && (
        <QuestionCard day={day} question={question} more={questions.length - 1} onAsk={onAsk} onLater={later} />
      )}
      {leads && <AskedList day={day} />}
      {asks && <Offer {...props} isShort={asksFirst} />}
      <Rest day={day} onOpen={onOpen} />
      {!leads && <AskedList day={day} />}
      <AlertLine />
      <LeaveLines today={day.today.date} />
      <VisitsLine today={day.today.date} />
    </div>
  );
}

function Rest({ day, onOpen }: Pick<TodayBodyProps, "day" | "onOpen">) {
  const m = useMessage();
  const { mode } = day.view;
  const text = mode === "rest" ? m["today.rest"] : mode === "no-project" ? m["today.noProject"] : null;
  if (text !== null) {
    return (
      <>
        <EmptyState>{text}</EmptyState>
        <Matters today={day.today.date} questions={[]} isRunning={day.view.isRunning} />
      </>
    );
  }
  if (mode === "leave") return null;
  if (mode === "chosen" && firstPickWaits(day)) return <WaitingCard day={day} onChange={() => onOpen("correct")} />;
  if (mode === "chosen" || mode === "finished") return <ChosenDay day={day} onOpen={onOpen} />;
  return null;
}

function Offer({ day, onChoose, onOpen, onTouch, isShort }: TodayBodyProps & { isShort: boolean }) {
  const m = useMessage();
  const isWide = useIsWide();
  const suggestion = preselected(day.offer.suggestions);
  const project = suggestion && day.projects.get(suggestion.project);
  if (suggestion === null || !project) {
    return (
      <section className="td-card" onPointerDownCapture={onTouch}>
        <h2 className="td-today-name">{m["today.choose"]}</h2>
        <ProjectPicker projects={bookable(day)} onChoose={({ id }) => onChoose(id)} />
      </section>
    );
  }
  const card = { suggestion, project, consequence: day.offer.consequence, onConfirm: () => onChoose(project.id) };
  if (isShort) return <ShortSuggestion {...card} />;
  return (
    <div className="td-today-offer" onPointerDownCapture={onTouch}>
      <SuggestionCard {...card} />
      <ChoiceChips
        title={m["today.others"]}
        suggestions={day.offer.suggestions.slice(1)}
        projects={day.projects}
        onChoose={onChoose}
        {...(isWide ? {} : { onAll: () => onOpen("all") })}
      />
    </div>
  );
}
