import { useTitle } from "../../title.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useWords } from "./words.ts";

/** 规则, `#/manage/policy`: the rules of the company, dated. */
export function PolicyRoom(_: { rest: readonly string[] }) {
  const m = useWords();
  useTitle(m["manage.policy"]);
  return (
    <>
      <div className="td-head">
        <h1 className="manage-title">{m["manage.policy"]}</h1>
      </div>
      <EmptyState>{m["manage.empty"]}</EmptyState>
    </>
  );
}
