import { longDate } from "../../format.ts";
import { useMessage } from "../../message.ts";
import { goTo, hashOf } from "../../route.ts";
import { DayLine } from "../../ui/day-line.tsx";
import { FreshnessLine } from "../../ui/freshness-line.tsx";
import { type Day, firstPickWaits } from "./day.ts";
import { Hero } from "./hero.tsx";
import type { Pulling } from "./pulling.ts";
import { openQuestions } from "./questions.ts";

interface HeadProps {
  readonly day: Day;
  readonly instant: number;
  readonly pulling: Pulling;
  /** The server cannot be reached, so what is shown is only as new as it was. */
  readonly isCut: boolean;
}

/** The white block: date and freshness, the number of the page, the day as a line. */
export function Head({ day, instant, pulling, isCut }: HeadProps) {
  const m = useMessage();
  const { today, view } = day;
  const isShort = view.mode === "ask" && openQuestions(day).length > 0;
  return (
    <header className="td-head td-today-head">
      <div className="td-row">
        <h1 className="td-small td-second">
          {longDate(today.date, m.lang)}
          {isShort && view.firstOn && <FirstPunch day={day} />}
        </h1>
        <FreshnessLine
          freshness={isCut ? { ...today.freshness, state: "stale" } : today.freshness}
          now={instant}
          asked={pulling.asked}
          onRefresh={() => void pulling.ask()}
          short={isShort}
        />
      </div>
      {!isShort && <Hero day={day} />}
      {!isShort && view.mode !== "rest" && <Line day={day} />}
    </header>
  );
}

function FirstPunch({ day: { view } }: { day: Day }) {
  const m = useMessage();
  if (view.firstOn === null) return null;
  const [before, after] = m["today.clockedInShort"]("|").split("|");
  return (
    <span className="td-today-first">
      {before}
      <b>{view.firstOn.at.slice(11, 16)}</b>
      {after}
    </span>
  );
}

function Line({ day }: { day: Day }) {
  const m = useMessage();
  const { today, view, projects } = day;
  const isSettling = view.workday.counted > 0 && !firstPickWaits(day) && view.mode !== "ask";
  const isInside = view.now >= view.axis.start && view.now <= view.axis.end;
  const hasNeedle = isInside && (view.mode === "ask" || view.mode === "chosen");
  return (
    <DayLine
      parts={view.parts}
      axis={view.axis}
      projects={projects}
      label={longDate(today.date, m.lang)}
      height={isSettling ? 52 : 36}
      striped={day.striped}
      ticks={view.ticks}
      now={hasNeedle ? view.now : null}
      withTime={hasNeedle && isSettling}
      onPart={({ look }) => {
        if (look !== "ahead") goTo(hashOf("hours", today.date));
      }}
    />
  );
}
