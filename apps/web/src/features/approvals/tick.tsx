import { useEffect, useRef } from "react";
import type { tickOf } from "./selection.ts";

interface TickProps {
  readonly state: ReturnType<typeof tickOf>;
  /** What is ticked with it, for screen readers. */
  readonly label: string;
  readonly onToggle: () => void;
}

/** A checkbox as big as a thumb; half ticked when only some of a group are. */
export function Tick({ state, label, onToggle }: TickProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = state === "some";
  }, [state]);
  return (
    <label className="approvals-tick">
      <input ref={box} type="checkbox" checked={state === "all"} onChange={onToggle} />
      <span className="td-hidden">{label}</span>
    </label>
  );
}
