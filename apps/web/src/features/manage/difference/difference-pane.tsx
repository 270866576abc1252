import { useQuery } from "@tanstack/react-query";
import { hashOf } from "../../../route.ts";
import { Answered } from "../../../ui/answered.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { instantText } from "../date-text.ts";
import { AnswerForm } from "./answer-form.tsx";
import type { Difference, Place } from "./difference.ts";
import { Facts } from "./facts.tsx";
import { differenceQuery, type useAnswer } from "./queries.ts";
import { useWords } from "./words.ts";

interface DifferencePaneProps {
  readonly place: Place;
  /** The difference as the list has it; undefined where it is not listed. */
  readonly listed: Difference | undefined;
  readonly answering: ReturnType<typeof useAnswer>;
  readonly onAnswer: (one: Difference, reason: string | null) => void;
}

/** Both sides of a difference, and what may be done about it. */
export function DifferencePane({ place, listed, answering, onAnswer }: DifferencePaneProps) {
  const m = useWords();
  const query = useQuery({ ...differenceQuery(place), enabled: listed === undefined });
  const body = (of: Difference) => (
    <div className="difference-pane">
      <Facts of={of} />
      <p className="td-small td-second">{m["difference.foundAt"](instantText(of.foundAt))}</p>
      <a className="difference-link" href={hashOf("hours", of.date, "of", of.person.id)}>
        {m["difference.openDay"]}
      </a>
      <AnswerForm of={of} answering={answering} onAnswer={onAnswer} />
    </div>
  );
  if (listed !== undefined) return body(listed);
  return (
    <Answered query={query} skeleton={[4, 8, 8]}>
      {(found) => (found === null ? <EmptyState>{m["difference.gone"]}</EmptyState> : body(found))}
    </Answered>
  );
}
