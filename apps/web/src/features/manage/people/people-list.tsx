import type { InfiniteData, UseInfiniteQueryResult, UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import type { PersonBrief } from "../../../api.ts";
import { Answered } from "../../../ui/answered.tsx";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { SearchField } from "../../../ui/search-field.tsx";
import { useWords } from "./words.ts";

/** One person of a page of the server's. */
interface Listed {
  readonly person: PersonBrief;
}

interface PeopleListProps<One extends Listed> {
  readonly query: UseInfiniteQueryResult<InfiniteData<{ readonly people: readonly One[] }>>;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly chosen: string | null;
  /** What stands under the name and at the end of a row. */
  readonly about: (one: One) => ReactNode;
  readonly value: (one: One) => ReactNode;
  readonly onChoose: (person: string) => void;
}

/** People found by name or number, fifty at a time, one a row. */
export function PeopleList<One extends Listed>(props: PeopleListProps<One>) {
  const m = useWords();
  const { query, typed, onType } = props;
  const pages = query as UseQueryResult<InfiniteData<{ readonly people: readonly One[] }>>;
  return (
    <div className="td-body">
      <div className="people-search">
        <SearchField label={m["people.search"]} value={typed} onChange={onType} />
      </div>
      <Answered query={pages} skeleton={[3.5, 3.5, 3.5, 3.5, 3.5]}>
        {(data) => {
          const people = data.pages.flatMap((page) => page.people);
          if (people.length === 0) return <EmptyState>{m["people.none"]}</EmptyState>;
          return (
            <ul className="td-card people-list">
              {people.map((one) => (
                <Row key={one.person.id} one={one} list={props} />
              ))}
            </ul>
          );
        }}
      </Answered>
      {query.hasNextPage && (
        <Button block disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {m["people.more"]}
        </Button>
      )}
    </div>
  );
}

function Row<One extends Listed>({ one, list }: { one: One; list: PeopleListProps<One> }) {
  const { id, name } = one.person;
  return (
    <li className="people-item">
      <button
        type="button"
        className="people-row"
        aria-current={id === list.chosen || undefined}
        onClick={() => list.onChoose(id)}
      >
        <span className="people-row-body">
          <span className="people-row-text">
            <b>{name}</b>
            <span className="td-small td-second">{list.about(one)}</span>
          </span>
          <span>{list.value(one)}</span>
        </span>
        <Icon name="right" />
      </button>
    </li>
  );
}

const pauseMs = 250;

/** What was typed, once the fingers rest. */
export function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}
