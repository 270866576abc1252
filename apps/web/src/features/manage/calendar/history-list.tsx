import { isWorkDate } from "@today/core/time/date";
import type { CalendarYear } from "../../../api.ts";
import { longDate } from "../../../format.ts";
import { calendarZh } from "../../../message/calendar.zh.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { instantText } from "../date-text.ts";
import { useWords, type Words } from "./words.ts";

type Change = CalendarYear["history"][number];

interface HistoryListProps {
  readonly changes: readonly Change[];
  readonly view: Pick<CalendarYear, "year">;
  /** Its date stands above already. */
  readonly isOneDay?: boolean;
}

/** Who changed what when and why, newest first. */
export function HistoryList({ changes, view, isOneDay = false }: HistoryListProps) {
  const m = useWords();
  if (changes.length === 0) return <EmptyState>{m["calendar.historyNone"]}</EmptyState>;
  return (
    <ul className="calendar-history">
      {changes.map((change) => (
        <li key={`${change.at}${change.date}${change.after}`}>
          {!isOneDay && <b>{subjectOf(m, change, view.year)}</b>}
          <span>{`${wordsFor(m, change, change.before)} → ${wordsFor(m, change, change.after)}`}</span>
          <span className="td-small td-second">
            {[m["calendar.by"](change.by.name, instantText(change.at)), change.reason].filter(Boolean).join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}

function subjectOf(m: Words, { date }: Change, year: number): string {
  return date !== null && isWorkDate(date) ? longDate(date, m.lang) : m["calendar.historyWholeYear"](year);
}

/** A kind in words, of a whole year its source. */
function wordsFor(m: Words, { date }: Change, value: string | null): string {
  if (date === null) return value ?? m["calendar.historyNothing"];
  if (value === null) return m["calendar.historyGiven"];
  const key = `calendar.kind.${value}`;
  return key in calendarZh ? m[key as "calendar.kind.rest"] : value;
}
