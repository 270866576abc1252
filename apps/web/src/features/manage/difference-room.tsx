import { type InfiniteData, type UseQueryResult, useInfiniteQuery } from "@tanstack/react-query";
import type { WorkDate } from "@today/core/time/date";
import { useState } from "react";
import type { Differences } from "../../api.ts";
import { phoneNow } from "../../clock.ts";
import { longDate, shortDate } from "../../format.ts";
import { goTo, hashOf } from "../../route.ts";
import { useTitle } from "../../title.ts";
import { Answered } from "../../ui/answered.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { UndoBar } from "../../ui/undo-bar.tsx";
import { useUndoable } from "../../undoable.ts";
import { ComparePane } from "./difference/compare-pane.tsx";
import { type Difference, type DifferenceState, isAt, type Place, placeOf } from "./difference/difference.ts";
import { DifferenceList } from "./difference/difference-list.tsx";
import { DifferencePane } from "./difference/difference-pane.tsx";
import { DifferenceHead } from "./difference/head.tsx";
import { differencesQuery, useAnswer, useCompare } from "./difference/queries.ts";
import { useWords } from "./difference/words.ts";
import { Panes } from "./pane.tsx";
import { useWorkDate } from "./work-date.ts";
import "./form.css";
import "./difference/difference.css";

/** 对钉钉, `#/manage/difference`, `…/2026-09-15/zhao001/late`: where our days and DingTalk's report do not agree. */
export function DifferenceRoom({ rest }: { rest: readonly string[] }) {
  const m = useWords();
  const today = useWorkDate();
  useTitle(m["difference.title"]);
  if (today === null) return <Skeleton heights={[7, 4, 4, 4]} />;
  return <Room today={today} place={placeOf(rest)} />;
}

const root = hashOf("manage", "difference");
const lookEvery = 15_000;
const longest = 600_000;

function Room({ today, place }: { today: WorkDate; place: Place | null }) {
  const m = useWords();
  const [state, setState] = useState<DifferenceState>("open");
  const [isComparing, setComparing] = useState(false);
  const comparing = useCompare();
  const { query, standing, listed } = useDifferences({ state, today, place, comparing });
  const { answering, answer, last, forget } = useAnswering();
  const close = () => {
    setComparing(false);
    if (place !== null) goTo(root, { replace: true });
  };
  const compare = () => {
    close();
    comparing.reset();
    setComparing(true);
  };
  const choose = ({ date, person, figure }: Difference) => {
    setComparing(false);
    answering.reset();
    goTo(hashOf("manage", "difference", date, person.id, figure), { replace: place !== null });
  };
  const onAnswer = (one: Difference, reason: string | null) => answer(one, reason, close);
  const pane = isComparing
    ? { title: m["difference.now"], body: <ComparePane {...{ today, comparing, people: standing?.people ?? null }} /> }
    : place && {
        title: longDate(place.date, m.lang),
        body: <DifferencePane key={Object.values(place).join(" ")} {...{ place, listed, answering, onAnswer }} />,
      };
  return (
    <>
      <DifferenceHead standing={standing} state={state} onState={setState} onCompare={compare} />
      <Panes pane={pane} idle={m["difference.idle"]} onClose={close}>
        <div className="td-body">
          <Answered query={query as UseQueryResult<InfiniteData<Differences>>} skeleton={[4.5, 4.5, 4.5]}>
            {({ pages }) => <DifferenceList {...{ pages, state, query }} chosen={place} onChoose={choose} />}
          </Answered>
        </div>
      </Panes>
      {last && <UndoBar key={last.turn} text={last.text} onUndo={last.undo} onGone={forget} />}
    </>
  );
}

interface Shown {
  readonly state: DifferenceState;
  readonly today: WorkDate;
  readonly place: Place | null;
  readonly comparing: ReturnType<typeof useCompare>;
}

/** The list, how the comparison stands, and the chosen one as the list has it; looked at again while a comparison runs. */
function useDifferences({ state, today, place, comparing }: Shown) {
  const query = useInfiniteQuery({
    ...differencesQuery(state, today),
    refetchInterval: () => comparing.isSuccess && phoneNow() - comparing.submittedAt < longest && lookEvery,
  });
  const pages = query.data?.pages ?? [];
  const listed = pages.flatMap(({ differences }) => differences).find((one) => place !== null && isAt(one, place));
  return { query, standing: pages[0], listed };
}

/** Answers a difference and tells how to take that back. */
function useAnswering() {
  const m = useWords();
  const answering = useAnswer();
  const { last, tell, forget } = useUndoable();
  const answer = (one: Difference, reason: string | null, onDone?: () => void) => {
    const { person, date, figure } = one;
    const wish = { personId: person.id, date, figure };
    const way = reason === null ? "difference.reopened" : "difference.accepted";
    answering.mutate(
      { ...wish, reason },
      {
        onSuccess: () => {
          onDone?.();
          tell(m[way](person.name, shortDate(date)), () =>
            answering.mutate({ ...wish, reason: reason === null ? one.reason : null }),
          );
        },
      },
    );
  };
  return { answering, answer, last, forget };
}
