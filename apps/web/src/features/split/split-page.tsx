import { useQuery } from "@tanstack/react-query";
import type { WorkDate } from "@today/core/time/date";
import { useEffect, useMemo } from "react";
import { longDate } from "../../format.ts";
import { problemSentence } from "../../message.ts";
import { hashOf } from "../../route.ts";
import { useTitle } from "../../title.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorLine } from "../../ui/error-line.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { lineLength } from "./counted-line.ts";
import { type StampedDay, splitDayQuery } from "./queries.ts";
import { splitDayOf } from "./split-day.ts";
import { SplitEditor, SplitReader } from "./split-editor.tsx";
import { useWords } from "./words.ts";
import "./split-page.css";

/** 分几段: `#/hours/{date}/split`, and `#/today/split` for whatever work date it is. */
export function SplitPage({ rest }: { rest: readonly string[] }) {
  const m = useWords();
  const date = dateOf(rest);
  const person = (date === null ? null : rest[2]) ?? null;
  const { data, error, refetch } = useQuery(splitDayQuery(date, person));
  useBarePage();
  const shown = data?.workday.date ?? date;
  const title = m["split.title"](shown === null ? "" : longDate(shown, m.lang));
  useTitle(title);
  return (
    <div className="td-split">
      <h1 className="td-hidden">{title}</h1>
      {error !== null && (
        <ErrorLine tone="network" onRetry={() => void refetch()}>
          {problemSentence(m, error)}
        </ErrorLine>
      )}
      {data === undefined ? (
        error === null && <Skeleton heights={[2.5, 2.75, 20]} />
      ) : (
        <Day told={data} date={date} person={person} />
      )}
    </div>
  );
}

interface DayProps {
  readonly told: StampedDay;
  readonly date: WorkDate | null;
  readonly person: string | null;
}

function Day({ told, date, person }: DayProps) {
  const m = useWords();
  const opened = useMemo(() => (told.editable ? told : { ...told, editable: true }), [told]);
  const day = splitDayOf(told);
  const { workday } = told;
  if (lineLength(day.line) === 0) return <EmptyState>{m["split.empty"]}</EmptyState>;
  const lock = lockOf(told, person);
  if (lock !== null) {
    return (
      <>
        <p className="td-split-note" data-fact>
          {m[lock]}
        </p>
        <SplitReader told={told} day={day} />
      </>
    );
  }
  const whose = person === null ? [] : ["of", person];
  const home = date === null ? hashOf("today") : hashOf("hours", date, ...whose);
  const asks = workday.locked === "closed";
  return (
    <>
      {asks && (
        <p className="td-split-note" data-fact>
          {m["split.closed"]}
        </p>
      )}
      <SplitEditor key={`${workday.person}${workday.date}`} told={opened} home={home} way={{ person, asks }} />
    </>
  );
}

/** Why the day cannot be divided; null when it can. */
function lockOf({ editable, workday }: StampedDay, person: string | null) {
  if (person !== null) return workday.over ? null : "split.running";
  if (workday.locked === "approvers-only") return "problem.period-approvers-only";
  return editable || workday.locked === "closed" ? null : "problem.date-out-of-range";
}

function dateOf([first = ""]: readonly string[]): WorkDate | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(first) ? first : null;
}

/** The thumb's row takes the place of the tabs, on a phone; leaving is the container's back. */
function useBarePage(): void {
  useEffect(() => {
    const root = document.documentElement;
    root.setAttribute("data-bare", "");
    return () => root.removeAttribute("data-bare");
  }, []);
}
