import { useTitle } from "../../title.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useWords } from "./words.ts";

/** 导入, `#/manage/import`: DingTalk's exported attendance as punches. */
export function ImportRoom(_: { rest: readonly string[] }) {
  const m = useWords();
  useTitle(m["manage.import"]);
  return (
    <>
      <div className="td-head">
        <h1 className="manage-title">{m["manage.import"]}</h1>
      </div>
      <EmptyState>{m["manage.empty"]}</EmptyState>
    </>
  );
}
