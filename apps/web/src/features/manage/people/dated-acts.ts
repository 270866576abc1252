import { useUndoable } from "../../../undoable.ts";
import { useDatedChange } from "./people-queries.ts";

/** One change of a dated list, with the one that undoes it, and what it says when it is done. */
export interface DatedWish {
  readonly text: string;
  readonly write: () => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly onDone?: () => void;
}

/** Changes a dated list; for six seconds the last change can be taken back. */
export function useDatedActs() {
  const change = useDatedChange();
  const undoable = useUndoable();
  const act = ({ text, write, undo, onDone }: DatedWish) =>
    change.mutate(write, {
      onSuccess: () => {
        undoable.tell(text, () => change.mutate(undo));
        onDone?.();
      },
    });
  return { act, change, undoable };
}

/** What `useDatedActs` gives. */
export type DatedActs = ReturnType<typeof useDatedActs>;
