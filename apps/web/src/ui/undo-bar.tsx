import { useEffect, useRef } from "react";
import { useMessage } from "../message.ts";
import "./undo-bar.css";

const shownMs = 6_000;

interface UndoBarProps {
  readonly text: string;
  readonly onUndo: () => void;
  /** Called when the 6 s are over. */
  readonly onGone: () => void;
}

/** What was just done, and the way back for 6 s, above the tab bar. Give it a new `key` for each change. */
export function UndoBar({ text, onUndo, onGone }: UndoBarProps) {
  const m = useMessage();
  const gone = useRef(onGone);
  gone.current = onGone;
  useEffect(() => {
    const timer = setTimeout(() => gone.current(), shownMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="td-undo" role="status">
      <span>{text}</span>
      <button type="button" className="td-plain td-undo-button" onClick={onUndo}>
        {m["undo.undo"]}
      </button>
    </div>
  );
}
