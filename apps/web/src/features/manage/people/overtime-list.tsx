import { useQuery } from "@tanstack/react-query";
import type { Minutes } from "@today/core/time/minutes";
import { useState } from "react";
import type { OvertimeMonth } from "../../../api.ts";
import { Answered } from "../../../ui/answered.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { OvertimeBar } from "./overtime-bar.tsx";
import { hasOvertime, monthBeside, wholeOf } from "./overtime-bar-scale.ts";
import { overtimeNotice, overtimeText } from "./overtime-text.ts";
import { overtimePeopleQuery } from "./people-queries.ts";
import { useWords } from "./words.ts";

interface OvertimeListProps {
  /** The month that runs, `2026-09`. */
  readonly thisMonth: string;
  readonly chosen: string | null;
  readonly onChoose: (person: string) => void;
}

/** A month's overtime of everybody, those nearest the limit first. */
export function OvertimeList({ thisMonth, chosen, onChoose }: OvertimeListProps) {
  const m = useWords();
  const [month, setMonth] = useState(thisMonth);
  const query = useQuery(overtimePeopleQuery(month));
  return (
    <div className="td-body">
      <MonthSwitch month={month} last={thisMonth} onChange={setMonth} />
      <Answered query={query} skeleton={[4.5, 4.5, 4.5, 4.5]}>
        {({ people, more }) => {
          const shown = people.filter(hasOvertime);
          if (shown.length === 0) return <EmptyState>{m["overtime.none"]}</EmptyState>;
          const whole = wholeOf(shown);
          const rest = people.length - shown.length;
          return (
            <>
              <p className="td-small td-weak">{m["overtime.nearest"]}</p>
              <ul className="td-card people-list">
                {shown.map((of) => (
                  <Row
                    key={of.person.id}
                    of={of}
                    whole={whole}
                    isRunning={month === thisMonth}
                    isChosen={of.person.id === chosen}
                    onChoose={onChoose}
                  />
                ))}
              </ul>
              {rest > 0 && more === 0 && <p className="td-small td-second">{m["overtime.others"](rest)}</p>}
              {more > 0 && <p className="td-small td-second">{m["overtime.more"](more)}</p>}
            </>
          );
        }}
      </Answered>
    </div>
  );
}

interface RowProps {
  readonly of: OvertimeMonth;
  /** How long the bars of the list are. */
  readonly whole: Minutes;
  readonly isRunning: boolean;
  readonly isChosen: boolean;
  readonly onChoose: (person: string) => void;
}

function Row({ of, whole, isRunning, isChosen, onChoose }: RowProps) {
  const m = useWords();
  const notice = overtimeNotice(m, of);
  const { person } = of;
  return (
    <li className="people-item">
      <button
        type="button"
        className="people-row"
        aria-current={isChosen || undefined}
        onClick={() => onChoose(person.id)}
      >
        <span className="people-row-text">
          <span className="td-row">
            <b>{person.name}</b>
            {notice && <span className="td-small overtime-notice">{notice}</span>}
          </span>
          <OvertimeBar of={of} whole={whole} />
          <span className="td-small td-second">{overtimeText(m, of, isRunning)}</span>
        </span>
        <Icon name="right" />
      </button>
    </li>
  );
}

interface MonthSwitchProps {
  readonly month: string;
  readonly last: string;
  readonly onChange: (month: string) => void;
}

function MonthSwitch({ month, last, onChange }: MonthSwitchProps) {
  const m = useWords();
  return (
    <div className="people-months">
      <button type="button" className="td-plain" onClick={() => onChange(monthBeside(month, -1))}>
        <Icon name="left" size="1.5rem" />
        <span className="td-hidden">{m["overtime.before"]}</span>
      </button>
      <h2>{m["overtime.month"](Number(month.slice(0, 4)), Number(month.slice(5)))}</h2>
      <button
        type="button"
        className="td-plain"
        disabled={month >= last}
        onClick={() => onChange(monthBeside(month, 1))}
      >
        <Icon name="right" size="1.5rem" />
        <span className="td-hidden">{m["overtime.after"]}</span>
      </button>
    </div>
  );
}
