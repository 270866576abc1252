import type { ReactNode } from "react";
import "./empty-state.css";

/** The drawing of an empty day, one sentence, and at most one action. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="td-empty">
      <svg viewBox="0 0 160 40" width="10rem" aria-hidden="true">
        <rect x="2" y="4" width="58" height="24" rx="5" />
        <path d="M66 27h20" strokeDasharray="1 5" />
        <rect x="92" y="4" width="66" height="24" rx="5" />
      </svg>
      <p>{children}</p>
      {action}
    </div>
  );
}
