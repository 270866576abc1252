import { useTitle } from "../../title.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useWords } from "./words.ts";

/** 月结, `#/manage/period`: what has to be mended before a period is closed, and closing it. */
export function PeriodRoom(_: { rest: readonly string[] }) {
  const m = useWords();
  useTitle(m["manage.period"]);
  return (
    <>
      <div className="td-head">
        <h1 className="manage-title">{m["manage.period"]}</h1>
      </div>
      <EmptyState>{m["manage.empty"]}</EmptyState>
    </>
  );
}
