import type { RefObject } from "react";
import type { Approvals } from "../../api.ts";
import { SaveState, type Saving } from "../../ui/save-state.tsx";
import { useWords, type Words } from "./words.ts";

interface CountLineProps {
  readonly page: Approvals;
  readonly saving: Saving | null;
  readonly isOnline: boolean;
  readonly head: RefObject<HTMLHeadingElement | null>;
}

/** How many need the reader, how many passed by themselves, and how the last answer is doing. */
export function CountLine({ page: { count, passed }, saving, isOnline, head }: CountLineProps) {
  const m = useWords();
  const isLeft = count > 0;
  return (
    <div className="td-head approvals-count">
      <div className="approvals-figure">
        {isLeft && (
          <b className="td-hero" aria-hidden="true">
            {count}
          </b>
        )}
        <div>
          <h1 ref={head} tabIndex={-1}>
            {isLeft && <b aria-hidden="true">{m["approvals.todo"](count)}</b>}
            <span className="td-hidden">{isLeft ? m["approvals.todoAll"](count) : m["approvals.done"]}</span>
          </h1>
          <p className="td-small td-second">{passedText(m, passed, isLeft)}</p>
        </div>
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

function passedText(m: Words, passed: number, isLeft: boolean): string {
  if (passed === 0) return m["approvals.passedNone"];
  return m[isLeft ? "approvals.passed" : "approvals.passedAll"](passed.toLocaleString("en-US"));
}
