import { useState } from "react";

/** What was just done and how to take it back. */
interface Undoable {
  /** Another for each change, as a `key`. */
  readonly turn: number;
  readonly text: string;
  readonly undo: () => void;
}

/** The last change, for an undo bar; `tell` puts the next in its place, `forget` ends it. */
export function useUndoable() {
  const [last, setLast] = useState<Undoable | null>(null);
  const tell = (text: string, undo: () => void) =>
    setLast((before) => ({
      turn: (before?.turn ?? 0) + 1,
      text,
      undo: () => {
        setLast(null);
        undo();
      },
    }));
  return { last, tell, forget: () => setLast(null) };
}
