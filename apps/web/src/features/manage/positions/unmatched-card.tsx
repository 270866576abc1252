import { useState } from "react";
import type { Positions } from "../../../api.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { useWords } from "./words.ts";

interface UnmatchedCardProps {
  readonly titles: Positions["unmatched"];
  readonly onPut: (title: string) => void;
}

const few = 8;

/** The job titles that are no position, the most frequent first, each to be put under one. */
export function UnmatchedCard({ titles, onPut }: UnmatchedCardProps) {
  const m = useWords();
  const [isAll, setAll] = useState(false);
  if (titles.length === 0) {
    return (
      <p className="td-small td-second positions-well">
        <Icon name="check-circle" />
        {m["position.allMatched"]}
      </p>
    );
  }
  const people = titles.reduce((sum, one) => sum + one.people, 0);
  const shown = isAll ? titles : titles.slice(0, few);
  return (
    <section className="td-card" aria-labelledby="positions-unmatched">
      <div className="td-row">
        <h2 id="positions-unmatched" className="positions-title">
          {m["position.unmatched"]}
        </h2>
        <Tag tone="todo">{m["position.unmatchedCount"](titles.length, people)}</Tag>
      </div>
      <ul className="positions-titles">
        {shown.map(({ title, people }) => (
          <li key={title}>
            <span className="people-row-text">
              <b>{title}</b>
              <span className="td-small td-second">{m["position.people"](people)}</span>
            </span>
            <button type="button" className="td-plain people-act" onClick={() => onPut(title)}>
              <span aria-hidden="true">{m["position.put"]}</span>
              <span className="td-hidden">{m["position.putWhich"](title)}</span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length < titles.length && (
        <Button block kind="quiet" onClick={() => setAll(true)}>
          {m["position.more"](titles.length - few)}
        </Button>
      )}
    </section>
  );
}
