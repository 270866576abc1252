import type { ReactNode } from "react";
import { useOnline } from "../../../online.ts";
import { Button } from "../../../ui/button.tsx";
import { UndoBar } from "../../../ui/undo-bar.tsx";
import { MutationState } from "../mutation-state.tsx";
import type { DatedActs } from "./dated-acts.ts";
import { useWords, whyNot } from "./words.ts";

interface DatedFrameProps {
  readonly acts: DatedActs;
  /** The words on the button that opens the form; null for those who may only read. */
  readonly add: string | null;
  readonly onAdd: () => void;
  readonly children: ReactNode;
}

/** A dated list with the way to say something new, and to take the last change back. */
export function DatedFrame({ acts: { change, undoable }, add, onAdd, children }: DatedFrameProps) {
  const m = useWords();
  const isOnline = useOnline();
  const { last, forget } = undoable;
  return (
    <div className="form">
      {children}
      <MutationState {...change} why={(error) => whyNot(m, error)} />
      {last && (
        <div className="manage-undo">
          <UndoBar key={last.turn} text={last.text} onUndo={last.undo} onGone={forget} />
        </div>
      )}
      {add !== null && (
        <>
          {!isOnline && <p className="td-small form-fault">{m["people.offline"]}</p>}
          <Button block kind="tint" icon="plus" disabled={!isOnline || change.isPending} onClick={onAdd}>
            {add}
          </Button>
        </>
      )}
    </div>
  );
}

interface FormFootProps {
  readonly acts: DatedActs;
  /** What the button says, `从 9月1日 起 标准 8h00`. */
  readonly save: string;
  readonly isReady: boolean;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

/** The end of a form: how it is doing, save, and back. */
export function FormFoot({ acts: { change }, save, isReady, onSave, onCancel }: FormFootProps) {
  const m = useWords();
  const isOnline = useOnline();
  return (
    <div className="form-foot">
      <MutationState {...change} why={(error) => whyNot(m, error)} />
      {!isOnline && <p className="td-small form-fault">{m["people.offline"]}</p>}
      <Button block kind="primary" disabled={!isReady || !isOnline || change.isPending} onClick={onSave}>
        {save}
      </Button>
      <Button block kind="quiet" onClick={onCancel}>
        {m["people.cancel"]}
      </Button>
    </div>
  );
}
