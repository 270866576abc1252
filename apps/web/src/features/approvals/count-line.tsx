import type { RefObject } from "react";
import type { Approvals } from "../../api.ts";
import { SaveState, type Saving } from "../../ui/save-state.tsx";
import { useWords } from "./words.ts";

interface CountLineProps {
  readonly page: Approvals;
  readonly saving: Saving | null;
  readonly isOnline: boolean;
  readonly head: RefObject<HTMLHeadingElement | null>;
}

/** How many need the reader, how many passed by themselves, and how the last answer is doing. */
export function CountLine({ page, saving, isOnline, head }: CountLineProps) {
  const m = useWords();
  return (
    <div className="td-head approvals-count">
      {page.count > 0 && (
        <b className="td-hero" aria-hidden="true">
          {page.count}
        </b>
      )}
      <div>
        <h1 ref={head} tabIndex={-1}>
          <b aria-hidden="true">{page.count > 0 ? m["approvals.todo"] : m["approvals.done"]}</b>
          <span className="td-hidden">{page.count > 0 ? m["approvals.todoAll"](page.count) : m["approvals.done"]}</span>
        </h1>
        <p className="td-small td-second">
          {page.passed > 0 ? m["approvals.passed"](page.passed) : m["approvals.passedNone"]}
        </p>
      </div>
      {saving && <SaveState of={saving} />}
      {!isOnline && (
        <p className="td-small approvals-offline" role="status">
          {m["approvals.offline"]}
        </p>
      )}
    </div>
  );
}
