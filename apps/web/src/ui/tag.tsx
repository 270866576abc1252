import type { ReactNode } from "react";
import "./tag.css";

/** A few words on a tint: `todo` amber, `fact` grey, `blue` for what counts, `good` green. */
export function Tag({ tone = "fact", children }: { tone?: "todo" | "fact" | "blue" | "good"; children: ReactNode }) {
  return (
    <span className="td-tag" data-tone={tone}>
      {children}
    </span>
  );
}
