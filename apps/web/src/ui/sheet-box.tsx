import { type ReactNode, useEffect, useId, useRef } from "react";
import { useMessage } from "../message.ts";
import { Icon } from "./icon.tsx";
import "./sheet-box.css";

/** A sheet that is open or not, under its title. */
export interface SheetProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The inside of a sheet: title, close, content; a dialog that keeps the focus. */
export function SheetBox({ isOpen, title, onClose, children }: SheetProps) {
  const m = useMessage();
  const titleId = useId();
  const box = useFocusInside(isOpen, onClose);
  return (
    <div ref={box} role="dialog" aria-modal="true" aria-labelledby={titleId} tabIndex={-1} className="td-sheet-box">
      <div className="td-sheet-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="td-plain td-sheet-close" onClick={onClose}>
          <Icon name="close" />
          <span className="td-hidden">{m["shell.close"]}</span>
        </button>
      </div>
      {children}
    </div>
  );
}

const reachable = "button:not(:disabled), a[href], input, select, textarea, [tabindex='0']";

/** Keeps the focus inside while open and gives it back; Escape and Android's back button close. */
function useFocusInside(isOpen: boolean, onClose: () => void) {
  const box = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (!isOpen) return;
    const before = document.activeElement;
    box.current?.focus({ preventScroll: true });
    const onBack = (event: Event) => {
      event.preventDefault();
      close.current();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") onBack(event);
      else if (event.key === "Tab" && box.current) keepInside(event, box.current);
    };
    document.addEventListener("backbutton", onBack);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("backbutton", onBack);
      document.removeEventListener("keydown", onKey);
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [isOpen]);
  return box;
}

function keepInside(event: KeyboardEvent, box: HTMLElement): void {
  const stops = [...box.querySelectorAll<HTMLElement>(reachable)];
  const first = stops[0];
  const last = stops[stops.length - 1];
  const at = document.activeElement;
  const leaves = event.shiftKey ? at === first || at === box : at === last;
  if (!leaves) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
