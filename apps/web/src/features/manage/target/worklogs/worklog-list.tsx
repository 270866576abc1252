import type { Worklogs } from "../../../../api.ts";
import { duration, longDate } from "../../../../format.ts";
import { thousands } from "../../../../money.ts";
import { Button } from "../../../../ui/button.tsx";
import { EmptyState } from "../../../../ui/empty-state.tsx";
import { byDay, type Shown } from "./filter.ts";
import { usePushWords } from "./words.ts";
import { type RowActs, WorklogRow } from "./worklog-row.tsx";

interface WorklogListProps {
  readonly pages: readonly Worklogs[];
  readonly shown: Shown;
  readonly acts: RowActs;
  /** Reads on; null where everything is there. */
  readonly onMore: (() => void) | null;
}

/** The worklogs by date, and the way to more. */
export function WorklogList({ pages, shown: { filter, month }, acts, onMore }: WorklogListProps) {
  const m = usePushWords();
  const days = byDay(pages.flatMap(({ worklogs }) => worklogs));
  const none = filter === "done" && month === null ? "doneEver" : filter;
  return (
    <>
      {days.length === 0 && onMore === null && <EmptyState>{m[`push.none.${none}`]}</EmptyState>}
      {days.map(({ date, worklogs, minutes }, index) => {
        const isCut = onMore !== null && index === days.length - 1;
        const day = longDate(date, m.lang);
        return (
          <section key={date} className="push-day" aria-label={day}>
            <h2 className="td-small td-second">
              {isCut ? day : m["push.day"](day, thousands(worklogs.length), duration(minutes))}
            </h2>
            <ul className="td-card push-rows">
              {worklogs.map((one) => (
                <WorklogRow key={one.key} of={one} acts={acts} />
              ))}
            </ul>
          </section>
        );
      })}
      {onMore !== null && (
        <Button block onClick={onMore}>
          {m["push.more"]}
        </Button>
      )}
    </>
  );
}
