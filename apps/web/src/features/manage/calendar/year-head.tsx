import type { CalendarYear } from "../../../api.ts";
import { goTo, hashOf } from "../../../route.ts";
import { Icon } from "../../../ui/icon.tsx";
import { useIsWide } from "../../../ui/media.ts";
import { useWords } from "./words.ts";
import { monthId } from "./year-picture.tsx";

const years = { first: 2000, last: 2100 };

/** Which year is shown, and the way to its neighbours. */
export function YearSwitch({ year }: { year: number }) {
  const m = useWords();
  const step = (to: number, icon: "left" | "right") => (
    <button
      type="button"
      className="td-plain"
      disabled={to < years.first || to > years.last}
      onClick={() => goTo(hashOf("manage", "calendar", String(to)), { replace: true })}
    >
      <Icon name={icon} size="1.5rem" />
      <span className="td-hidden">{m["calendar.before"](to)}</span>
    </button>
  );
  return (
    <div className="calendar-years">
      {step(year - 1, "left")}
      <h1 aria-live="polite">{m["calendar.year"](year)}</h1>
      {step(year + 1, "right")}
    </div>
  );
}

interface YearActsProps {
  readonly view: CalendarYear;
  readonly onHistory: () => void;
  readonly onFile: () => void;
}

/** Where the year comes from, who changed it, and the door to another file. */
export function YearActs({ view, onHistory, onFile }: YearActsProps) {
  const m = useWords();
  return (
    <div className="calendar-acts">
      {view.source !== null && <p className="td-small td-second">{m["calendar.source"](view.source)}</p>}
      <button type="button" className="td-plain" onClick={onHistory}>
        {m["calendar.historyCount"](view.history.length)}
      </button>
      {view.editable && view.source !== null && (
        <button type="button" className="td-plain" onClick={onFile}>
          {m["calendar.file"]}
        </button>
      )}
    </div>
  );
}

/** On a phone, where the months stand one below the other: straight to one of them. */
export function MonthJump() {
  const m = useWords();
  if (useIsWide()) return null;
  return (
    <nav className="calendar-jump" aria-label={m["calendar.months"]}>
      {Array.from({ length: 12 }, (_, month) => (
        <button
          key={month}
          type="button"
          className="td-plain"
          onClick={() => document.getElementById(monthId(month + 1))?.scrollIntoView({ block: "start" })}
        >
          {m["calendar.month"](month + 1)}
        </button>
      ))}
    </nav>
  );
}

/** Whether a part of the address is a year that may be shown. */
export function isYear(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}$/.test(text) && Number(text) >= years.first && Number(text) <= years.last;
}
