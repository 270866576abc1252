import { useTitle } from "../../title.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useWords } from "./words.ts";

/** 成本, `#/manage/cost`: hours and money of each project, for finance only. */
export function CostRoom(_: { rest: readonly string[] }) {
  const m = useWords();
  useTitle(m["manage.cost"]);
  return (
    <>
      <div className="td-head">
        <h1 className="manage-title">{m["manage.cost"]}</h1>
      </div>
      <EmptyState>{m["manage.empty"]}</EmptyState>
    </>
  );
}
