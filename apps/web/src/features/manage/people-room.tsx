import { useTitle } from "../../title.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useWords } from "./words.ts";

/** 人员, `#/manage/people`: terms of work, and for finance rates. */
export function PeopleRoom(_: { rest: readonly string[] }) {
  const m = useWords();
  useTitle(m["manage.people"]);
  return (
    <>
      <div className="td-head">
        <h1 className="manage-title">{m["manage.people"]}</h1>
      </div>
      <EmptyState>{m["manage.empty"]}</EmptyState>
    </>
  );
}
