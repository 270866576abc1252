import type { DayKind } from "@today/core/time/date";
import type { CalendarYear } from "../../../api.ts";
import { fullDate } from "../date-text.ts";
import { changedBy, type YearFile } from "./calendar-file.ts";
import { useWords } from "./words.ts";
import { countDays } from "./year-days.ts";

const listed: readonly DayKind[] = ["statutory", "in-lieu-rest", "rest", "swapped-workday", "workday"];

/** What a file holds, and what it would change. */
export function FilePreview({ name, file, view }: { name: string; file: YearFile; view: CalendarYear }) {
  const m = useWords();
  const counts = countDays(Object.values(file.days).map((kind) => ({ kind })));
  return (
    <section>
      <h3 className="calendar-sub">{m["calendar.fileCounts"](name)}</h3>
      <dl className="calendar-counts">
        {listed
          .filter((kind) => counts[kind] > 0 || kind === "statutory")
          .map((kind) => (
            <div key={kind}>
              <dt>{m[`calendar.kind.${kind}`]}</dt>
              <dd>{m["calendar.fileDays"](counts[kind])}</dd>
            </div>
          ))}
      </dl>
      <p className="td-second">{m["calendar.source"](file.source)}</p>
      <Changes file={file} view={view} />
    </section>
  );
}

/** Whether a file changes anything, and nothing that is closed. */
export function isLoadable(file: YearFile, view: CalendarYear): boolean {
  const changed = changedBy(file, view);
  return !changed.some(({ isClosed }) => isClosed) && (changed.length > 0 || file.source !== view.source);
}

function Changes({ file, view }: { file: YearFile; view: CalendarYear }) {
  const m = useWords();
  const changed = changedBy(file, view);
  const closed = changed.filter(({ isClosed }) => isClosed).length;
  if (closed > 0 && view.openFrom !== null)
    return <p className="form-fault">{m["calendar.fileClosed"](closed, fullDate(view.openFrom, m.lang))}</p>;
  if (view.source === null) return <p>{m["calendar.fileAll"]}</p>;
  return <p>{m["calendar.fileChanges"](changed.length)}</p>;
}
