import type { WorkDate } from "@today/core/time/date";
import { type KeyboardEvent, memo } from "react";
import { longDate } from "../../../format.ts";
import { calendarWeeks, monthOf } from "../../../period.ts";
import { Icon } from "../../../ui/icon.tsx";
import { Legend } from "./legend.tsx";
import { useWords, type Words } from "./words.ts";
import { letterOf, lookOf, type YearDay } from "./year-days.ts";

interface PictureProps {
  readonly days: readonly YearDay[];
  readonly today: WorkDate | null;
  readonly chosen: WorkDate | null;
  readonly onChoose: (date: WorkDate) => void;
}

/** A year as twelve calendar pages; arrows go from day to day. */
export function YearPicture(props: PictureProps) {
  const months = Array.from({ length: 12 }, (_, month) => props.days.filter(({ date }) => monthIn(date) === month + 1));
  return (
    <>
      <Legend days={props.days} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside take the focus, arrows only move it */}
      <div className="year" onKeyDown={moveFocus}>
        {months.map((days, month) => (
          <MonthPage key={month} {...props} month={month + 1} days={days} chosen={inMonth(props.chosen, month + 1)} />
        ))}
      </div>
    </>
  );
}

function monthIn(date: WorkDate): number {
  return Number(date.slice(5, 7));
}

function inMonth(date: WorkDate | null, month: number): WorkDate | null {
  return date !== null && monthIn(date) === month ? date : null;
}

/** The id of a month's page, to jump to. */
export function monthId(month: number): string {
  return `calendar-month-${month}`;
}

const MonthPage = memo(function MonthPage({ days, month, today, chosen, onChoose }: PictureProps & { month: number }) {
  const m = useWords();
  const first = days[0];
  if (first === undefined) return null;
  const byDate = new Map(days.map((day) => [day.date, day]));
  return (
    <section className="td-card year-month" id={monthId(month)} aria-labelledby={`${monthId(month)}-name`}>
      <div className="td-row">
        <h2 id={`${monthId(month)}-name`}>{m["calendar.month"](month)}</h2>
        {days.every(({ isClosed }) => isClosed) && (
          <span className="td-small td-weak year-closed">
            <Icon name="lock" /> {m["calendar.closedMonth"]}
          </span>
        )}
      </div>
      <table aria-labelledby={`${monthId(month)}-name`}>
        <thead>
          <tr>
            {m["calendar.weekdays"].map((name, index) => (
              <th key={index} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {calendarWeeks(monthOf(first.date)).map((week) => (
            <tr key={week.find((date) => date !== null)}>
              {week.map((date, column) => {
                const day = date === null ? undefined : byDate.get(date);
                return (
                  <td key={date ?? `corner${column}`}>
                    {day && (
                      <Day
                        day={day}
                        isToday={date === today}
                        isChosen={date === chosen}
                        isStop={date === (chosen ?? first.date)}
                        onChoose={onChoose}
                      />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
});

interface DayProps {
  readonly day: YearDay;
  readonly isToday: boolean;
  readonly isChosen: boolean;
  /** Whether the tab key stops here. */
  readonly isStop: boolean;
  readonly onChoose: (date: WorkDate) => void;
}

function Day({ day, isToday, isChosen, isStop, onChoose }: DayProps) {
  const m = useWords();
  const letter = letterOf(day);
  return (
    <button
      type="button"
      className="year-day"
      data-date={day.date}
      data-look={lookOf(day)}
      data-ours={day.override !== null || undefined}
      data-today={isToday || undefined}
      aria-pressed={isChosen}
      tabIndex={isStop ? 0 : -1}
      onClick={() => onChoose(day.date)}
    >
      <span className="td-hidden">{nameOf(m, day, isToday)}</span>
      <span className="year-number" aria-hidden="true">
        {Number(day.date.slice(8))}
      </span>
      <span className="year-letter" aria-hidden="true">
        {letter && m[`calendar.letter.${letter}`]}
      </span>
    </button>
  );
}

/** `10月9日 周五，休息日，公司改过`. */
function nameOf(m: Words, { date, kind, override }: YearDay, isToday: boolean): string {
  const words = [
    longDate(date, m.lang),
    m[`calendar.kind.${kind}`],
    ...(override === null ? [] : [m["calendar.ours"]]),
    ...(isToday ? [m["calendar.today"]] : []),
  ];
  return words.join(m.lang === "zh" ? "，" : ", ");
}

const moves: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = moves[event.key];
  const at = document.activeElement;
  if (step === undefined || !(at instanceof HTMLElement) || at.dataset.date === undefined) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-date]")];
  event.preventDefault();
  all[all.indexOf(at) + step]?.focus();
}
