import { useTitle } from "../../title.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useWords } from "./words.ts";

/** 日历, `#/manage/calendar`: the kinds of the days of a year. */
export function CalendarRoom(_: { rest: readonly string[] }) {
  const m = useWords();
  useTitle(m["manage.calendar"]);
  return (
    <>
      <div className="td-head">
        <h1 className="manage-title">{m["manage.calendar"]}</h1>
      </div>
      <EmptyState>{m["manage.empty"]}</EmptyState>
    </>
  );
}
