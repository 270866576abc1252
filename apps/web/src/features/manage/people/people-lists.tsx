import { useInfiniteQuery } from "@tanstack/react-query";
import type { WorkDate } from "@today/core/time/date";
import { useState } from "react";
import { yuan } from "../../../money.ts";
import { Tag } from "../../../ui/tag.tsx";
import { entryOn } from "./dated.ts";
import { PeopleList, useSettled } from "./people-list.tsx";
import { ratesQuery, termsQuery } from "./people-queries.ts";
import { termsText } from "./terms-draft.ts";
import { useWords } from "./words.ts";

interface ListProps {
  readonly today: WorkDate;
  readonly chosen: string | null;
  readonly onChoose: (person: string) => void;
}

/** Everybody with the terms that hold today. */
export function TermsList({ today, chosen, onChoose }: ListProps) {
  const m = useWords();
  const [typed, setTyped] = useState("");
  const query = useInfiniteQuery(termsQuery(useSettled(typed.trim())));
  return (
    <PeopleList
      {...{ query, typed, chosen, onChoose }}
      onType={setTyped}
      about={({ department, person, active }) =>
        [department, person.title, active ? null : m["people.left"]].filter(Boolean).join(" · ")
      }
      value={({ terms }) => {
        const now = entryOn(terms, today);
        return now && <span className={now.startsOn === null ? "td-second" : undefined}>{termsText(m, now)}</span>;
      }}
    />
  );
}

/** Everybody with the rate that holds today; for finance alone. */
export function RatesList({ today, chosen, onChoose }: ListProps) {
  const m = useWords();
  const [typed, setTyped] = useState("");
  const query = useInfiniteQuery(ratesQuery(useSettled(typed.trim())));
  return (
    <PeopleList
      {...{ query, typed, chosen, onChoose }}
      onType={setTyped}
      about={({ person }) => person.title}
      value={({ rates }) => {
        const now = entryOn(rates, today);
        return now === null ? <Tag tone="todo">{m["rate.none"]}</Tag> : m["rate.hour"](yuan(now.fenPerHour));
      }}
    />
  );
}
